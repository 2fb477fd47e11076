"""Verdicts of rows that are laid down already: after a repair, or when the register changed below them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from thidua.registry.books.on_record import Register
from thidua.registry.books.staging import JUDGED, keeps_its_words, register_stamp, stored_line, take_verdict
from thidua.registry.books.verdicts import judge
from thidua.registry.models import BookImport, BookRow

_KEPT = (*JUDGED, "values")


def judge_book_again(
    book: BookImport, today: date, progress: Callable[[int, int], None] | None = None
) -> int:
    """Judge every row of the book anew, store what changed, and return how many verdicts are others now."""
    rows = list(book.rows.order_by("ordinal"))
    stamp = register_stamp()
    changed = _judge(rows, rows, today, progress)
    book.reading["register"] = stamp
    book.save(update_fields=["reading"])
    return changed


def judge_rows_again(book: BookImport, rows: Sequence[BookRow], today: date) -> int:
    """Judge some rows anew, against the register and rows of the same names, and return how many changed."""
    names = {row.values.get("name", "") for row in rows}
    own = {row.pk for row in rows}
    beside = book.rows.filter(values__name__in=names).exclude(pk__in=own) if len(names) <= 500 else []
    together = sorted([*rows, *beside], key=lambda row: row.ordinal)
    changed = _judge(together, rows, today, None)
    book.reading["register"] = None  # the whole is compared once more before it is confirmed
    book.save(update_fields=["reading"])
    return changed


def is_current(book: BookImport) -> bool:
    """Tell whether nothing changed since every row was compared with the register."""
    return bool(book.reading.get("register") == register_stamp())


def _judge(
    together: Sequence[BookRow],
    rows: Sequence[BookRow],
    today: date,
    progress: Callable[[int, int], None] | None,
) -> int:
    asked = {row.pk for row in rows}
    places = {place for place, row in enumerate(together) if row.pk in asked}
    as_written = {place for place, row in enumerate(together) if keeps_its_words(row)}
    lines = [stored_line(row) for row in together]
    only = None if len(places) == len(together) else places
    judged = judge(lines, Register(), today, as_written=as_written, only=only, progress=progress)
    ordinals = [row.ordinal for row in together]
    touched, others = [], 0
    for place in sorted(places):
        row = together[place]
        before = {name: getattr(row, "award_id" if name == "award" else name) for name in _KEPT}
        before["values"] = dict(row.values)
        take_verdict(row, judged[place], ordinals)
        after = {name: getattr(row, "award_id" if name == "award" else name) for name in _KEPT}
        others += before["verdict"] != after["verdict"]
        if before != after:
            touched.append(row)
    BookRow.objects.bulk_update(touched, _KEPT, batch_size=200)
    return others
