"""The queue, the list of all dossiers, and the figures of the office's work."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.nominations import access
from thidua.nominations.enums import FaultCode
from thidua.nominations.queries import due_counts, queue_of, statistics
from thidua.orgs.models import Unit
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.forms import DateField, Form
from thidua.web.workspace.appraisal.tables import DOSSIERS, with_choices


@right_required(Right.APPRAISE)
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """Show what waits for the office, by due day, with how much is overdue, due today and this week."""
    today = timezone.localdate()
    rows = queue_of(signed_in(request), today)
    context = {"counts": due_counts(rows, today), "due": request.GET.get("han", ""), "tab": "queue"}
    return with_choices(DOSSIERS, rows).respond(request, rows, "appraisal/queue.html", context)


@right_required(Right.APPRAISE)
@require_safe
def everything(request: HttpRequest) -> HttpResponse:
    """Show all dossiers of the office, newest first."""
    rows = access.in_appraisal_of(signed_in(request), timezone.localdate())
    rows = rows.select_related("unit", "holder").order_by("-pk")
    return with_choices(DOSSIERS, rows).respond(request, rows, "appraisal/all.html", {"tab": "all"})


class PeriodForm(Form):
    """The first and the last day of a period."""

    tu = DateField(label=_("From"))
    den = DateField(label=_("To"))

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        first, last = said.get("tu"), said.get("den")
        if first and last and first > last:
            self.add_error("den", _("The last day lies before the first. Swap them."))
        return said


@right_required(Right.APPRAISE)
@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    """Show the office's work in a period: this year until today unless another is asked for."""
    today = timezone.localdate()
    first, last = date(today.year, 1, 1), today
    form = PeriodForm(request.GET if "tu" in request.GET else None, initial={"tu": first, "den": last})
    if form.is_valid():
        first, last = form.cleaned_data["tu"], form.cleaned_data["den"]
    found = statistics(first, last, access.in_appraisal_of(signed_in(request), today))
    units = Unit.objects.in_bulk(list(found.by_unit))
    by_unit = [
        (units[pk].name, work)
        for pk, work in found.by_unit.items()
        if work.received or work.resolved or work.in_work
    ]
    months = [(f"{key[5:]}/{key[:4]}", work) for key, work in found.by_month.items()]
    faults = [(FaultCode(code).label, count) for code, count in found.faults]
    context = {
        "form": form,
        "tab": "statistics",
        "first": first,
        "last": last,
        "total": found.total,
        "returns_each": found.total.returns / found.total.resolved if found.total.resolved else None,
        "by_unit": sorted(by_unit, key=lambda pair: pair[0]),
        "by_month": months,
        "faults": faults,
    }
    return render(request, "appraisal/statistics.html", context)
