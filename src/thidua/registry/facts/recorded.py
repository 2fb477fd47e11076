"""Records → what the law engine knows of nominees, with decision numbers as evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from thidua.core.law.facts import AwardHeld, Discipline, Initiative, NomineeFacts
from thidua.orgs.models import Household, Person, Unit
from thidua.registry.facts.counted import (
    awards_counted,
    discipline_counted,
    grades_counted,
    initiatives_counted,
    matters_pending,
)
from thidua.registry.models import UnitTraits

RegistryRecipient = Person | Unit | Household


def facts_of(recipient: RegistryRecipient, on: date, *, restricted: bool = True) -> NomineeFacts:
    """Return what is recorded of one recipient on `on`, in at most seven queries.

    `restricted` False leaves out discipline and pending matters: only those who appraise may read them.
    """
    return facts_of_many([recipient], on, restricted=restricted)[recipient]


def facts_of_many(
    recipients: Sequence[RegistryRecipient], on: date, *, restricted: bool = True
) -> dict[RegistryRecipient, NomineeFacts]:
    """Return the facts of each recipient on `on`; at most seven queries for each kind among them."""
    found: dict[RegistryRecipient, NomineeFacts] = {}
    for model in (Person, Unit, Household):
        rows = [one for one in recipients if isinstance(one, model)]
        if rows:
            found |= _facts_of_kind(rows, model.__name__.lower(), on, restricted)
    return found


def _facts_of_kind(
    rows: Sequence[RegistryRecipient], column: str, on: date, restricted: bool
) -> dict[RegistryRecipient, NomineeFacts]:
    ids = [row.pk for row in rows]
    parts: dict[int, dict[str, Any]] = defaultdict(dict)
    for pk, awards in _awards(column, ids, on).items():
        parts[pk]["awards"] = tuple(awards)
    if column != "household":
        _histories(parts, column, ids, on)
        if restricted:
            _measures(parts, column, ids, on)
    if restricted:
        for pk in matters_pending(on).filter(**{f"{column}__in": ids}).values_list(f"{column}_id", flat=True):
            parts[pk]["suspended"] = True
    if column == "unit":
        _traits(parts, rows)
    return {row: NomineeFacts(**parts[row.pk]) for row in rows}


def _awards(column: str, ids: Sequence[int], on: date) -> Mapping[int, list[AwardHeld]]:
    found: dict[int, list[AwardHeld]] = defaultdict(list)
    rows = awards_counted(on).filter(**{f"{column}__in": ids}).order_by("year", "pk")
    for pk, code, year, type_, day, number in rows.values_list(
        *(f"{column}_id", "conferral__award_code", "year", "commendation_type"),
        *("conferral__decision_date", "conferral__decision_number"),
    ):
        found[pk].append(AwardHeld(code, year, type_, "active", day, number))
    return found


def _histories(parts: dict[int, dict[str, Any]], column: str, ids: Sequence[int], on: date) -> None:
    own = {f"{column}__in": ids}
    for pk, year, grade in (
        grades_counted(on).filter(**own).values_list(f"{column}_id", "counting_year", "grade")
    ):
        parts[pk].setdefault("grades", {})[year] = grade
    rows = initiatives_counted(on).filter(**own).order_by("counting_year", "pk")
    for pk, *told in rows.values_list(
        f"{column}_id", "counting_year", "scope", "form", "effective", "used_for", "name"
    ):
        parts[pk]["initiatives"] = (*parts[pk].get("initiatives", ()), Initiative(*told))


def _measures(parts: dict[int, dict[str, Any]], column: str, ids: Sequence[int], on: date) -> None:
    rows = discipline_counted(on).filter(**{f"{column}__in": ids}).order_by("since", "pk")
    for pk, *told in rows.values_list(f"{column}_id", "level", "since", "until"):
        parts[pk]["discipline"] = (*parts[pk].get("discipline", ()), Discipline(*told))


def _traits(parts: dict[int, dict[str, Any]], rows: Sequence[RegistryRecipient]) -> None:
    """A unit was founded in the year written, else in the one its records begin with."""
    for unit in rows:
        assert isinstance(unit, Unit)
        if unit.exists_from:
            parts[unit.pk]["founded"] = unit.exists_from.year
        if unit.exists_to:  # its last day
            parts[unit.pk]["dissolved_on"] = unit.exists_to + timedelta(days=1)
    told = UnitTraits.objects.filter(unit__in=[row.pk for row in rows])
    for pk, founded, eligible in told.values_list("unit_id", "founded", "eligible_for_flag"):
        parts[pk]["eligible_for_flag"] = eligible
        if founded:
            parts[pk]["founded"] = founded
