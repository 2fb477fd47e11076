"""The searches that somebody keeps."""

from __future__ import annotations

from urllib.parse import parse_qsl

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.accounts.rights import Right
from thidua.registry.actions.keep_search import keep_search, remove_search, rename_search, restore_search
from thidua.registry.models import SavedSearch
from thidua.registry.queries.searches import saved_by
from thidua.support.refusals import Refused
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.register.asked import Asked, read_asked
from thidua.web.workspace.register.forms import NameForm

_REMOVED = "removed_search"  # in the session: what may be brought back


@right_required(Right.SEE_RECORDS)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """List the person's own searches."""
    user = signed_in(request)
    rows = [(row, _asked(row)) for row in saved_by(user)]
    removed = request.session.pop(_REMOVED, None)
    gone = (
        SavedSearch.objects.filter(pk=removed, owner=user, removed_at__isnull=False).first()
        if removed
        else None
    )
    return render(request, "register/saved.html", {"rows": rows, "gone": gone})


@right_required(Right.SEE_RECORDS)
@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Keep the search that the page shows under the name that was typed."""
    asked = read_asked(dict(parse_qsl(request.POST.get("address", ""))))
    form = NameForm(request.POST)
    by = signed_in(request)
    if form.accepted(lambda: keep_search(name=form.cleaned_data["name"], address=asked.stored(), by=by)):
        messages.success(
            request, _("The search is saved. You find it above the hits, and its address can be sent.")
        )
        return redirect(asked.address())
    return render(request, "register/name.html", {"form": form, "asked": asked, "address": asked.stored()})


@right_required(Right.SEE_RECORDS)
def rename(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a search another name."""
    row, by = _own(request, pk), signed_in(request)
    form = NameForm(request.POST or None, initial={"name": row.name})
    if request.method == "POST" and form.accepted(
        lambda: rename_search(row=row, name=form.cleaned_data["name"], by=by)
    ):
        messages.success(request, _("The search has its new name."))
        return redirect("saved-searches")
    return render(request, "register/name.html", {"form": form, "asked": _asked(row), "row": row})


@right_required(Right.SEE_RECORDS)
@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete a search; the list offers to bring it back."""
    row = _own(request, pk)
    remove_search(row=row, by=signed_in(request))
    request.session[_REMOVED] = row.pk
    return redirect("saved-searches")


@right_required(Right.SEE_RECORDS)
@require_POST
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    """Bring a deleted search back."""
    row = get_object_or_404(SavedSearch, pk=pk, owner=signed_in(request))
    try:
        restore_search(row=row, by=signed_in(request))
        messages.success(request, _("The search is back."))
    except Refused as refused:
        messages.warning(request, " ".join(str(one) for said in refused.faults.values() for one in said))
    return redirect(reverse("saved-searches"))


def _own(request: HttpRequest, pk: int) -> SavedSearch:
    return get_object_or_404(saved_by(signed_in(request)), pk=pk)


def _asked(row: SavedSearch) -> Asked:
    return read_asked(dict(parse_qsl(row.address)))
