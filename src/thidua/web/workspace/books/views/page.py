"""A book: how far it is, what its rows are, what became of it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.accounts.rights import Right
from thidua.registry.enums import BookState, RowVerdict
from thidua.registry.models import BookImport, Conferral
from thidua.registry.queries.books import books_seen_by, verdict_counts
from thidua.support.audit.describe import story
from thidua.support.audit.queries import history_of
from thidua.support.refusals import NotAllowed, Refused
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.htmx import render_page_or_part
from thidua.web.workspace.books.find import book_for
from thidua.web.workspace.books.long_work import told_of
from thidua.web.workspace.books.states import WORDS, state_tag, verdict_tag
from thidua.web.workspace.books.working import read_or_begin

MOST_PAPERS = 20


@right_required(Right.KEEP_AWARDS)
@require_safe
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a book: the progress of its reading, what to do with it, or what it brought."""
    book = book_for(request, pk)
    told = told_of(book)
    context: dict[str, Any] = {
        "book": book,
        "tag": state_tag(book),
        "told": told,
        "works": told is not None and told.is_alive and not told.faults,
        "stopped": _stopped(book, told),
        "counts": counts_shown(book),
        "twin": twin_of(request, book),
        "remarks": book.reading.get("remarks", ()),
    }
    if book.state == BookState.STORED:
        context |= {
            "papers": Conferral.objects.filter(book=book).order_by("pk")[:MOST_PAPERS],
            "paper_count": Conferral.objects.filter(book=book).count(),
            "entered": book.reading.get("entered", 0),
            "sources": book.reading.get("sources", 0),
        }
    if not context["works"]:
        context["stories"] = [story(entry) for entry in history_of(book)[:10]]
    return render_page_or_part(
        request, "books/page.html", context, part="book-work", part_template="books/work.html"
    )


@right_required(Right.KEEP_AWARDS)
@require_POST
def read_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Read the file once more, from its beginning."""
    book = book_for(request, pk)
    try:
        read_or_begin(book, signed_in(request))
    except NotAllowed as refused:
        raise PermissionDenied(str(refused)) from refused
    except Refused as refused:
        messages.error(request, " ".join(str(one) for said in refused.faults.values() for one in said))
    return redirect("book", pk)


def counts_shown(book: BookImport) -> list[tuple[Any, int, str]]:
    """Return tag, count and address of each verdict; one query."""
    counted = verdict_counts(book)
    address = reverse("book-rows", args=[book.pk])
    return [
        (verdict_tag(verdict), counted[verdict], f"{address}?loai={WORDS[verdict]}")
        for verdict in (
            RowVerdict.NEW,
            RowVerdict.SAME,
            RowVerdict.CONFLICT,
            RowVerdict.UNREADABLE,
            RowVerdict.IGNORED,
        )
    ]


def twin_of(request: HttpRequest, book: BookImport) -> BookImport | None:
    """Return an earlier import of the very same file that counts or waits, as far as the person may see it."""
    if book.state not in (BookState.READING, BookState.TO_CONFIRM):
        return None
    states = (BookState.STORED, BookState.TO_CONFIRM)
    found = books_seen_by(signed_in(request)).filter(sha256=book.sha256, state__in=states)
    return found.exclude(pk=book.pk).order_by("pk").first()


def _stopped(book: BookImport, told: Any) -> str:
    """Return what to say of a work that is not under way though it should be."""
    if told is not None and not told.is_alive and not told.faults:
        return _("The work stopped in the middle. Nothing of it has been saved; begin it again.")
    if told is None and book.state == BookState.READING:
        return _("The file was not read to its end. Nothing of it has been saved; read it again.")
    return ""
