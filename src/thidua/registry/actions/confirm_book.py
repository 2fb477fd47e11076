"""Enter the rows of a book into the register, all in one transaction.

One, and not portions: the register is either without the book or has all of it, whatever kills the process, and
nobody ever counts half a book. A hundred thousand rows take seconds, in which readers go on and writers wait. What
is cut and resumed is the reading before it, where the time goes.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.orgs.access import units_where
from thidua.registry.access import require_keeping
from thidua.registry.actions.open_books import locked_book
from thidua.registry.actions.read_book import Progress
from thidua.registry.actions.recipient_names import store_awards
from thidua.registry.books.deciders import Deciders
from thidua.registry.books.judging_again import is_current, judge_book_again
from thidua.registry.books.linking import Linker
from thidua.registry.books.placing import Places
from thidua.registry.books.staging import drop_samples, rows_to_store, twin_words, twins_of
from thidua.registry.books.storing import PORTION, Papers, awards_of, in_portions
from thidua.registry.books.values import award_of
from thidua.registry.books.whole_reading import learned_spellings
from thidua.registry.enums import BookState
from thidua.registry.models import BookImport, BookRow
from thidua.support.audit.actions.record import record
from thidua.support.provenance import Provenance
from thidua.support.refusals import Refused

_LINK = f"UPDATE {BookRow._meta.db_table} SET award_id = %s WHERE id = %s"  # noqa: S608


def confirm_book(
    *,
    book: BookImport,
    by: User | None,
    provenance: str = Provenance.RECORDED,
    progress: Progress | None = None,
) -> BookImport:
    """Enter the new rows, and the contradictions that were resolved so, and return the book.

    Rows that say the same as an award become a further source of it. Raises NotAllowed, or Refused: when the
    register changed so that rows have other verdicts now (they are stored, to be looked through), or when there is
    neither a row to enter nor a source to add, as of a file
    that was saved before.
    """
    require_keeping(by, book.kept_by)
    _compare_once_more(book, by)
    with transaction.atomic():
        row = locked_book(book, by)
        if not is_current(row):
            raise Refused(_changed_meanwhile())
        entered = _enter(row, by, provenance, progress)
        sources = row.rows.filter(verdict="same", award__isnull=False).count()
        if not entered and (twin := next(iter(twins_of(row.sha256, row.pk)), None)) is not None:
            raise Refused(twin_words(twin))
        if not entered and not sources:
            raise Refused(_("No row of this book can be saved. Repair the rows at fault, or give it up."))
        row.state, row.stored_at = BookState.STORED, timezone.now()
        row.reading |= {"entered": entered, "sources": sources}
        drop_samples(row)
        row.save(update_fields=["state", "stored_at", "reading"])
        details = {"row_count": entered, "sources": sources, "kept_by": row.kept_by}
        record(by=by, action="registry.book_stored", subject=row, details=details)
    return row


def _compare_once_more(book: BookImport, by: User | None) -> None:
    """Judge the rows again where the register changed since: outside the transaction, so that it stays visible."""
    with transaction.atomic():
        row = locked_book(book, by)
        if is_current(row):
            return
        changed = judge_book_again(row, timezone.localdate())
    if changed:
        raise Refused(_changed_meanwhile())


def _changed_meanwhile() -> str:
    return _(
        "The register has changed meanwhile, and some rows are judged otherwise now. Look through them again."
    )


def _enter(book: BookImport, by: User | None, provenance: str, progress: Progress | None) -> int:
    rows = rows_to_store(book)
    total = rows.count()
    places = Places(learned_spellings().units)
    allowed = None if by is None else set(units_where(by, Right.KEEP_AWARDS).values_list("pk", flat=True))
    papers = Papers(book, Deciders(book.kept_by, places, allowed), provenance)
    names = set()
    for values in rows.values_list("values", flat=True).iterator(chunk_size=PORTION):
        award = award_of(values)
        papers.take(award)
        names.add(award.name)
    papers.store()
    linker = Linker(places, by, names)
    done = 0
    for portion in in_portions(rows.values_list("pk", "ordinal", "values").iterator(chunk_size=PORTION)):
        awards = awards_of((award_of(one[2]) for one in portion), papers, linker, book, provenance)
        stored = store_awards(awards)
        _link(zip((award.pk for award in stored), (one[0] for one in portion), strict=True))
        done += len(portion)
        if progress is not None:
            progress(_("Saving"), done, total)
    _link_repeated(book)
    return total


def _link(pairs: Iterable[tuple[int, int]]) -> None:
    """Write into each row its award; by hand, for there are a hundred thousand of them."""
    with connection.cursor() as cursor:
        cursor.executemany(_LINK, list(pairs))


def _link_repeated(book: BookImport) -> None:
    """A row that says the same as an earlier one of the book is a source of the same award."""
    repeated = list(
        book.rows.filter(same_as__isnull=False, award=None, verdict="same").values_list("pk", "same_as")
    )
    if not repeated:
        return
    first: dict[int, int] = {}
    ordinals = sorted({ordinal for _pk, ordinal in repeated if ordinal is not None})
    for start in range(0, len(ordinals), 500):
        some = book.rows.filter(ordinal__in=ordinals[start : start + 500], award__isnull=False)
        first |= dict(some.values_list("ordinal", "award_id"))
    _link((first[ordinal], pk) for pk, ordinal in repeated if ordinal in first)
