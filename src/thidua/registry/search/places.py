"""The units a search means by a place: the place then, and those it was made of.

An award of xã Đề Thám in 2019 is found under huyện Tràng Định, where the commune stood then, and under xã Tràng Định,
its successor of today. A commune that changed its district in 2015 is under the old one until 2015 only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any, Final

from django.utils.translation import gettext as _

from thidua.core.vietnamese.fold import fold
from thidua.core.vietnamese.hygiene import clean_line, same_text
from thidua.orgs import paths
from thidua.orgs.queries import search_units
from thidua.orgs.queries.search import UnitHit
from thidua.orgs.queries.successions import closure
from thidua.registry.search.statements import Sql, among, read
from thidua.support.refusals import Sentence

MOST_ASKED: Final = 40  # units of one name that are all meant
Years = tuple[int | None, int | None]  # first and last, both inclusive


class Era(StrEnum):
    """Which tree of units is meant: that of the award's day, that of today, or either."""

    THEN = "then"
    NOW = "now"
    EITHER = "either"


@dataclass(frozen=True)
class Area:
    """Units by their ids, and the years of those that belong to the place for a time only."""

    units: frozenset[int] = frozenset()
    limited: Mapping[int, tuple[Years, ...]] = field(default_factory=dict)

    def outside(self) -> Sql:
        """Return the condition that an award belongs to a unit in a year when the unit was not part of the place."""
        by_years: dict[tuple[Years, ...], list[int]] = defaultdict(list)
        for unit, years in self.limited.items():
            by_years[years].append(unit)
        said: list[str] = []
        params: list[Any] = []
        for years, units in sorted(by_years.items(), key=str):
            inside = [
                f"registry_award.year BETWEEN {first if first is not None else 0} "
                f"AND {last if last is not None else 9999}"
                for first, last in years
            ]
            one = among("registry_award.place_id + 0", units)
            said.append(f"({one.text} AND NOT ({' OR '.join(inside)}))")
            params += one.params
        return Sql(f"({' OR '.join(said)})", tuple(params)) if said else Sql()


@dataclass(frozen=True)
class PlaceMeant:
    """The units that were asked for, as typed → ids, and all that counts as theirs."""

    asked: Mapping[str, tuple[int, ...]]
    area: Area
    faults: tuple[Sentence, ...]
    kinds: Mapping[int, str] = field(default_factory=dict)  # of the units asked for, where only some may be

    @property
    def units(self) -> frozenset[int]:
        """The ids of all units that count, for a time or always."""
        return self.area.units

    @cached_property
    def named(self) -> tuple[UnitHit, ...]:
        """The units that were asked for, as found, with what stood above them and when; three queries each."""
        hits: dict[int, UnitHit] = {}
        for text, ids in self.asked.items():
            for said in (text, text.partition(" ")[2]):
                if set(ids) - set(hits):
                    found = search_units(said, within=ids, limit=MOST_ASKED)
                    hits |= {hit.unit_id: hit for hit in found if hit.unit_id not in hits}
        return tuple(hits.values())


def places_meant(
    said: Iterable[str],
    era: Era = Era.EITHER,
    told: Callable[[Iterable[int]], Mapping[int, str]] | None = None,
) -> PlaceMeant:
    """Return the units meant by places as typed; a place that no unit bears is a fault, and finds nothing.

    `told` returns id → kind of those units that may be asked for; the others are as if there were none.
    """
    asked = {text: _best(text) or _best(text.partition(" ")[2]) for text in said}
    kinds: Mapping[int, str] = {}
    if told is not None:
        kinds = told({unit for some in asked.values() for unit in some})
        asked = {text: tuple(unit for unit in some if unit in kinds) for text, some in asked.items()}
    faults: list[Sentence] = []
    for text, some in asked.items():
        if not some:
            faults.append(
                _("There is no unit “%(name)s”. Write its name of then or of today.") % {"name": text}
            )
    units = {unit for some in asked.values() for unit in some}
    return PlaceMeant(asked, area_of(units, era), tuple(faults), kinds)


def area_of(unit_ids: Iterable[int], era: Era = Era.EITHER) -> Area:
    """Return the units and all that stood below them, `then` only while they did, or (`now`) became part of them."""
    named = set(unit_ids)
    if not named:
        return Area()
    own = _paths(named)
    below = _below(own) if own else []
    then: dict[int, list[Years]] = defaultdict(list)
    for unit, _path, first, last, _is_last in below:
        then[unit].append((_year(first), _year(last)))
    always = set(named)
    if era is not Era.THEN:
        always |= {unit for unit, _path, _first, _last, is_last in below if is_last}
        if origins := closure(named, _origins()):
            always |= origins | {row[0] for row in _below(_paths(origins))}
    if era is Era.NOW:
        return Area(frozenset(always))
    limited = {
        unit: tuple(sorted(years, key=str))
        for unit, years in then.items()
        if unit not in always and (None, None) not in years
    }
    return Area(frozenset(always | set(then)), limited)


def _best(text: str) -> tuple[int, ...]:
    """Return the units that are called so, whatever their time; where none is, the best of those that look like it."""
    own, _comma, above = text.partition(",")
    folded = fold(own)
    if not folded:
        return ()
    rows = read(
        "SELECT unit_id, name, folded_name FROM orgs_unitname "
        "WHERE folded_name = %s OR folded_short_name = %s ORDER BY unit_id LIMIT %s",
        (folded, folded, MOST_ASKED),
    )
    if not rows or above.strip():
        within = {row[0] for row in rows} if rows else None
        return tuple(hit.unit_id for hit in search_units(text, within=within, limit=len(rows) or 1))
    whole = [row for row in rows if row[2] == folded] or rows
    marked = [row for row in whole if same_text(row[1].lower(), clean_line(own).lower())]
    return tuple(dict.fromkeys(row[0] for row in marked or whole))


def units_called(names: Iterable[str]) -> dict[str, set[int]]:
    """Return the units whose whole or short name, of any time, is one of the folded names; one query."""
    asked = sorted(set(names))
    marks = ",".join(["%s"] * len(asked))
    rows = read(
        "SELECT folded_name, folded_short_name, unit_id FROM orgs_unitname "  # noqa: S608  (placeholders only)
        f"WHERE folded_name IN ({marks}) OR folded_short_name IN ({marks})",
        (*asked, *asked),
    )
    found: dict[str, set[int]] = defaultdict(set)
    for whole, short, unit in rows:
        for name in {whole, short} & set(asked):
            found[name].add(unit)
    return dict(found)


def units_beginning(names: Iterable[str]) -> dict[str, set[int]]:
    """Return the units whose whole name, of any time, begins with one of the folded names; one query."""
    asked = sorted(set(names))
    if not asked:
        return {}
    marks = " OR ".join(["folded_name LIKE %s"] * len(asked))
    rows = read(
        f"SELECT folded_name, unit_id FROM orgs_unitname WHERE {marks} LIMIT {MOST_ASKED}",  # noqa: S608
        tuple(f"{name} %" for name in asked),
    )
    found: dict[str, set[int]] = defaultdict(set)
    for whole, unit in rows:
        for name in asked:
            if whole.startswith(f"{name} "):
                found[name].add(unit)
    return dict(found)


def _paths(unit_ids: Iterable[int]) -> set[str]:
    condition = among("unit_id", unit_ids)
    statement = f"SELECT path FROM orgs_unitplacement WHERE {condition.text}"  # noqa: S608
    return {row[0] for row in read(statement, condition.params)}


def _below(own: set[str]) -> list[tuple[Any, ...]]:
    """Return unit, path, first and last day and whether it is the last, of every placement below these paths."""
    if not own:
        return []
    ranges = sorted(paths.subtree_range(path) for path in own)
    condition = " OR ".join(["(path >= %s AND path < %s)"] * len(ranges))
    return read(
        "SELECT unit_id, path, valid_from, valid_to, is_last FROM orgs_unitplacement "  # noqa: S608
        f"WHERE {condition}",
        tuple(bound for pair in ranges for bound in pair),
    )


def _origins() -> dict[int, set[int]]:
    origins: dict[int, set[int]] = defaultdict(set)
    for old, new in read(
        "SELECT predecessor_id, successor_id FROM orgs_unitsuccession WHERE successor_id IS NOT NULL"
    ):
        origins[new].add(old)
    return origins


def _year(day: Any) -> int | None:
    return None if day is None else int(str(day)[:4])
