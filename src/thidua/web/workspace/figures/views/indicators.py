"""Indicators: the list, one indicator, and the form."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.orgs.access import may_anywhere
from thidua.support.audit.describe import story
from thidua.support.audit.queries import history_of
from thidua.targets import access, wording
from thidua.targets.actions import create_indicator, edit_indicator
from thidua.targets.models import Indicator
from thidua.web.shell.access import require_right, right_required, signed_in
from thidua.web.shell.lookups.fields import only_looks_up, without_faults
from thidua.web.workspace.figures.find import indicator_or_404
from thidua.web.workspace.figures.forms.indicator import IndicatorForm, NewIndicatorForm
from thidua.web.workspace.figures.tables import INDICATORS


@right_required(Right.SEE_FIGURES)
def indicators(request: HttpRequest) -> HttpResponse:
    """List the indicators."""
    rows = Indicator.objects.select_related("owner")
    context = {"may_manage": may_anywhere(request.user, Right.MANAGE_INDICATORS)}
    return INDICATORS.respond(request, rows, "figures/indicators.html", context)


@right_required(Right.SEE_FIGURES)
def indicator(request: HttpRequest, code: str) -> HttpResponse:
    """Show what is said of an indicator, and what was done to it."""
    row = indicator_or_404(code)
    context = {
        "indicator": row,
        "name": wording.name_of(row),
        "measure": wording.measure_of(row),
        "movements": row.movements.order_by("-starts_on"),
        "may_manage": access.may_manage_indicator(signed_in(request), row.owner),
        "stories": [story(entry) for entry in history_of(row)],
    }
    return render(request, "figures/indicator.html", context)


@right_required(Right.MANAGE_INDICATORS)
def create(request: HttpRequest) -> HttpResponse:
    """Add an indicator."""
    form = NewIndicatorForm(request.POST or None, user=signed_in(request))
    if only_looks_up(request):
        without_faults(form)
    elif request.method == "POST" and form.accepted(
        lambda: create_indicator(content=form.content(form.cleaned_data["code"]), by=signed_in(request))
    ):
        messages.success(request, _("The indicator is added."))
        return redirect("indicator", form.outcome.code)
    return render(request, "figures/indicator_form.html", {"form": form})


@right_required(Right.MANAGE_INDICATORS)
def edit(request: HttpRequest, code: str) -> HttpResponse:
    """Change what is said of an indicator; its code stays."""
    row = indicator_or_404(code)
    require_right(request, Right.MANAGE_INDICATORS, unit=row.owner)
    form = IndicatorForm(request.POST or None, user=signed_in(request), row=row)
    if only_looks_up(request):
        without_faults(form)
    elif request.method == "POST" and form.accepted(
        lambda: edit_indicator(
            indicator=row,
            content=form.content(),
            version=form.cleaned_data["seen"] or 0,
            by=signed_in(request),
        )
    ):
        messages.success(request, _("The changes are kept."))
        return redirect("indicator", row.code)
    return render(request, "figures/indicator_form.html", {"form": form, "indicator": row})
