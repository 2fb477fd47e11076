"""A list of nominees as it comes: pasted from a table, or as a file; read into lines before anything is saved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.accounts.models import User
from thidua.core.law.book import LawBook
from thidua.core.vietnamese.dates import format_date
from thidua.core.vietnamese.fold import fold
from thidua.core.vietnamese.hygiene import clean_line
from thidua.nominations.content import NomineeLine
from thidua.orgs.people_access import persons_seen_by
from thidua.registry.enums import PEOPLE, RecipientKind
from thidua.support.spreadsheets.faults import TableRefused
from thidua.support.spreadsheets.reading import read_table
from thidua.support.spreadsheets.table import Value

MOST_LINES: Final = 500
# The columns in their order, each with the words by which its heading is known (without marks).
COLUMNS: Final = (
    ("name", gettext_lazy("Full name"), ("ho va ten", "ho ten", "ten", "full name", "name")),
    ("kind", gettext_lazy("Kind of recipient"), ("doi tuong", "kind of recipient")),
    ("birth_year", gettext_lazy("Year of birth"), ("nam sinh", "year of birth")),
    ("post_then", gettext_lazy("Post or occupation"), ("chuc vu", "nghe nghiep", "post or occupation")),
    ("unit_then", gettext_lazy("Unit or address"), ("don vi", "dia chi", "unit or address")),
    ("award", gettext_lazy("Title or form of commendation"), ("danh hieu", "hinh thuc", "title or form")),
    ("achievement", gettext_lazy("Achievement in one line"), ("thanh tich", "achievement")),
    ("direct_worker", gettext_lazy("Direct worker"), ("lao dong truc tiep", "truc tiep", "direct worker")),
    ("woman", gettext_lazy("Woman"), ("nu", "woman")),
    ("ethnic_minority", gettext_lazy("Ethnic minority"), ("dan toc", "ethnic minority")),
)
_YES: Final = frozenset({"x", "co", "yes", "1", "dung", "nu"})
_NO: Final = frozenset({"khong", "no", "0", "nam"})


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


def read_lines(text: str, defaults: Defaults, book: LawBook, user: User) -> list[Incoming]:
    """Return the rows of a pasted table, each with its faults; persons of the register are found in one query."""
    rows = [[clean_line(cell) for cell in line.split("\t")] for line in text.splitlines() if line.strip()]
    order = _headings(rows[0]) if rows else None
    body = rows[1:] if order else rows
    names = order or [key for key, _label, _words in COLUMNS]
    awards = _awards(book)
    read = [
        _read(number, dict(zip(names, cells, strict=False)), defaults, awards, book)
        for number, cells in enumerate(body, start=1)
    ]
    return _linked(read, user)


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


def _headings(cells: Sequence[str]) -> list[str] | None:
    """Return the columns that the first row names, or None where it is a nominee already."""
    found = [_column(cell) for cell in cells]
    return [key or f"other-{place}" for place, key in enumerate(found)] if "name" in found else None


def _column(cell: str) -> str:
    folded = fold(cell)
    for key, _label, words in COLUMNS:
        if any(folded == word or (len(word) > 4 and folded.startswith(word)) for word in words):
            return key
    return ""


def _awards(book: LawBook) -> dict[str, str]:
    known = {code: code for code in book.awards}
    for code, award in book.awards.items():
        known.setdefault(fold(award.name.vi), code)
        known.setdefault(fold(award.name.en), code)
    return known


def _read(
    number: int, cells: Mapping[str, str], defaults: Defaults, awards: Mapping[str, str], book: LawBook
) -> Incoming:
    faults: list[str] = []
    typed = cells.get("award", "")
    award = awards.get(typed) or awards.get(fold(typed)) if typed else defaults.award_code
    if award is None:
        faults.append(_("The law book has no award “%(award)s”. Write its full name.") % {"award": typed})
    born = cells.get("birth_year", "")
    if born and not (born.isascii() and born.isdigit() and len(born) == 4):
        faults.append(_("“%(year)s” is not a year. Write four digits, or leave it empty.") % {"year": born})
        born = ""
    kind = _kind(cells.get("kind", ""))
    if not kind:
        faults.append(
            _("“%(kind)s” is not known. Write: individual, collective, household or author.")
            % {"kind": cells["kind"]}
        )
    people = kind in PEOPLE
    line = NomineeLine(
        kind=kind or RecipientKind.INDIVIDUAL,
        name=cells.get("name", ""),
        award_code=award or defaults.award_code,
        commendation_type=defaults.commendation_type,
        counting_year=defaults.counting_year,
        birth_year=int(born) if born and people else None,
        post_then=cells.get("post_then", ""),
        unit_then=cells.get("unit_then", ""),
        achievement=cells.get("achievement", ""),
        direct_worker=_answer(cells.get("direct_worker", "")) if people else None,
        woman=_answer(cells.get("woman", "")) if people else None,
        ethnic_minority=_answer(cells.get("ethnic_minority", "")) if people else None,
    )
    for said in line.faults(book).values():
        faults.extend(str(one) for one in (said if isinstance(said, list) else [said]))
    return Incoming(number, line, tuple(faults))


def _kind(typed: str) -> str:
    if not typed:
        return RecipientKind.INDIVIDUAL
    words = {
        "ca nhan": RecipientKind.INDIVIDUAL,
        "tap the": RecipientKind.COLLECTIVE,
        "ho gia dinh": RecipientKind.HOUSEHOLD,
        "gia dinh": RecipientKind.HOUSEHOLD,
        "ho": RecipientKind.HOUSEHOLD,
        "tac gia": RecipientKind.AUTHOR,
    }
    folded = fold(typed)
    return words.get(folded) or (folded if folded in RecipientKind.values else "")


def _answer(typed: str) -> bool | None:
    folded = fold(typed)
    return True if folded in _YES else False if folded in _NO else None


def _linked(read: Sequence[Incoming], user: User) -> list[Incoming]:
    """Link a row to the one person of that name and that year of birth; a name alone is not enough."""
    asked = {fold(one.line.name) for one in read if one.line.birth_year}
    found: dict[tuple[str, int | None], list[object]] = {}
    for person in persons_seen_by(user).filter(folded_name__in=asked) if asked else ():
        found.setdefault((person.folded_name, person.birth_year), []).append(person)
    linked = []
    for one in read:
        same = found.get((fold(one.line.name), one.line.birth_year), []) if one.line.birth_year else []
        line = replace(one.line, person=same[0]) if len(same) == 1 else one.line  # type: ignore[arg-type]
        linked.append(replace(one, line=line))
    return linked
