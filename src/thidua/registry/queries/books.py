"""Imported books: what their rows are, what rests on them, and where a value of the register comes from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.orgs.access import units_where
from thidua.registry.enums import AwardStatus, BookState, RowVerdict
from thidua.registry.models import Award, BookImport, BookRow, Conferral, IdentityMove
from thidua.support.audit.models import AuditEntry

_BY_HAND = ("registry.conferral_edited", "registry.recipients_replaced", "registry.conferral_presented")


@dataclass(frozen=True)
class Source:
    """One row of a saved book that tells of an award: `cells` is field → [cell, text as written]."""

    award: int
    book: int
    title: str
    sha256: str
    sheet: str
    row: int
    cells: dict[str, list[str]]
    own: bool  # the award was entered from it; otherwise it says the same


def books_seen_by(user: User | None) -> QuerySet[BookImport]:
    """Return the books of units whose awards `user` keeps, the newest first."""
    units = units_where(user, Right.KEEP_AWARDS, timezone.localdate())
    return BookImport.objects.filter(kept_by__in=units).select_related("kept_by", "imported_by", "undone_by")


def verdict_counts(book: BookImport) -> dict[str, int]:
    """Return how many rows have each verdict, and `rows` in all; one query."""
    counted = dict(book.rows.order_by().values_list("verdict").annotate(Count("pk")))
    return {verdict.value: counted.get(verdict, 0) for verdict in RowVerdict} | {
        "rows": sum(counted.values())
    }


def rows_of(book: BookImport, verdict: str = "", word: str = "") -> QuerySet[BookRow]:
    """Return rows of a book in their order, of one verdict, or whose name is `word` as read."""
    rows = book.rows.order_by("ordinal")
    if verdict:
        rows = rows.filter(verdict=verdict)
    return rows.filter(values__name__icontains=word) if word else rows


def sources_of(awards: Iterable[int]) -> dict[int, list[Source]]:
    """Return for awards (ids) the rows of saved books that tell of them, the oldest book first; one query."""
    rows = BookRow.objects.filter(award__in=list(awards), book__state=BookState.STORED)
    columns: tuple[str, ...] = ("award_id", "book_id", "book__title", "book__sha256", "sheet", "row", "cells")
    found: dict[int, list[Source]] = {}
    told = rows.order_by("book_id", "ordinal").values_list(*columns, "award__book_id")
    for award, book, title, sha256, sheet, row, cells, own in told:
        source = Source(award, book, title, sha256, sheet, row, cells, own == book)
        found.setdefault(award, []).append(source)
    return found


def resting_on_book(book: BookImport) -> str:
    """Return the sentence that says what rests on a saved book, "" for nothing; five queries at most.

    An award of it that was cancelled, presented or corrected since, a merger of identities that moved one, and an
    award that a decision signed here granted to one of its recipients since. Other books that say the same do not:
    the awards are handed over to them.
    """
    own = Award.objects.filter(book=book).order_by()
    for found, sentence in (
        (_ended(own), _("“%(row)s” was cancelled since. Its award stays in the register.")),
        (_corrected(book), _("“%(row)s” has been changed since. Correct single rows instead.")),
        (_moved(own), _("“%(row)s” was merged with another identity since. Take that back first.")),
    ):
        if found is not None:
            return sentence % {"row": found}
    granted = _granted_since(book, own)
    if granted is None:
        return ""
    return _(
        "Since then %(name)s was granted “%(award)s” by decision %(number)s, which may rest on it. "
        "Correct single rows instead."
    ) % {
        "name": granted.recipient_name,
        "award": granted.conferral.award_form,
        "number": granted.conferral.decision_number,
    }


def _ended(own: QuerySet[Award]) -> object | None:
    return own.exclude(status=AwardStatus.ACTIVE).first()


def _corrected(book: BookImport) -> object | None:
    """Somebody worked on a decision that the book brought: the log knows."""
    if book.stored_at is None:
        return None
    since = book.stored_at.astimezone(UTC).isoformat(timespec="microseconds")
    done = AuditEntry.objects.filter(
        action__in=_BY_HAND, subject_type=Conferral._meta.label_lower, at__gte=since
    )
    ids = {int(pk) for pk in done.values_list("subject_id", flat=True)}
    return Conferral.objects.filter(book=book, pk__in=ids).first() if ids else None


def _moved(own: QuerySet[Award]) -> object | None:
    moves = IdentityMove.objects.filter(model="registry.award", merge__undone_at=None)
    return own.filter(pk__in=moves.values("row_id")).first()


def _granted_since(book: BookImport, own: QuerySet[Award]) -> Award | None:
    if book.stored_at is None:
        return None
    since = timezone.localdate(book.stored_at)
    rows = Award.objects.filter(conferral__from_decision=True, conferral__decision_date__gte=since)
    about = Q()
    for column in ("person", "unit", "household"):
        known: Any = own.filter(**{f"{column}__isnull": False}).values(column)
        about |= Q(**{f"{column}__in": known})
    return rows.filter(about).select_related("conferral").first()
