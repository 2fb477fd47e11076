"""Closed lists of the contests room."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

FOLLOW_UP: Final = "DT"  # the first letters of the code by which an entrant asks («dự thi»)


class CompetitionKind(models.TextChoices):
    """A standing prize with editions, or a contest."""

    PRIZE = "prize", _("prize")
    CONTEST = "contest", _("contest")


class EditionStage(models.TextChoices):
    """How far an edition is."""

    RECORDED = "recorded", pgettext_lazy("edition", "recorded")
    AHEAD = "ahead", pgettext_lazy("edition", "opens later")
    OPEN = "open", pgettext_lazy("edition", "takes entries")
    ENTERED = "entered", pgettext_lazy("edition", "entries closed")
    CODED = "coded", pgettext_lazy("edition", "codes drawn")
    JUDGING = "judging", pgettext_lazy("edition", "being judged")
    JUDGED = "judged", pgettext_lazy("edition", "judged")
    REVEALED = "revealed", pgettext_lazy("edition", "codes opened")
    PUBLISHED = "published", pgettext_lazy("edition", "results published")


class EntryChannel(models.TextChoices):
    """How an entry came in."""

    ONLINE = "online", pgettext_lazy("entry", "online")
    PAPER = "paper", pgettext_lazy("entry", "on paper")


class EntryState(models.TextChoices):
    """Whether an entry takes part."""

    RECEIVED = "received", pgettext_lazy("entry", "received")
    WITHDRAWN = "withdrawn", pgettext_lazy("entry", "withdrawn")


class EntrantKind(models.TextChoices):
    """Who enters: one or more people by name, or a collective."""

    INDIVIDUAL = "individual", pgettext_lazy("entrant", "individual or group of authors")
    COLLECTIVE = "collective", pgettext_lazy("entrant", "collective")


class TieSettling(models.TextChoices):
    """What becomes of equal totals; the values are those of `core.jury.TieRule`."""

    SHARED = "shared", _("they share the place; the places after it stay empty")
    CRITERION = "criterion", _("the higher mean by one criterion decides")
    CHAIR = "chair", _("the chair decides, with a reason that is recorded")
