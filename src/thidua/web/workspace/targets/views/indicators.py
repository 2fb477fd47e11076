"""Indicators: the list, one indicator, adding and changing."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.movements.access import visible_to
from thidua.movements.models import Movement
from thidua.orgs.access import may_anywhere
from thidua.support.audit.queries import history_of
from thidua.targets import access
from thidua.targets.actions import create_indicator, edit_indicator
from thidua.targets.models import Indicator
from thidua.web.shell.access import require_right, right_required, signed_in
from thidua.web.shell.lookups.fields import only_looks_up, without_faults
from thidua.web.workspace.targets.find import indicator_or_404
from thidua.web.workspace.targets.forms.indicator import NEW, IndicatorForm, said_of
from thidua.web.workspace.targets.tables.figures import INDICATORS


@right_required(Right.SEE_FIGURES)
def listing(request: HttpRequest) -> HttpResponseBase:
    """List the indicators."""
    context = {"may_manage": may_anywhere(signed_in(request), Right.MANAGE_INDICATORS)}
    rows = Indicator.objects.select_related("owner")
    return INDICATORS.respond(request, rows, "targets/indicators.html", context)


@right_required(Right.SEE_FIGURES)
def detail(request: HttpRequest, code: str) -> HttpResponse:
    """Tell everything that is said of an indicator, and who changed it."""
    indicator = indicator_or_404(code)
    context = {
        "indicator": indicator,
        "movements": indicator.movements.order_by("-starts_on"),
        "may_manage": access.may_manage_indicator(signed_in(request), indicator.owner),
        "log": history_of(indicator)[:20],
        "is_ratio": bool(indicator.denominator_name),
    }
    return render(request, "targets/indicator.html", context)


@right_required(Right.MANAGE_INDICATORS)
def create(request: HttpRequest) -> HttpResponse:
    """Add an indicator."""
    form = IndicatorForm(
        request.POST or None, user=signed_in(request), movements=_movements(request), initial=NEW
    )
    if only_looks_up(request):
        without_faults(form)
    elif request.method == "POST" and form.accepted(
        lambda: create_indicator(content=form.content(), by=signed_in(request))
    ):
        messages.success(request, _("The indicator is kept."))
        return redirect("indicator", form.outcome.code)
    return render(request, "targets/edit_indicator.html", {"form": form})


@right_required(Right.MANAGE_INDICATORS)
def edit(request: HttpRequest, code: str) -> HttpResponse:
    """Change what is said of an indicator; its code stays."""
    indicator = indicator_or_404(code)
    require_right(request, Right.MANAGE_INDICATORS, unit=indicator.owner)
    form = IndicatorForm(
        request.POST or None,
        user=signed_in(request),
        movements=_movements(request),
        initial=said_of(indicator),
    )
    del form.fields["code"]
    if only_looks_up(request):
        without_faults(form)
    elif request.method == "POST" and form.accepted(
        lambda: edit_indicator(
            indicator=indicator,
            content=form.content(),
            version=form.cleaned_data["seen"] or 0,
            by=signed_in(request),
        )
    ):
        messages.success(request, _("The changes are kept."))
        return redirect("indicator", code)
    return render(request, "targets/edit_indicator.html", {"form": form, "indicator": indicator})


def _movements(request: HttpRequest) -> QuerySet[Movement]:
    visible = visible_to(signed_in(request), timezone.localdate())
    return visible.filter(parent__isnull=True).order_by("-starts_on", "short_name")
