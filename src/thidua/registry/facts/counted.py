"""Which records count on a day. One place: the facts of one nominee and those of a province rest on it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from thidua.registry.enums import AwardStatus
from thidua.registry.models import (
    Award,
    DisciplineRecord,
    PendingMatter,
    RecognisedInitiative,
    YearlyGrade,
)
from thidua.registry.models.record import STANDING


def decided_by(on: date, column: str = "decision_date") -> Q:
    """Return the condition that a decision was not made after `on`; one without a date is taken as made."""
    return Q(**{f"{column}__isnull": True}) | Q(**{f"{column}__lte": on})


def awards_counted(on: date) -> QuerySet[Any]:
    """Return the awards of known code held on `on`; each counts for its `year`.

    A stripped award was held until the day it was taken; a cancelled one never was. One known by the year of its
    decision alone counts from the beginning of that year.
    """
    held = Q(status=AwardStatus.ACTIVE) | Q(status=AwardStatus.STRIPPED, status_on__gt=on)
    given = decided_by(on, "conferral__decision_date")
    later = Q(conferral__decision_date__isnull=True, conferral__decided_year__gt=on.year)
    return Award.objects.filter(held, given).exclude(later).exclude(conferral__award_code="").order_by()


def grades_counted(on: date) -> QuerySet[YearlyGrade]:
    """Return the grades that stand and were given by `on`."""
    return YearlyGrade.objects.filter(STANDING, decided_by(on)).order_by()


def initiatives_counted(on: date) -> QuerySet[RecognisedInitiative]:
    """Return the initiatives that stand and were recognised by `on`."""
    return RecognisedInitiative.objects.filter(STANDING, decided_by(on)).order_by()


def discipline_counted(on: date) -> QuerySet[DisciplineRecord]:
    """Return the measures that stand and had begun by `on`."""
    return DisciplineRecord.objects.filter(STANDING, since__lte=on).order_by()


def matters_pending(on: date) -> QuerySet[PendingMatter]:
    """Return the matters that stand, had begun by `on` and were not concluded then."""
    open_then = Q(concluded_on__isnull=True) | Q(concluded_on__gt=on)
    return PendingMatter.objects.filter(STANDING, open_then, since__lte=on).order_by()
