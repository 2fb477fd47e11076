"""What the columns of a book say, over its first real rows."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.registry.actions import keep_choices
from thidua.registry.books.staging import FORMER
from thidua.registry.enums import BookState
from thidua.registry.models import BookImport
from thidua.support.refusals import NotAllowed, Refused
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.books.columns_shown import from_titles, sheets_shown
from thidua.web.workspace.books.find import book_for
from thidua.web.workspace.books.forms.columns import ColumnsForm
from thidua.web.workspace.books.working import read_or_begin


@right_required(Right.KEEP_AWARDS)
@require_http_methods(["GET", "POST"])
def choose(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how each sheet was understood; read the book again by what was chosen."""
    book, by = book_for(request, pk), signed_in(request)
    if book.state != BookState.TO_CONFIRM:
        return redirect("book", pk)
    form = ColumnsForm(request.POST or None, book=book)
    if request.method == "POST" and form.is_valid():
        try:
            _read_by(form, book, by)
        except NotAllowed as refused:
            raise PermissionDenied(str(refused)) from refused
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, _("The book is read by these columns."))
            return redirect("book", pk)
    context = {
        "book": book,
        "form": form,
        "sheets": sheets_shown(book, form),
        "titles": from_titles(book),
        "repaired": book.rows.filter(**{f"values__{FORMER}__isnull": False}).count(),
    }
    return render(request, "books/columns.html", context)


def _read_by(form: ColumnsForm, book: BookImport, by: User) -> None:
    kept = keep_choices(book=book, columns=form.columns_chosen(), defaults=form.defaults_said(), by=by)
    read_or_begin(kept, by)
