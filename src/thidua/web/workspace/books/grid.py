"""The grid of rows: which rows an address asks for, the cell that is edited, the way to the next rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Q, QuerySet
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.registry.enums import BookState, RowVerdict
from thidua.registry.models import BookImport, BookRow
from thidua.registry.queries.books import rows_of, verdict_counts
from thidua.web.workspace.books.forms.repairing import IN_GRID, RepairForm
from thidua.web.workspace.books.shown import LABELS, shown
from thidua.web.workspace.books.states import ADDRESSES, WORDS, verdict_tag

PART: Final = "book-grid"
PAGE: Final = 50
LAST: Final = "book-last-repair"  # in the session: book and row
_MOST_WORD: Final = 100


@dataclass(frozen=True)
class Tab:
    """One verdict with its count."""

    label: str
    href: str
    count: int
    current: bool


def grid_context(
    request: HttpRequest, book: BookImport, form: RepairForm | None = None, at: tuple[int, str] | None = None
) -> dict[str, Any]:
    """Return what the grid draws: six queries, whatever the rows. `form`: of the cell `at` which had a fault."""
    query, counts = request.GET, verdict_counts(book)
    verdict = _verdict(query, counts)
    word = query.get("tim", "").strip()[:_MOST_WORD]
    rows, before, after = _page(rows_of(book, verdict, word).select_related("award__conferral"), query)
    open_cell = at or _editing(query)
    may_edit = book.state == BookState.TO_CONFIRM
    if not may_edit:
        open_cell = None
    if open_cell is not None:
        rows = _with_edited(book, rows, open_cell[0])
    edited = next((row for row in rows if open_cell and row.ordinal == open_cell[0]), None)
    if edited is not None and open_cell is not None and form is None:
        edited.book = book
        form = RepairForm(row=edited, only=open_cell[1])
    kept = _query(query, loai=_word(verdict), sua=None)
    return {
        "book": book,
        "tabs": _tabs(book, counts, verdict, word),
        "verdict_word": _word(verdict),
        "word": word,
        "rows": shown(rows),
        "headings": list(LABELS.values()),
        "may_edit": may_edit,
        "form": form if edited is not None else None,
        "open_row": open_cell[0] if open_cell else 0,
        "open_field": open_cell[1] if open_cell else "",
        "next_field": _next_field(open_cell),
        "kept": kept,
        "before": _query(query, truoc=rows[0].ordinal, sau=None, sua=None) if before else "",
        "after": _query(query, sau=rows[-1].ordinal, truoc=None, sua=None) if after else "",
        "last": _last(request, book),
        "next_fault": next_fault(book, 0) if may_edit else None,
        "total": counts["rows"],
    }


def next_fault(book: BookImport, ordinal: int, *, back: bool = False) -> int | None:
    """Return the nearest row after (or before) `ordinal` that needs somebody, None for none."""
    open_rows = book.rows.filter(
        Q(verdict=RowVerdict.UNREADABLE) | Q(verdict=RowVerdict.CONFLICT, resolution="")
    )
    if back:
        return (
            open_rows.filter(ordinal__lt=ordinal)
            .order_by("-ordinal")
            .values_list("ordinal", flat=True)
            .first()
        )
    return open_rows.filter(ordinal__gt=ordinal).order_by("ordinal").values_list("ordinal", flat=True).first()


def _verdict(query: QueryDict, counts: dict[str, int]) -> str:
    """Return the verdict asked for; without one, the first that has rows; "" for all."""
    asked = query.get("loai")
    if asked == "tat-ca":
        return ""
    if asked in ADDRESSES:
        return ADDRESSES[asked]
    return next((verdict for verdict in ADDRESSES.values() if counts[verdict]), "")


def _word(verdict: str) -> str:
    return WORDS[RowVerdict(verdict)] if verdict else "tat-ca"


def _page(rows: QuerySet[BookRow], query: QueryDict) -> tuple[list[BookRow], bool, bool]:
    """Return the rows asked for, and whether there are others before and after them."""
    after, before = _number(query.get("sau", "")), _number(query.get("truoc", ""))
    if before is not None:
        found = list(rows.filter(ordinal__lt=before).order_by("-ordinal")[: PAGE + 1])
        return found[:PAGE][::-1], len(found) > PAGE, bool(found)
    found = list((rows.filter(ordinal__gt=after) if after is not None else rows)[: PAGE + 1])
    return found[:PAGE], bool(after and found), len(found) > PAGE


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def _editing(query: QueryDict) -> tuple[int, str] | None:
    ordinal, _dot, field = query.get("sua", "").partition(".")
    number = _number(ordinal)
    return (number, field) if number is not None and field in IN_GRID else None


def _with_edited(book: BookImport, rows: list[BookRow], ordinal: int) -> list[BookRow]:
    """Return the rows with the one that is edited: after its repair it may belong to another tab."""
    if any(row.ordinal == ordinal for row in rows):
        return rows
    found = book.rows.filter(ordinal=ordinal).select_related("award__conferral")
    return sorted([*rows, *found], key=lambda row: row.ordinal)


def _next_field(at: tuple[int, str] | None) -> str:
    if at is None:
        return ""
    place = IN_GRID.index(at[1]) + 1
    return IN_GRID[place] if place < len(IN_GRID) else ""


def _query(query: QueryDict, **changed: Any) -> str:
    """Return the address of the grid with some values changed, None taking them away."""
    told = query.copy()
    for name, value in changed.items():
        told.pop(name, None)
        if value is not None:
            told[name] = str(value)
    return told.urlencode()


def _tabs(book: BookImport, counts: dict[str, int], verdict: str, word: str) -> list[Tab]:
    address = reverse("book-rows", args=[book.pk])
    more = f"&{_query(QueryDict(mutable=True), tim=word)}" if word else ""
    known = [
        Tab(verdict_tag(one).text, f"{address}?loai={name}{more}", counts[one], one == verdict)
        for name, one in ADDRESSES.items()
    ]
    return [*known, Tab(_("all rows"), f"{address}?loai=tat-ca{more}", counts["rows"], not verdict)]


def _last(request: HttpRequest, book: BookImport) -> int | None:
    said = request.session.get(LAST)
    return said[1] if said and said[0] == book.pk else None
