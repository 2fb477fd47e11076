"""Anniversaries, with the years they make this year."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.movements import access
from thidua.movements.actions import keep_anniversary
from thidua.movements.models import Anniversary
from thidua.movements.queries import anniversaries_in
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.movements.forms.life import AnniversaryForm


@right_required(Right.SEE_MOVEMENTS)
def listing(request: HttpRequest) -> HttpResponse:
    """List the anniversaries and the years they make in the year asked for, this year unless said otherwise."""
    asked = request.GET.get("nam", "")
    year = (
        int(asked) if asked.isascii() and asked.isdigit() and len(asked) == 4 else timezone.localdate().year
    )
    context = {
        "year": year,
        "rows": anniversaries_in(year),
        "keeps": access.may_keep_anniversaries(request.user),
    }
    return render(request, "movements/anniversaries.html", context)


@right_required(Right.MANAGE_MOVEMENTS)
def add(request: HttpRequest) -> HttpResponse:
    """Add an anniversary."""
    return _keep(request, None)


@right_required(Right.MANAGE_MOVEMENTS)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct an anniversary."""
    return _keep(request, get_object_or_404(Anniversary, pk=pk))


def _keep(request: HttpRequest, anniversary: Anniversary | None) -> HttpResponse:
    names = ("name", "started_year", "started_on", "source")
    said = {name: getattr(anniversary, name) for name in names} if anniversary else {}
    form = AnniversaryForm(request.POST or None, initial=said)
    if request.method == "POST" and form.accepted(
        lambda: keep_anniversary(anniversary=anniversary, by=signed_in(request), **form.cleaned_data)
    ):
        messages.success(request, _("The anniversary is kept."))
        return redirect("anniversaries")
    return render(request, "movements/anniversary.html", {"form": form, "anniversary": anniversary})
