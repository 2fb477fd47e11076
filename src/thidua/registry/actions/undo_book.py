"""Take a saved book out of the register as a whole."""

from __future__ import annotations

from typing import Final

from django.db import transaction
from django.db.models import Min, ProtectedError, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.registry.actions.open_books import locked_book
from thidua.registry.actions.reasons import cleaned_reason
from thidua.registry.actions.recipient_names import names_of, recount_names
from thidua.registry.enums import BookState
from thidua.registry.models import Award, BookImport, BookRow, Conferral, LearnedSpelling
from thidua.registry.queries.books import resting_on_book
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused

AT_ONCE: Final = 500
_GONE: Final = (BookState.UNDONE, BookState.DISCARDED)


def undo_book(*, book: BookImport, reason: str, by: User | None) -> BookImport:
    """Take out what the book brought, and return it; its rows stay, so that nobody wonders what it held.

    An award of which another saved book tells, too, is handed over to that one; so is a decision that holds awards
    of others. Raises NotAllowed, or Refused without a reason, in another state, or while something rests on it
    (`queries.books.resting_on_book`), naming it.
    """
    why = cleaned_reason(reason)
    with transaction.atomic():
        row = locked_book(book, by, BookState.STORED)
        if resting := resting_on_book(row):
            raise Refused(resting)
        row.rows.update(award=None)
        handed = _hand_over_awards(row)
        taken = _take_out(Award.objects.filter(book=row))
        _take_out_papers(row)
        forget_spellings(row)
        row.state, row.undone_at, row.undone_by, row.undone_reason = (
            BookState.UNDONE,
            timezone.now(),
            by,
            why,
        )
        row.save(update_fields=["state", "undone_at", "undone_by", "undone_reason"])
        details = {"reason": why, "row_count": taken, "handed_over": handed}
        record(by=by, action="registry.book_undone", subject=row, details=details)
    return row


def forget_spellings(book: BookImport) -> None:
    """Forget what the book taught, but for what later books were read by: that is theirs now."""
    for spelling in LearnedSpelling.objects.filter(book=book).order_by("pk"):
        heir = spelling.used_in.exclude(state__in=_GONE).exclude(pk=book.pk).order_by("pk").first()
        if heir is None:
            spelling.delete()
        else:
            spelling.book = heir
            spelling.save(update_fields=["book"])
            spelling.used_in.remove(heir)


def _hand_over_awards(book: BookImport) -> int:
    """Give awards that other saved books tell of to the oldest of those; return how many."""
    told = BookRow.objects.filter(award__book=book, book__state=BookState.STORED).exclude(book=book)
    heirs: dict[int, list[int]] = {}
    for award, heir in told.order_by().values_list("award").annotate(heir=Min("book")):
        heirs.setdefault(heir, []).append(award)
    for heir, awards in heirs.items():
        for start in range(0, len(awards), AT_ONCE):
            Award.objects.filter(pk__in=awards[start : start + AT_ONCE]).update(book=heir)
    return sum(map(len, heirs.values()))


def _take_out(awards: QuerySet[Award]) -> int:
    names = names_of(awards)
    count = awards.count()
    try:
        awards.delete()
    except ProtectedError as fault:
        held = next(iter(fault.protected_objects))
        raise Refused(
            _("“%(row)s” rests on an award of this import. Take it back first.") % {"row": held}
        ) from fault
    recount_names(names)
    return count


def _take_out_papers(book: BookImport) -> None:
    """Delete the decisions that the book brought; one with awards of others stays, as theirs."""
    papers = Conferral.objects.filter(book=book)
    papers.filter(awards=None).delete()
    for paper in papers.annotate(heir=Min("awards__book")):
        Conferral.objects.filter(pk=paper.pk).update(book=paper.heir)
