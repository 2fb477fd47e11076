"""The grid of a book's rows."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.web.shell.access import right_required
from thidua.web.shell.htmx import render_page_or_part
from thidua.web.workspace.books.find import book_for
from thidua.web.workspace.books.grid import PART, grid_context


@right_required(Right.KEEP_AWARDS)
@require_safe
def grid(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the rows of one verdict, fifty at a time, and the cell that is edited."""
    context = grid_context(request, book_for(request, pk))
    return render_page_or_part(
        request, "books/rows.html", context, part=PART, part_template="books/grid.html"
    )
