"""Who does the work of emulation and commendation: the list that form 0605.N counts."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thidua.accounts.rights import Right
from thidua.orgs.access import may, may_anywhere, units_where
from thidua.reports.actions import edit_officer, record_officer, remove_officer
from thidua.reports.models import EmulationOfficer
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.shell.lookups.fields import only_looks_up, without_faults
from thidua.web.workspace.statistics.forms import NewOfficerForm, OfficerForm, said_of
from thidua.web.workspace.statistics.tables import OFFICERS


@right_required(Right.SEE_RECORDS)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """List the officers that the person may see."""
    user = signed_in(request)
    units = units_where(user, Right.SEE_RECORDS, timezone.localdate())
    rows = EmulationOfficer.objects.filter(unit__in=units).select_related("unit")
    keeps = may_anywhere(user, Right.KEEP_RECORDS)
    return OFFICERS.respond(request, rows, "statistics/officers.html", {"keeps": keeps})


@right_required(Right.KEEP_RECORDS)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Record an officer."""
    user = signed_in(request)
    form = NewOfficerForm(request.POST or None, user=user)
    if only_looks_up(request):
        without_faults(form)
    elif request.method == "POST" and form.accepted(
        lambda: record_officer(unit=form.cleaned_data["unit"], content=form.content(), by=user)
    ):
        messages.success(request, _("The officer is on record."))
        return redirect("emulation-officers")
    context = {"form": form, "title": _("Record an officer")}
    return render(request, "statistics/officer.html", context)


@right_required(Right.SEE_RECORDS)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the record of an officer."""
    user, row = signed_in(request), _officer(request, pk)
    form = OfficerForm(request.POST or None, initial=said_of(row))
    if request.method == "POST" and form.accepted(
        lambda: edit_officer(
            officer=row, content=form.content(), version=form.cleaned_data["seen"] or 0, by=user
        )
    ):
        messages.success(request, _("The record is kept."))
        return redirect("emulation-officers")
    context = {
        "form": form,
        "title": row.full_name,
        "row": row,
        "keeps": may(user, Right.KEEP_RECORDS, row.unit),
    }
    return render(request, "statistics/officer.html", context)


@right_required(Right.KEEP_RECORDS)
@require_http_methods(["GET", "POST"])
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take away a record entered by mistake."""
    row = _officer(request, pk)
    return ask_first(
        request,
        question=_("Take the record of %(name)s away?") % {"name": row.full_name},
        consequence=_(
            "For somebody who left, write the last day instead: earlier periods go on counting them."
        ),
        verb=_("Take it away"),
        back=reverse("emulation-officers"),
        act=lambda: remove_officer(officer=row, by=signed_in(request)),
        done=_("The record is taken away; the log keeps what it said."),
    )


def _officer(request: HttpRequest, pk: int) -> EmulationOfficer:
    row = EmulationOfficer.objects.select_related("unit").filter(pk=pk).first()
    if row is None or not may(signed_in(request), Right.SEE_RECORDS, row.unit):
        raise Http404
    return row
