"""Taking a book: a file or pasted rows; small ones are read within the answer."""

from __future__ import annotations

import hashlib

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.registry.enums import BookState
from thidua.registry.models import BookImport
from thidua.registry.queries.books import books_seen_by
from thidua.web.shell import typed
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.lookups.fields import only_looks_up, without_faults
from thidua.web.workspace.books.forms.taking import TakeForm
from thidua.web.workspace.books.working import read_or_begin

_WAITING = (BookState.READING, BookState.TO_CONFIRM)


@typed.keeps_typed
@right_required(Right.KEEP_AWARDS)
@require_http_methods(["GET", "POST"])
def take(request: HttpRequest) -> HttpResponse:
    """Ask for a book, keep it, and read it; the very same file leads to its earlier import."""
    user = signed_in(request)
    form = TakeForm(request.POST or typed.sent_before(request), request.FILES or None, user=user)
    if only_looks_up(request):
        without_faults(form)
    elif request.method == "POST" and form.is_valid():
        if (twin := _waiting_twin(form.data_of_book(), user)) is not None:
            messages.warning(request, _("This very file was taken before. This is its import; go on here."))
            return redirect("book", twin.pk)
        if form.accepted(lambda: _taken(form, user)):
            return redirect("book", form.outcome.pk)
    return render(request, "books/take.html", {"form": form})


def _taken(form: TakeForm, user: User) -> BookImport:
    book = form.taken(user)
    read_or_begin(book, user)
    return book


def _waiting_twin(data: bytes, user: User) -> BookImport | None:
    sha256 = hashlib.sha256(data).hexdigest()
    return books_seen_by(user).filter(sha256=sha256, state__in=_WAITING).first()
