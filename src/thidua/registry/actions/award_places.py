"""Where the recipients of new awards worked or lived: searches and statistics by unit rest on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from thidua.orgs.models import Position
from thidua.orgs.periods import Span
from thidua.registry.models import Award, Conferral


def fill_places(awards: Sequence[Award]) -> None:
    """Fill the place of awards not stored yet, where a link tells it and nothing else was said; one query.

    The collective itself; where the household lives; for a person the first unit of the positions held on the day of
    the decision (of the presentation).
    """
    asked = [award for award in awards if award.place_id is None]
    for award in asked:
        if award.unit_id is not None:
            award.place_id = award.unit_id
        elif award.household is not None:
            award.place_id = award.household.address_unit_id
    people = [award for award in asked if award.place_id is None and award.person_id is not None]
    if not people:
        return
    held: dict[int, list[tuple[Span, int]]] = defaultdict(list)
    rows = Position.objects.filter(person_id__in={award.person_id for award in people})
    for person, first, last, unit in rows.order_by("person_id", "order", "id").values_list(
        "person_id", "valid_from", "valid_to", "unit_id"
    ):
        held[person].append((Span(first, last), unit))
    for award in people:
        day = _day_of(award.conferral)
        units = [unit for span, unit in held[award.person_id or 0] if day is not None and span.holds(day)]
        award.place_id = units[0] if units else None


def _day_of(conferral: Conferral) -> date | None:
    return conferral.decision_date or conferral.presented_on
