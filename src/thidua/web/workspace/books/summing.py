"""What confirming a book would bring into the register, and what not."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count

from thidua.registry.books.staging import rows_to_store
from thidua.registry.enums import ConflictResolution, RowVerdict
from thidua.registry.models import BookImport
from thidua.web.workspace.books.law_names import award_named

_MOST_LINES = 200


@dataclass(frozen=True)
class YearLine:
    """Awards of one form in one year."""

    award: str
    year: int | None
    count: int
    papers: int


@dataclass(frozen=True)
class Sum:
    """What would be stored: `lines` by award and year; what stays out by reason."""

    awards: int
    papers: int
    lines: tuple[YearLine, ...]
    more_lines: int
    same: int
    left_out: int
    conflicts: int
    unreadable: int
    ignored: int


def sum_of(book: BookImport) -> Sum:
    """Return the sums of a book; two queries."""
    counted: Counter[tuple[str, int | None]] = Counter()
    papers: dict[tuple[str, int | None], set[tuple[str, str]]] = {}
    total = 0
    for values in rows_to_store(book).values_list("values", flat=True).iterator(chunk_size=2000):
        day = values.get("decision_date") or ""
        year = values.get("year") or (int(day[:4]) if day else None)
        key = (values.get("award_code") or values.get("award_text", ""), year)
        counted[key] += 1
        papers.setdefault(key, set()).add((values.get("decision_number", ""), day))
        total += 1
    ordered = sorted(counted, key=lambda key: (-(key[1] or 0), award_named(key[0])))
    lines = tuple(YearLine(award_named(key[0]), key[1], counted[key], len(papers[key])) for key in ordered)
    out: Counter[str] = Counter()
    for verdict, resolution, count in (
        book.rows.order_by().values_list("verdict", "resolution").annotate(Count("pk"))
    ):
        left = resolution == ConflictResolution.LEAVE
        entered = verdict == RowVerdict.NEW and not left
        entered = entered or (verdict == RowVerdict.CONFLICT and resolution == ConflictResolution.ENTER)
        if not entered:
            out["left" if left else verdict] += count
    return Sum(
        awards=total,
        papers=sum(len(one) for one in papers.values()),
        lines=lines[:_MOST_LINES],
        more_lines=max(0, len(lines) - _MOST_LINES),
        same=out[RowVerdict.SAME],
        left_out=out["left"],
        conflicts=out[RowVerdict.CONFLICT],
        unreadable=out[RowVerdict.UNREADABLE],
        ignored=out[RowVerdict.IGNORED],
    )
