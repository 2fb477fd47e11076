"""Saving a book, giving it up, undoing it."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from thidua.accounts.rights import Right
from thidua.registry.actions import discard_book, undo_book
from thidua.registry.enums import BookState
from thidua.support.refusals import NotAllowed, Refused
from thidua.web.shell import formats
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.workspace.books.find import book_for
from thidua.web.workspace.books.forms.taking import UndoForm
from thidua.web.workspace.books.summing import sum_of
from thidua.web.workspace.books.views.page import twin_of
from thidua.web.workspace.books.working import store_or_begin


@right_required(Right.KEEP_AWARDS)
@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what would be saved and what not; save it on POST."""
    book, by = book_for(request, pk), signed_in(request)
    if book.state != BookState.TO_CONFIRM:
        return redirect("book", pk)
    faults: list[str] = []
    if request.method == "POST":
        try:
            if store_or_begin(book, by):
                messages.success(request, _("The book has been saved into the register."))
            return redirect("book", pk)
        except NotAllowed as refused:
            raise PermissionDenied(str(refused)) from refused
        except Refused as refused:
            faults = [str(one) for said in refused.faults.values() for one in said]
    context = {"book": book, "sum": sum_of(book), "faults": faults, "twin": twin_of(request, book)}
    return render(request, "books/confirm.html", context)


@right_required(Right.KEEP_AWARDS)
@require_http_methods(["GET", "POST"])
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then give the import up."""
    book = book_for(request, pk)
    return ask_first(
        request,
        question=_("Give up the import “%(title)s”?") % {"title": book.title},
        consequence=_(
            "Nothing of it is in the register. Its rows and your corrections are dropped; the file stays."
        ),
        verb=_("Give it up"),
        back=reverse("books"),
        act=lambda: discard_book(book=book, by=signed_in(request)),
        done=_("The import has been given up."),
    )


@right_required(Right.KEEP_AWARDS)
@require_http_methods(["GET", "POST"])
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for the reason, then take the whole book out of the register."""
    book = book_for(request, pk)
    count = book.reading.get("entered", 0)
    told = ngettext(
        "%(count)s award leaves the register, with its decision where nobody else is in it. The rows stay to be read.",
        "%(count)s awards leave the register, with their decisions where nobody else is in them. "
        "The rows stay to be read.",
        count,
    )
    form = UndoForm(request.POST or None)
    return ask_first(
        request,
        question=_("Undo the import “%(title)s” as a whole?") % {"title": book.title},
        consequence=told % {"count": formats.number(count)},
        verb=_("Undo the import"),
        back=reverse("book", args=[pk]),
        act=lambda: undo_book(book=book, by=signed_in(request), **form.cleaned_data),
        done=_("The import is undone. Nothing of it is in the register."),
        form=form,
    )
