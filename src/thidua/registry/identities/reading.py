"""The register as lines for linkage: persons, and awards of human beings who are not yet persons of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from django.utils import timezone

from thidua.core.vietnamese.fold import fold
from thidua.orgs import paths
from thidua.orgs.enums import COMMUNE_LEVEL, Honorific
from thidua.orgs.models import Person, Position, Unit, UnitPlacement
from thidua.orgs.queries.successions import follow, links_by_predecessor
from thidua.registry.enums import PEOPLE
from thidua.registry.identities.records import Line, written_name
from thidua.registry.models import Award

MOST_LINES: Final = 6  # of one person: where and as what they were commended, without repeating
AT_ONCE: Final = 20_000
TWIN: Final = "+"  # ends the key of the further awards that say the same as the first


@dataclass
class Side:
    """What a pair is made of: a person, or awards that say the same. `lines`: how it is written."""

    key: str
    name: str
    person_id: int | None = None
    awards: list[int] = field(default_factory=list)
    award_count: int = 0
    place: int = 0
    lines: list[Line] = field(default_factory=list)


_AWARD_COLUMNS: Final = (
    *("pk", "recipient_name", "birth_year", "place_id", "unit_then", "post_then", "year", "woman"),
)


def sides_of_register(on: date | None = None) -> list[Side]:
    """Return every person and every group of awards without one; seven queries and one for each step of chunks."""
    areas = _Areas(on or timezone.localdate())
    return [*_persons(areas), *_unlinked(areas)]


def _persons(areas: _Areas) -> list[Side]:
    found: dict[int, Side] = {}
    own: dict[int, tuple[str, int, str]] = {}
    rows = Person.objects.filter(merged_into=None).order_by("pk")
    sexes = {Honorific.MR: "m", Honorific.MRS: "f"}
    columns = ("pk", "full_name", "birth_year", "honorific")
    for pk, name, born, honorific in rows.values_list(*columns).iterator(AT_ONCE):
        found[pk] = Side(f"p:{pk}", name, pk)
        own[pk] = (name, born or 0, sexes.get(honorific, ""))
    for person, place, title in Position.objects.order_by("pk").values_list("person_id", "unit_id", "title"):
        if person in found:
            name, born, sex = own[person]
            _add_line(found[person], Line(name, "", born, place, areas.of(place), "", title, 0, sex))
    awards = Award.objects.filter(person__isnull=False).order_by("pk")
    for person, _pk, written, born, place, unit, post, year, woman in awards.values_list(
        "person_id", *_AWARD_COLUMNS
    ).iterator(AT_ONCE):
        if (side := found.get(person)) is None:
            continue
        side.award_count += 1
        side.place = place or side.place
        _name, known, sex = own[person]
        _add_line(
            side,
            Line(
                *(written, "", known or born or 0, place or 0, areas.of(place), unit, post, year),
                sex or _sex(woman),
            ),
        )
    _add_households(found, own, areas)
    for pk, side in found.items():
        if not side.lines:
            name, born, sex = own[pk]
            side.lines.append(Line(name, "", born, sex=sex))
        side.place = side.place or side.lines[0].place
    return list(found.values())


def _add_households(found: dict[int, Side], own: dict[int, tuple[str, int, str]], areas: _Areas) -> None:
    """An award of a household says where its head lived."""
    awards = Award.objects.filter(household__head__isnull=False).order_by("pk")
    for head, place, unit, year in awards.values_list(
        "household__head", "place_id", "unit_then", "year"
    ).iterator(AT_ONCE):
        if head in found:
            name, born, sex = own[head]
            _add_line(found[head], Line(name, "", born, place or 0, areas.of(place), unit, "", year, sex))
            found[head].award_count += 1


def _add_line(side: Side, line: Line) -> None:
    """Keep a line that says something new."""
    if len(side.lines) < MOST_LINES and not any(
        (line.name, line.place, line.unit_text, line.post)
        == (known.name, known.place, known.unit_text, known.post)
        for known in side.lines
    ):
        side.lines.append(line)


def _unlinked(areas: _Areas) -> list[Side]:
    """Awards that say the same are one side; the first stands against the others as its twin."""
    groups: dict[tuple[object, ...], Side] = {}
    rows = Award.objects.filter(person=None, recipient_kind__in=PEOPLE).order_by("pk")
    for pk, name, born, place, unit, post, year, woman in rows.values_list(*_AWARD_COLUMNS).iterator(AT_ONCE):
        said = (written_name(name), born or 0, place or fold(unit), fold(post))
        side = groups.get(said)
        if side is None:
            line = Line(name, "", born or 0, place or 0, areas.of(place), unit, post, year, _sex(woman))
            side = groups[said] = Side(_key(said), name, place=place or 0, lines=[line])
        side.awards.append(pk)
    found = []
    for side in groups.values():
        others = side.awards[1:]
        side.award_count = len(side.awards)
        found.append(side)
        if others:
            found.append(
                Side(side.key + TWIN, side.name, None, others, len(others), side.place, list(side.lines))
            )
    return found


def _key(said: tuple[object, ...]) -> str:
    return "a:" + hashlib.sha256("\x1f".join(map(str, said)).encode()).hexdigest()[:40]


def _sex(woman: bool | None) -> str:
    return "" if woman is None else "f" if woman else "m"


class _Areas:
    """What a place belongs to today, so that old and new names of one commune meet; three queries."""

    def __init__(self, on: date) -> None:
        self._on = on
        self._links = links_by_predecessor()
        units = Unit.objects.order_by().values_list("pk", "kind", "exists_to")
        self._kinds = {pk: kind for pk, kind, _end in units}
        self._ended = {pk for pk, _kind, end in units if end is not None and end < on}
        last = UnitPlacement.objects.filter(is_last=True).order_by().values_list("unit_id", "path")
        self._paths = dict(last)
        self._known: dict[int, int] = {}

    def of(self, place: int | None) -> int:
        """Return the commune of today that a unit stands in, or the unit itself; 0 for none."""
        if not place:
            return 0
        if place not in self._known:
            above = [place, *paths.ids_in(self._paths.get(place, ""))[-2::-1]]
            commune = next((pk for pk in above if self._kinds.get(pk) in COMMUNE_LEVEL), place)
            self._known[place] = self._today(commune)
        return self._known[place]

    def _today(self, unit: int) -> int:
        if unit not in self._ended:
            return unit
        reached = follow(unit, self._on, self._links).reached
        return min(reached, default=unit)


@dataclass(frozen=True)
class Lines:
    """All lines of all sides in one row, and whose each is."""

    lines: list[Line]
    owner: list[int]


def lines_of(sides: list[Side]) -> Lines:
    """Return the lines of the sides one after the other."""
    found = [(line, place) for place, side in enumerate(sides) for line in side.lines]
    return Lines([line for line, _place in found], [place for _line, place in found])
