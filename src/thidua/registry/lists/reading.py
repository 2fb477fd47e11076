"""From pasted text or a spreadsheet to the parts of each line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from django.utils.translation import gettext as _

from thidua.core.vietnamese.hygiene import clean_line
from thidua.registry.enums import RecipientKind
from thidua.registry.importing.words import TYPES, code_of
from thidua.registry.lists.shape import FIRST, KIND, NAME, SECOND, TYPE, YEAR, Shape, kind_of
from thidua.support.refusals import Refused, Sentence

MOST_LINES: Final = 5000
# Tabs come from spreadsheets, semicolons and bars are typed; commas stand inside addresses.
_SEPARATOR: Final = re.compile(r"[^\S\t]*[\t;|][^\S\t]*")
_NUMBERING: Final = re.compile(r"^\d{1,4}\s*[.)]\s+")


@dataclass(frozen=True)
class ReadLine:
    """One line as it was read: its number from 1, its parts, and what could not be read."""

    number: int
    name: str
    kind: str
    first: str = ""
    second: str = ""
    year: int | None = None
    type: str = ""
    faults: list[Sentence] = field(default_factory=list)


def read_text(text: str, shape: Shape, default_kind: str) -> list[ReadLine]:
    """Return the lines of a pasted list; `default_kind` is that of lines which do not say theirs.

    Parts are apart by tabs, semicolons or bars: name, kind, then the two columns of `shape`, and where it is dated the
    year and the type of commendation. A first line of headings says another order. Raises Refused on `lines` when
    there are too many.
    """
    rows = [_SEPARATOR.split(line.strip(" ")) for line in text.splitlines() if clean_line(line)]
    return _read(rows, shape, default_kind)


def read_rows(
    headings: Sequence[str], rows: Iterable[Sequence[object]], shape: Shape, default_kind: str
) -> list[ReadLine]:
    """Return the lines of a spreadsheet that was read; raises Refused on `file` when no column holds names."""
    columns = [shape.column_of(heading) for heading in headings]
    if NAME not in columns:
        raise Refused(
            {
                "file": _("No column of the file is headed “Họ và tên”. Its headings are: %(headings)s.")
                % {"headings": ", ".join(headings)}
            }
        )
    cells = [["" if value is None else str(value) for value in row] for row in rows]
    return _mapped(cells, columns, default_kind)


def _read(rows: list[list[str]], shape: Shape, default_kind: str) -> list[ReadLine]:
    if not rows:
        return []
    columns = [shape.column_of(cell) for cell in rows[0]]
    if _are_headings(rows[0], columns):
        return _mapped(rows[1:], columns, default_kind)
    _limit(rows)
    return [_placed(number, cells, shape, default_kind) for number, cells in enumerate(rows, start=1)]


def _are_headings(cells: list[str], columns: list[str | None]) -> bool:
    """Tell headings from a first recipient; «tác giả» may be either, so it counts only among other headings."""
    if NAME not in columns or len(cells) < 2:
        return False
    mostly = 2 * sum(column is not None for column in columns) > len(cells)
    return mostly or kind_of(cells[columns.index(NAME)]) is None


def _mapped(rows: list[list[str]], columns: Sequence[str | None], default_kind: str) -> list[ReadLine]:
    _limit(rows)
    lines = []
    for number, cells in enumerate(rows, start=1):
        parts = {column: clean_line(cell) for column, cell in zip(columns, cells, strict=False) if column}
        if any(parts.values()):
            lines.append(_line(number, parts, default_kind))
    return lines


def _placed(number: int, cells: list[str], shape: Shape, default_kind: str) -> ReadLine:
    name, *rest = [clean_line(cell) for cell in cells]
    name = _NUMBERING.sub("", name)
    parts = {NAME: name}
    if rest and kind_of(rest[0]) is not None:
        parts[KIND] = rest.pop(0)
    kind = kind_of(parts.get(KIND, "")) or default_kind
    if len(rest) == 1:
        parts[shape.lone(kind, rest[0])] = rest[0]
    elif rest:
        columns = (FIRST, SECOND, YEAR, TYPE) if shape.dated else (FIRST, SECOND)
        parts |= dict(zip(columns, rest, strict=False))
        if any(rest[len(columns) :]):
            line = _line(number, parts, default_kind)
            line.faults.append(_too_many(shape))
            return line
    return _line(number, parts, default_kind)


def _too_many(shape: Shape) -> str:
    if shape.dated:
        return _("This line has too many parts. Leave at most six, separated by semicolons.")
    return _("This line has too many parts. Leave at most four, separated by semicolons.")


def _line(number: int, parts: dict[str, str], default_kind: str) -> ReadLine:
    said = parts.get(KIND, "")
    kind = kind_of(said) if said else None
    faults: list[Sentence] = []
    if said and kind is None:
        known = ", ".join(str(each.label) for each in RecipientKind)
        faults.append(
            _("“%(kind)s” is no kind of recipient. Write one of: %(known)s.") % {"kind": said, "known": known}
        )
    year, kind_of_commendation = parts.get(YEAR, ""), code_of(parts.get(TYPE, ""), TYPES)
    if year and not (year.isascii() and year.isdigit() and len(year) == 4):
        faults.append(_("“%(year)s” is not a year. Write four digits, or leave it empty.") % {"year": year})
        year = ""
    if kind_of_commendation is None:
        faults.append(_("“%(type)s” is no type of commendation.") % {"type": parts[TYPE]})
    return ReadLine(
        number=number,
        name=parts.get(NAME, ""),
        kind=kind.value if kind else default_kind,
        first=parts.get(FIRST, ""),
        second=parts.get(SECOND, ""),
        year=int(year) if year else None,
        type=kind_of_commendation or "",
        faults=faults,
    )


def _limit(rows: Sequence[object]) -> None:
    if len(rows) > MOST_LINES:
        raise Refused({"lines": _("A list holds at most %(limit)s lines. Split it.") % {"limit": "5.000"}})
