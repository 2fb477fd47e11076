"""Closed lists of the contests room."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class CompetitionKind(models.TextChoices):
    """A standing prize with editions, or a contest."""

    PRIZE = "prize", _("prize")
    CONTEST = "contest", _("contest")
