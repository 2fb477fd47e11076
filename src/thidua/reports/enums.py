"""Closed lists of the reports room."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReportState(models.TextChoices):
    """A closing report is worked on until it is frozen; a correction opens it again for a new version."""

    DRAFT = "draft", _("draft")
    FROZEN = "frozen", _("frozen")
    CORRECTING = "correcting", _("being corrected")


class Education(models.TextChoices):
    """The highest education of somebody who does the work, lowest first."""

    SECONDARY = "secondary", _("secondary school or below")
    INTERMEDIATE = "intermediate", _("intermediate vocational education")
    COLLEGE = "college", _("college")
    UNIVERSITY = "university", _("university")
    MASTER = "master", _("master's degree")
    DOCTOR = "doctor", _("doctorate")
