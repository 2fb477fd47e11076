"""Closed lists of the portal room."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class CommentState(models.TextChoices):
    """Where a reader's comment stands; readers see only what is published."""

    WAITING = "waiting", pgettext_lazy("comment", "waiting to be read")
    PUBLISHED = "published", pgettext_lazy("comment", "published")
    DECLINED = "declined", pgettext_lazy("comment", "not published")


class DeclineReason(models.TextChoices):
    """Why a comment is not published; the sender reads it."""

    PERSONAL_DATA = "personal_data", _("it holds personal data, of the sender or of others")
    INSULT = "insult", _("it insults or defames somebody")
    ADVERTISING = "advertising", _("it advertises, or only carries links")
    ELSEWHERE = "elsewhere", _("it is a complaint or denunciation, which has its own way by law")
    OFF_TOPIC = "off_topic", _("it is not about this article")
    REPEATED = "repeated", _("it was sent already")
    UNREADABLE = "unreadable", _("it cannot be understood")
    OTHER = "other", pgettext_lazy("reason of a refusal", "another reason, told in the note")


class FigureState(models.TextChoices):
    """What became of a figure that an article shows."""

    CURRENT = "current", _("as published")
    KEPT = "kept", _("withdrawn; the value last published is shown")
    WITHDRAWN = "withdrawn", _("withdrawn; there is no value to show")


class DocumentKind(models.TextChoices):
    """What sort of paper is published; forms have a list of their own."""

    LAW = "law", _("law")
    DECREE = "decree", _("decree")
    CIRCULAR = "circular", _("circular")
    RESOLUTION = "resolution", _("resolution")
    DECISION = "decision", pgettext_lazy("kind of document", "decision")
    DIRECTIVE = "directive", _("directive")
    PLAN = "plan", pgettext_lazy("kind of document", "plan")
    GUIDANCE = "guidance", _("guidance")
    OFFICIAL_LETTER = "official_letter", _("official letter")
    NOTICE = "notice", pgettext_lazy("kind of document", "notice")
    FORM = "form", pgettext_lazy("kind of document", "form")
    OTHER = "other", pgettext_lazy("kind of document", "another document")


class DocumentState(models.TextChoices):
    """Whether a published document holds on a day."""

    NOT_YET = "not_yet", _("not in force yet")
    IN_FORCE = "in_force", pgettext_lazy("document", "in force")
    ENDED = "ended", pgettext_lazy("document", "no longer in force")
