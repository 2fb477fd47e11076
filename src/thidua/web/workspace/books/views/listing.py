"""The imported books."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.registry.enums import BookState
from thidua.registry.queries.books import books_seen_by
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.books.tables import BOOKS, with_counts


@right_required(Right.KEEP_AWARDS)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """List the books so far; those that were given up only when asked for."""
    books = books_seen_by(signed_in(request))
    given_up = request.GET.get("bo") == "1"
    if not given_up:
        books = books.exclude(state=BookState.DISCARDED)
    return BOOKS.respond(request, with_counts(books), "books/list.html", {"given_up": given_up})
