"""Closed lists of the reports room."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReportState(models.TextChoices):
    """A closing report is worked on until it is frozen; a correction opens it again for a new version."""

    DRAFT = "draft", _("draft")
    FROZEN = "frozen", _("frozen")
    CORRECTING = "correcting", _("being corrected")
