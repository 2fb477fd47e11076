"""Closed lists of the notices service."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class NoticeState(models.TextChoices):
    """Where a notice stands on its way."""

    DRAFT = "draft", pgettext_lazy("notice", "to be read before it leaves")
    READY = "ready", pgettext_lazy("notice", "ready to leave")
    SENDING = "sending", pgettext_lazy("notice", "leaving")
    SENT = "sent", pgettext_lazy("notice", "sent")
    FAILED = "failed", pgettext_lazy("notice", "could not be sent")
    DROPPED = "dropped", pgettext_lazy("notice", "not sent")


class Channel(models.TextChoices):
    """How a notice reaches somebody."""

    IN_APP = "in_app", _("in this system")
    EMAIL = "email", _("by e-mail")
