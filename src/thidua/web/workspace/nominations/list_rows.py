"""The shape of a list as offices make it: headings, group lines, dittos, totals and signatures around the rows.

A list is never guessed at silently: a group line that counts its rows otherwise than the list is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from django.utils.translation import gettext as _

from thidua.core.vietnamese.fold import fold
from thidua.core.vietnamese.hygiene import clean_line
from thidua.web.workspace.nominations.list_words import COLUMNS, KIND_WORDS, column_of, plain

_NUMBERING: Final = re.compile(r"^(?:[IVXLC]+|[A-ZĐ]|\d+(?:\.\d+)*)\s*[.)]\s*(?=\D)")
_COUNTED: Final = re.compile(
    r"\((\d{1,4})\)|:\s*(\d{1,4})\b|\b(?:cho\s+)?(\d{1,4})\s+(?:tap the|ca nhan|ho)\b"
)
_DITTO: Final = frozenset({"nt", "n.t", "n.t.", "như trên", '"', "''", "//", "-nt-"})
_TOTALS: Final = ("cong", "tong", "tong so", "tong cong", "cong ", "tong ", "danh sach nay co")
_NOBODY: Final = frozenset({"khong", "khong co"})
_END: Final = (
    *("nguoi lap bieu", "nguoi lap", "thu truong don vi", "noi nhan", "tm ", "kt ", "tl ", "tuq "),
    *("ky ten", "ky ghi ro", "da ky"),
)


@dataclass(frozen=True)
class ListRow:
    """One row: its number among the rows, its cells by column, and what the group line above says of it."""

    number: int
    cells: dict[str, str]
    kind: str = ""
    award: str = ""


@dataclass
class ReadList:
    """The rows of a list, and what stands in its group lines that the rows do not bear out."""

    rows: list[ListRow] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass
class _Group:
    title: str = ""
    kind: str = ""
    award: str = ""
    stated: int | None = None
    rows: int = 0


def read_list(text: str, award_names: Iterable[str]) -> ReadList:
    """Return the rows of a pasted table; `award_names`: folded names of awards, by which group lines are known."""
    lines = [[clean_line(cell) for cell in line.split("\t")] for line in text.splitlines() if line.strip()]
    names, body = _headed(lines)
    return _Reader(names, sorted(award_names, key=len, reverse=True)).read(body)


def _headed(lines: Sequence[list[str]]) -> tuple[list[str], Sequence[list[str]]]:
    """Return the column of each place and the lines below the headings; titles above the headings are left out."""
    for place, cells in enumerate(lines[:10]):
        found = [column_of(cell) for cell in cells]
        if "name" in found and (len([cell for cell in cells if cell]) > 1 or place == 0):
            return [key or f"other-{at}" for at, key in enumerate(found)], lines[place + 1 :]
    keys = [key for key, _label, _words in COLUMNS]
    numbered = [cells[0].rstrip(".").isdigit() for cells in lines if len(cells) > 1]
    return (["other-0", *keys] if numbered and all(numbered) else keys), lines


class _Reader:
    def __init__(self, names: list[str], awards: list[str]) -> None:
        self.names, self.awards = names, awards
        self.found = ReadList()
        self.group = _Group()
        self.last: dict[str, str] = {}

    def read(self, body: Iterable[list[str]]) -> ReadList:
        for cells in body:
            filled = [cell for cell in cells if cell]
            if not filled or self._is_row_of_numbers(cells):
                continue
            first = plain(filled[0])
            if _is_total(filled) or first in _NOBODY:
                continue
            if len(filled) <= 2 and f"{first} ".startswith(_END):
                break
            if len(filled) == 1 and self._is_group(filled[0]):
                continue
            self._add(cells)
        self._close()
        return self.found

    def _add(self, cells: list[str]) -> None:
        known = {
            key: cell for key, cell in zip(self.names, cells, strict=False) if not key.startswith("other-")
        }
        for key, cell in known.items():
            if cell.lower() in _DITTO:
                known[key] = self.last.get(key, "")
        self.last = {**self.last, **{key: cell for key, cell in known.items() if cell}}
        self.group.rows += 1
        number = len(self.found.rows) + 1
        self.found.rows.append(ListRow(number, known, self.group.kind, self.group.award))

    def _is_group(self, cell: str) -> bool:
        """Take a line of one cell as the heading of a group where it names a kind or an award, or is numbered."""
        bare = _NUMBERING.sub("", cell)
        words, counted = plain(bare), _COUNTED.search(fold(cell))
        numbered = bare != cell and len(self.names) > 1
        award = next((name for name in self.awards if name in words), "")
        kind = next((code for word, code in KIND_WORDS if words == word), "")
        if not kind and (counted or numbered):
            # «Hộ bà Nông» is a nominee, «Tập thể (27)» and «A. Tập thể các sở» are not
            kind = next((code for word, code in KIND_WORDS if f" {words} ".find(f" {word} ") >= 0), "")
        if not (kind or award or (numbered and not cell[0].isdigit())):
            return False
        self._close()
        stated = next((int(one) for one in counted.groups() if one), None) if counted else None
        keeps = award or self.group.award
        self.group = _Group(cell, kind or ("" if award else self.group.kind), keeps, stated)
        return True

    def _close(self) -> None:
        one = self.group
        if one.stated is not None and one.stated != one.rows:
            told = {"title": one.title, "stated": one.stated, "found": one.rows}
            self.found.notes.append(
                _("“%(title)s” speaks of %(stated)s, the list has %(found)s below it. Check both.") % told
            )

    def _is_row_of_numbers(self, cells: list[str]) -> bool:
        """Tell the line «1 | 2 | 3» or «A | B | 1» below the headings from a nominee."""
        filled = [cell for cell in cells if cell]
        return len(filled) > 2 and all(len(cell) == 1 or cell.isdigit() or "=" in cell for cell in filled)


def _is_total(filled: Sequence[str]) -> bool:
    """Tell a line of totals; «Tổng công ty …» is a unit."""
    for cell in filled[:2]:
        words = plain(cell)
        if words in _TOTALS or words.startswith(("tong so ", "tong cong ", "danh sach nay co", "cong ")):
            return not words.startswith(("cong ty", "cong an", "cong doan", "tong cong ty"))
    return False
