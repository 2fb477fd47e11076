"""A list of nominees as it comes: pasted from a table, or as a file; read into lines before anything is saved."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.law.book import LawBook
from thidua.core.vietnamese.dates import format_date
from thidua.core.vietnamese.fold import fold
from thidua.core.vietnamese.hygiene import clean_line
from thidua.nominations.content import NomineeLine
from thidua.orgs.access import units_where
from thidua.orgs.models import Household, Person, UnitName
from thidua.orgs.people_access import households_seen_by, persons_seen_by
from thidua.orgs.periods import existing_on, valid_on
from thidua.registry.enums import PEOPLE, RecipientKind
from thidua.support.spreadsheets.faults import TableRefused
from thidua.support.spreadsheets.reading import read_table
from thidua.support.spreadsheets.table import Value
from thidua.web.workspace.nominations.list_rows import ListRow, read_list
from thidua.web.workspace.nominations.list_words import (
    ALIASES,
    answer_of,
    kind_of,
    minority_of,
    plain,
    type_of,
)

MOST_LINES: Final = 500
_SALUTATION: Final = re.compile(r"^(ông|bà|anh|chị|đồng chí|đ/c)\s+", re.IGNORECASE)
_HEAD: Final = re.compile(r"^(ho gia dinh|gia dinh|ho)?\s*(ong|ba)?\s*")


@dataclass(frozen=True)
class Incoming:
    """One row as it was typed, the line made of it, and what is wrong with it."""

    number: int
    line: NomineeLine
    faults: tuple[str, ...]


@dataclass(frozen=True)
class Defaults:
    """What holds for a row that does not say it."""

    award_code: str
    commendation_type: str
    counting_year: int


def text_of_file(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """Return the table of a file as text to be pasted, and what is wrong with the file (then the text is empty)."""
    try:
        table = read_table(data, name)
    except TableRefused as refused:
        return "", tuple(fault.sentence for fault in refused.faults)
    rows = [table.headings, *([_written(value) for value in row.values] for row in table.rows)]
    return "\n".join("\t".join(row) for row in rows), ()


@dataclass(frozen=True)
class ReadNominees:
    """The rows of a list, and what is odd about the list as a whole."""

    rows: list[Incoming]
    notes: tuple[str, ...]


def read_lines(text: str, defaults: Defaults, book: LawBook, user: User) -> ReadNominees:
    """Return the rows of a pasted table, each with its faults; the register is asked in three queries."""
    awards = _awards(book)
    found = read_list(text, [name for name in awards if " " in name])
    rows = [_read(row, defaults, awards, book) for row in found.rows]
    return ReadNominees(_linked(rows, [row.cells for row in found.rows], user, book), tuple(found.notes))


def _written(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "x" if value else ""
    if isinstance(value, Decimal):
        return str(int(value)) if value == value.to_integral_value() else str(value)
    if isinstance(value, datetime | date):
        return format_date(value)
    return clean_line(str(value))


def _awards(book: LawBook) -> dict[str, str]:
    """Return the codes of awards by code and by every name, without marks and punctuation."""
    known = {code: code for code in book.awards}
    for code, award in book.awards.items():
        for name in (award.name.vi, award.name.en, *ALIASES.get(code, ())):
            known.setdefault(plain(name), code)
    return known


def _read(row: ListRow, defaults: Defaults, awards: Mapping[str, str], book: LawBook) -> Incoming:
    cells, faults = row.cells, list[str]()
    typed = cells.get("award", "") or row.award
    award = awards.get(typed) or awards.get(plain(typed)) if typed else defaults.award_code
    if award is None:
        faults.append(_("The law book has no award “%(award)s”. Write its full name.") % {"award": typed})
    born = _born(cells.get("birth_year", ""), faults)
    said = cells.get("kind", "")
    kind = kind_of(said) if said else row.kind or RecipientKind.INDIVIDUAL
    if not kind:
        faults.append(
            _("“%(kind)s” is not known. Write: individual, collective, household or author.") % {"kind": said}
        )
    how = cells.get("type", "")
    commended = type_of(how) if how else defaults.commendation_type
    if not commended:
        faults.append(
            _("“%(type)s” is no type of commendation. Write: merit, movement, sudden …") % {"type": how}
        )
    year = _year(cells.get("counting_year", ""), defaults.counting_year, faults)
    people = kind in PEOPLE
    name, woman = _addressed(cells.get("name", "")) if people else (cells.get("name", ""), None)
    told = answer_of(cells.get("woman", ""))
    line = NomineeLine(
        kind=kind or RecipientKind.INDIVIDUAL,
        name=name,
        award_code=award or defaults.award_code,
        commendation_type=commended or defaults.commendation_type,
        counting_year=year,
        birth_year=born if people else None,
        post_then=cells.get("post_then", ""),
        unit_then=cells.get("unit_then", ""),
        achievement=cells.get("achievement", ""),
        direct_worker=answer_of(cells.get("direct_worker", "")) if people else None,
        woman=(woman if told is None else told) if people else None,
        ethnic_minority=minority_of(cells.get("ethnic_minority", "")) if people else None,
    )
    return Incoming(row.number, line, (*faults, *_sentences(line, book)))


def _year(typed: str, default: int, faults: list[str]) -> int:
    """Return the year of a cell: «2025», or the second one of «năm học 2024-2025»."""
    found = re.findall(r"\b\d{4}\b", typed)
    if not typed or found:
        return int(found[-1]) if found else default
    faults.append(_("“%(year)s” is not a year. Write four digits, or leave it empty.") % {"year": typed})
    return default


def _born(typed: str, faults: list[str]) -> int | None:
    """Return the year of a cell «1980» or «05/01/1980»."""
    found = re.fullmatch(r"(?:\d{1,2}[./-]\d{1,2}[./-])?(\d{4})", typed)
    if found:
        return int(found[1])
    if typed:
        faults.append(_("“%(year)s” is not a year. Write four digits, or leave it empty.") % {"year": typed})
    return None


def _addressed(name: str) -> tuple[str, bool | None]:
    """Return a name without «Ông» or «Bà», and whether that tells of a woman."""
    found = _SALUTATION.match(name)
    if found is None:
        return name, None
    return name[found.end() :], {"ông": False, "anh": False, "bà": True, "chị": True}.get(found[1].lower())


def _sentences(line: NomineeLine, book: LawBook) -> list[str]:
    return [
        str(one)
        for said in line.faults(book).values()
        for one in (said if isinstance(said, list) else [said])
    ]


def _linked(
    read: Sequence[Incoming], cells: Sequence[Mapping[str, str]], user: User, book: LawBook
) -> list[Incoming]:
    """Link rows to the register where something beside the name says who it is; a name alone is not enough."""
    people, numbered = _people(read, cells, user)
    units, homes = _units(read, user), _homes(read, user)
    linked = []
    for one, row in zip(read, cells, strict=True):
        line, faults, number = one.line, list(one.faults), row.get("number", "")
        if line.kind in PEOPLE and number:
            person = numbered.get(number)
            if person is None or person.folded_name != fold(line.name):
                faults.append(_("No person of this name has the number %(number)s.") % {"number": number})
                person = None
            line = replace(line, person=person)
        elif line.kind in PEOPLE:
            line = replace(line, person=_only(people.get((fold(line.name), line.birth_year))))
        elif line.kind == RecipientKind.COLLECTIVE:
            line = replace(line, unit=_only(units.get(fold(line.name))))
        elif line.kind == RecipientKind.HOUSEHOLD:
            line = replace(line, household=_home(line, homes.get(_head(line.name), [])))
        linked.append(replace(one, line=line, faults=tuple(faults)))
    return linked


def _people(
    read: Sequence[Incoming], cells: Sequence[Mapping[str, str]], user: User
) -> tuple[dict[tuple[str, int | None], list[Person]], dict[str, Person]]:
    """Return persons by name and year of birth, and by their numbers in the register; one query."""
    asked = {fold(one.line.name) for one in read if one.line.birth_year and one.line.kind in PEOPLE}
    typed = {row.get("number", "") for row in cells}
    numbers = [int(one) for one in typed if one.isascii() and one.isdigit() and len(one) < 16]
    found: dict[tuple[str, int | None], list[Person]] = defaultdict(list)
    numbered: dict[str, Person] = {}
    if not asked and not numbers:
        return found, numbered
    for person in persons_seen_by(user).filter(Q(folded_name__in=asked) | Q(pk__in=numbers)):
        if person.birth_year:
            found[person.folded_name, person.birth_year].append(person)
        numbered[str(person.pk)] = person
    return found, numbered


def _units(read: Sequence[Incoming], user: User) -> dict[str, list[Any]]:
    """Return by name the units of one's own reach that exist today; one query."""
    asked = {fold(one.line.name) for one in read if one.line.kind == RecipientKind.COLLECTIVE}
    found: dict[str, list[Any]] = defaultdict(list)
    today = timezone.localdate()
    rows = UnitName.objects.filter(
        valid_on(today),
        existing_on(today, "unit__"),
        folded_name__in=asked,
        unit__in=units_where(user, Right.NOMINATE),
    )
    for name in rows.select_related("unit").order_by("unit") if asked else ():
        found[name.folded_name].append(name.unit)
    return found


def _homes(read: Sequence[Incoming], user: User) -> dict[str, list[Household]]:
    """Return households by the names of their heads; one query."""
    asked = {_head(one.line.name) for one in read if one.line.kind == RecipientKind.HOUSEHOLD}
    found: dict[str, list[Household]] = defaultdict(list)
    rows = (
        households_seen_by(user).filter(head__folded_name__in=asked).select_related("head") if asked else ()
    )
    for home in rows:
        found[home.head.folded_name].append(home)
    return found


def _head(name: str) -> str:
    return _HEAD.sub("", fold(name))


def _home(line: NomineeLine, homes: Sequence[Household]) -> Household | None:
    """Return the one household of that head whose address is the one of the row."""
    place = fold(line.unit_then)
    same = [
        home for home in homes if place and home.address_text and _is_within(place, fold(home.address_text))
    ]
    return same[0] if len(same) == 1 else None


def _is_within(one: str, other: str) -> bool:
    return one in other or other in one


def _only(found: Sequence[Any] | None) -> Any:
    return found[0] if found and len(found) == 1 else None
