"""Rows of a book as the grid draws them: what was read beside what stands written, faults at their cells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from thidua.core.vietnamese.fold import fold
from thidua.registry.books.staging import FORMER, IGNORED, TEXT
from thidua.registry.books.values import COLUMNS, award_of
from thidua.registry.enums import RecipientKind, RowVerdict
from thidua.registry.models import BookRow
from thidua.web.shell import formats
from thidua.web.shell.tags import Tag
from thidua.web.workspace.books.forms.repairing import IN_GRID
from thidua.web.workspace.books.law_names import award_named
from thidua.web.workspace.books.states import verdict_tag

LABELS: Final = {
    "name": gettext_lazy("Name"),
    "kind": gettext_lazy("Kind"),
    "post": pgettext_lazy("column of a book", "Post"),
    "unit": pgettext_lazy("column of a book", "Unit, address"),
    "award_code": pgettext_lazy("column of a book", "Award"),
    "decision_number": gettext_lazy("Decision"),
    "decision_date": pgettext_lazy("column of a book", "Date"),
    "year": pgettext_lazy("column of a book", "Year"),
    "amount": gettext_lazy("Bonus"),
}
_MOST_RAW: Final = 160


@dataclass(frozen=True)
class CellShown:
    """One value of a row. `raw`: «C7: text as written» where that says more; `faults`: what is wrong here."""

    field: str
    label: str
    value: str
    raw: str
    faults: tuple[str, ...]
    former: str
    numeric: bool


@dataclass(frozen=True)
class RowShown:
    """One row. `ignored`: why it holds no award; `register`: address and words of the award it equals."""

    row: BookRow
    place: str
    tag: Tag
    cells: tuple[CellShown, ...]
    faults: tuple[str, ...]
    remarks: tuple[str, ...]
    ignored: str
    text: str
    register: tuple[str, str] | None
    may_put_back: bool


def shown(rows: Iterable[BookRow]) -> list[RowShown]:
    """Return the rows for the grid; asks the database nothing when awards are joined."""
    return [row_shown(row) for row in rows]


def row_shown(row: BookRow) -> RowShown:
    """Return one row for the grid."""
    at_cells: dict[str, list[str]] = {}
    for cell, sentence in row.faults:
        at_cells.setdefault(cell, []).append(sentence)
    cells = tuple(_cell(row, name, at_cells) for name in IN_GRID)
    told = {sentence for one in cells for sentence in one.faults}
    return RowShown(
        row=row,
        place=_place(row),
        tag=_tag(row),
        cells=cells,
        faults=tuple(sentence for _cell_name, sentence in row.faults if sentence not in told),
        remarks=tuple(row.remarks),
        ignored=_why(row.values[IGNORED]) if IGNORED in row.values else "",
        text=row.values.get(TEXT, ""),
        register=_on_record(row),
        may_put_back=FORMER in row.values,
    )


def words_of(name: str, value: Any) -> str:
    """Return a value as people read it."""
    if value in (None, ""):
        return ""
    if name == "award_code":
        return award_named(str(value))
    if name == "kind":
        return str(RecipientKind(value).label)
    if name in ("decision_date", "birth_date"):
        return formats.day(date.fromisoformat(value) if isinstance(value, str) else value)
    if name == "amount":
        return formats.number(int(value))
    return str(value)


def _cell(row: BookRow, name: str, at_cells: dict[str, list[str]]) -> CellShown:
    award = award_of(row.values)
    value = words_of(name, getattr(award, name))
    if name == "award_code" and not value:
        value = award.award_text
    written = [row.cells[column.value] for column in COLUMNS[name] if column.value in row.cells]
    # A cell may say several values (a number with its date): it is told once, at the first of them.
    own = _first_cell(row, name)
    is_told_here = bool(own) and next(one for one in IN_GRID if _first_cell(row, one) == own) == name
    raw = ""
    for cell, text in written if is_told_here else ():
        line = " ".join(text.split())
        if not raw and line and _bare(line) != _bare(value) and cell:
            raw = f"{cell}: {line[:_MOST_RAW]}"
    faults = at_cells.get(own, []) if is_told_here else []
    return CellShown(
        field=name,
        label=str(LABELS[name]),
        value=value,
        raw=raw,
        faults=tuple(faults),
        former=_former(row, name),
        numeric=name in ("year", "amount"),
    )


def _bare(text: str) -> str:
    """Return what two ways of writing one value have in common: «1.300.000» and «1300000»."""
    return fold(text).replace(".", "").replace(",", "")


def _first_cell(row: BookRow, name: str) -> str:
    return next(
        (row.cells[c.value][0] for c in COLUMNS[name] if c.value in row.cells and row.cells[c.value][0]), ""
    )


def _former(row: BookRow, name: str) -> str:
    """Return what was read before the last repair, where that was another value."""
    if FORMER not in row.values:
        return ""
    before = award_of(row.values[FORMER])
    if getattr(before, name) == getattr(award_of(row.values), name):
        return ""
    said = words_of(name, getattr(before, name))
    return said or (before.award_text if name == "award_code" else "") or _("empty")


def _place(row: BookRow) -> str:
    return f"{row.sheet} · {row.row}" if row.sheet else str(row.row)


def _tag(row: BookRow) -> Tag:
    tag = verdict_tag(row.verdict)
    if row.resolution:
        return Tag(f"{tag.text}: {row.get_resolution_display()}", tag.tone)
    return tag


def _on_record(row: BookRow) -> tuple[str, str] | None:
    if row.award is None or row.verdict != RowVerdict.SAME:
        return None
    paper = row.award.conferral
    said = " · ".join(
        filter(None, (paper.award_form, paper.decision_number, formats.day(paper.decision_date)))
    )
    return reverse("register-award", args=[row.award.pk]), said


def _why(ignored: str) -> str:
    known = {
        "title": _("title"),
        "heading": _("heading row"),
        "group": _("group heading"),
        "subtotal": _("total"),
        "signature": _("signature"),
        "empty": _("empty row"),
        "note": _("note"),
    }
    return known.get(ignored, ignored)
