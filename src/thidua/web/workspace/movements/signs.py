"""Signs that a movement lives, from the rooms above movements."""

from __future__ import annotations

from datetime import date
from typing import Final

from django.db.models import Max

from thidua.contributions.models import Gift
from thidua.contributions.queries import standing
from thidua.core.vietnamese.dates import local_date
from thidua.movements.queries import SignsOfLife
from thidua.targets.models import Observation


def last_figures(ids: frozenset[int]) -> dict[int, date]:
    """Return the day on which the last figure of each movement's indicators was accepted; one query."""
    rows = Observation.objects.filter(indicator__movements__in=ids).order_by()
    found = rows.values_list("indicator__movements").annotate(Max("accepted_at"))
    return {pk: local_date(moment) for pk, moment in found if pk in ids and moment}


def last_gifts(ids: frozenset[int]) -> dict[int, date]:
    """Return the day up to which the last gift of each movement's drives is known; one query."""
    rows = standing(Gift.objects.filter(drive__movements__in=ids)).order_by()
    found = rows.values_list("drive__movements").annotate(Max("as_of"))
    return {pk: day for pk, day in found if pk in ids and day}


SIGNS: Final[tuple[SignsOfLife, ...]] = (last_figures, last_gifts)
