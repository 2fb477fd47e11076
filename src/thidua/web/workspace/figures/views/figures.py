"""Figures: the list, one figure with its trace, and the form that records or corrects one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.core.indicators import Comparator
from thidua.core.periods import Period
from thidua.core.vietnamese.numbers import format_number
from thidua.orgs.access import may_anywhere
from thidua.support.files.actions import store_file
from thidua.targets import access
from thidua.targets.actions import record_observation
from thidua.targets.enums import ObservationState
from thidua.targets.models import Observation
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.kept_files import handed_out
from thidua.web.shell.lookups.fields import only_looks_up, without_faults
from thidua.web.workspace.figures.addresses import figure_url
from thidua.web.workspace.figures.asked import ABOUT, asked_in
from thidua.web.workspace.figures.find import (
    indicator_or_404,
    observation_or_404,
    period_or_404,
    seen_unit,
)
from thidua.web.workspace.figures.forms.figure import FigureForm
from thidua.web.workspace.figures.tables import FIGURES
from thidua.web.workspace.figures.trace import trace_of


@right_required(Right.SEE_FIGURES)
def figures(request: HttpRequest) -> HttpResponse:
    """List the figures of units that the person sees."""
    rows = access.observations_visible_to(signed_in(request), timezone.localdate())
    context = {
        "may_record": may_anywhere(request.user, Right.ACCEPT_FIGURES),
        "may_import": may_anywhere(request.user, Right.IMPORT_FIGURES),
    }
    wanted = rows.select_related("indicator", "unit", "accepted_by", "sheet__round", "batch")
    return FIGURES.respond(request, wanted, "figures/figures.html", context)


@right_required(Right.SEE_FIGURES)
def figure(request: HttpRequest, code: str, key: str, period: str) -> HttpResponse:
    """Show one figure: its value, its basis, where it came from, what it was before, and the rows behind a sum."""
    unit = seen_unit(request, key)
    found = trace_of(signed_in(request), indicator_or_404(code), unit, period_or_404(period))
    return render(request, "figures/figure.html", {"trace": found})


@right_required(Right.SEE_FIGURES)
def figure_of_row(request: HttpRequest, pk: int) -> HttpResponse:
    """Lead from one row to the page of its figure."""
    row = observation_or_404(request, pk)
    return redirect(figure_url(row.indicator, row.unit.key, Period(row.starts_on, row.ends_on)))


@right_required(Right.SEE_FIGURES)
def evidence(request: HttpRequest, pk: int) -> FileResponse:
    """Give the paper that a figure comes from."""
    return handed_out(observation_or_404(request, pk).evidence)


@right_required(Right.ACCEPT_FIGURES)
def record(request: HttpRequest) -> HttpResponse:
    """Record a figure, or correct the one on record; the former row is kept."""
    begin = _begin(request)
    form = FigureForm(request.POST or None, request.FILES or None, user=signed_in(request), initial=begin)
    if only_looks_up(request):
        without_faults(form)
    elif request.method == "POST" and form.accepted(lambda: _record(form, request)):
        row: Observation = form.outcome
        messages.success(request, _("The figure is on record."))
        return redirect(figure_url(row.indicator, row.unit.key, Period(row.starts_on, row.ends_on)))
    context = {"form": form, "corrects": "seen" in begin}
    return render(request, "figures/figure_form.html", context)


def _record(form: FigureForm, request: HttpRequest) -> Observation:
    said, reading, by = form.cleaned_data, form.reading, signed_in(request)
    upload = said["evidence"]
    with transaction.atomic():
        file = store_file(data=upload.read(), name=upload.name, by=by, field="evidence") if upload else None
        return record_observation(
            indicator=said["indicator"],
            unit=said["unit"],
            period=said["period"],
            value=reading.typed_rate if reading.typed_rate is not None else reading.value,
            numerator=reading.numerator,
            denominator=reading.denominator,
            comparator=reading.comparator,
            as_of=said["as_of"],
            note=said["note"],
            source=said["source"],
            evidence=file,
            confirmed=said["confirmed"],
            seen=form.seen_row,
            by=by,
        )


def _begin(request: HttpRequest) -> dict[str, Any]:
    """What the form starts with: what a link brings along, and the figure that is on record."""
    about = asked_in(request)
    if len(about) < len(ABOUT):
        return about
    row = Observation.objects.filter(
        indicator=about["indicator"],
        unit=about["unit"],
        starts_on=about["period"].start,
        ends_on=about["period"].end,
        state=ObservationState.ACCEPTED,
    ).first()
    return {**about, **_said_of(row)} if row else about


def _said_of(row: Observation) -> dict[str, Any]:
    # Boxes are read in the Vietnamese form whatever the language of the page.
    numbers = {
        "value": Comparator(row.comparator).phrase(format_number(row.value), "vi"),
        "numerator": "",
        "denominator": "",
    }
    if row.numerator is not None and row.denominator is not None:
        numbers = {
            "value": "",
            "numerator": format_number(row.numerator),
            "denominator": format_number(row.denominator),
        }
    return {"seen": row.pk, **numbers, "as_of": row.as_of, "source": row.source, "note": row.note}
