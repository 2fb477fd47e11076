"""Addresses as they were on a day: «thôn Nà Ao 2, xã Đề Thám, huyện Tràng Định, tỉnh Lạng Sơn»."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from thidua.orgs import paths
from thidua.orgs.enums import PLACES
from thidua.orgs.models import Unit, UnitPlacement
from thidua.orgs.periods import Span
from thidua.orgs.queries.names import Periods, name_at, name_periods


def address_as_of(unit: Unit, day: date) -> str:
    """Return the address of `unit` on `day`, or "" when it stood nowhere on that day.

    An agency's address names the agency and the places above it, not its superior agencies.
    """
    return addresses_on([(unit.pk, day)])[unit.pk, day]


def addresses_as_of(unit_ids: Iterable[int], day: date) -> dict[int, str]:
    """Return the address of each unit on `day`, by id; two queries."""
    return {unit_id: text for (unit_id, _), text in addresses_on((pk, day) for pk in unit_ids).items()}


def addresses_on(pairs: Iterable[tuple[int, date]]) -> dict[tuple[int, date], str]:
    """Return the address of each unit on its own day, by (unit id, day); two queries."""
    wanted = set(pairs)
    placements = _paths_on(wanted)
    names = name_periods({unit_id for path in placements.values() for unit_id in paths.ids_in(path)})
    return {(unit_id, day): _written(placements.get((unit_id, day)), day, names) for unit_id, day in wanted}


def _paths_on(wanted: set[tuple[int, date]]) -> dict[tuple[int, date], str]:
    rows = UnitPlacement.objects.filter(unit_id__in={unit_id for unit_id, _ in wanted}).values_list(
        "unit_id", "valid_from", "valid_to", "path"
    )
    spans: dict[int, list[tuple[Span, str]]] = {}
    for unit_id, first, last, path in rows:
        spans.setdefault(unit_id, []).append((Span(first, last), path))
    return {
        (unit_id, day): path
        for unit_id, day in wanted
        for span, path in spans.get(unit_id, ())
        if span.holds(day)
    }


def _written(path: str | None, day: date, names: Periods) -> str:
    if path is None:
        return ""
    own, *above = (name_at(names, unit_id, day) for unit_id in reversed(paths.ids_in(path)))
    return ", ".join([own.in_address, *(name.in_address for name in above if name.kind in PLACES)])
