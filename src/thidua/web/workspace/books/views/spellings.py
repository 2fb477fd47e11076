"""What was learned of spellings: listed, changed, forgotten."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thidua.accounts.rights import Right
from thidua.registry.actions import forget_spelling
from thidua.registry.models import LearnedSpelling
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.shell.lookups.fields import only_looks_up, without_faults
from thidua.web.workspace.books.forms.spelling import SpellingForm
from thidua.web.workspace.books.tables import SPELLINGS


@right_required(Right.KEEP_AWARDS)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """List the spellings; they hold for the books of everybody."""
    rows = LearnedSpelling.objects.select_related("unit", "book", "learned_by")
    return SPELLINGS.respond(request, rows, "books/spellings.html")


@right_required(Right.KEEP_AWARDS)
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, spelling: int) -> HttpResponse:
    """Say otherwise what a spelling means for the books to come."""
    row, user = get_object_or_404(LearnedSpelling, pk=spelling), signed_in(request)
    form = SpellingForm(request.POST or None, spelling=row, user=user)
    if only_looks_up(request):
        without_faults(form)
    elif request.method == "POST" and form.accepted(lambda: form.changed(user)):
        messages.success(request, _("The meaning has been changed."))
        return redirect("spellings")
    return render(request, "books/spelling.html", {"form": form, "spelling": row})


@right_required(Right.KEEP_AWARDS)
@require_http_methods(["GET", "POST"])
def forget(request: HttpRequest, spelling: int) -> HttpResponse:
    """Ask, then forget a spelling."""
    row = get_object_or_404(LearnedSpelling, pk=spelling)
    return ask_first(
        request,
        question=_("Forget “%(text)s”?") % {"text": row.spelling},
        consequence=_(
            "Later books that write it so are asked about again. Books that are here stay as they were read."
        ),
        verb=_("Forget it"),
        back=reverse("spellings"),
        act=lambda: forget_spelling(spelling=row, by=signed_in(request)),
        done=_("The spelling has been forgotten."),
    )
