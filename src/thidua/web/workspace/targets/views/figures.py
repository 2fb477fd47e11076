"""Plans and figures: lists, the history of one figure, setting and recording."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.core.periods import Period
from thidua.orgs.access import may_anywhere
from thidua.targets import access, wording
from thidua.targets.actions import record_observation, set_plan
from thidua.targets.models import Observation, Plan
from thidua.targets.queries import history
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.lookups.fields import only_looks_up, without_faults
from thidua.web.workspace.targets.files import download
from thidua.web.workspace.targets.find import observation_or_404
from thidua.web.workspace.targets.forms.figures import ObservationForm, PlanForm
from thidua.web.workspace.targets.labels import indicator_name
from thidua.web.workspace.targets.presenting import shown
from thidua.web.workspace.targets.states import observation_tag
from thidua.web.workspace.targets.tables.figures import OBSERVATIONS, PLANS


@right_required(Right.SEE_FIGURES)
def figures(request: HttpRequest) -> HttpResponseBase:
    """List the figures that the person may read."""
    user = signed_in(request)
    rows = access.observations_visible_to(user, timezone.localdate())
    context = {
        "may_record": may_anywhere(user, Right.ACCEPT_FIGURES),
        "may_import": may_anywhere(user, Right.IMPORT_FIGURES),
    }
    related = rows.select_related("indicator", "unit", "accepted_by")
    return OBSERVATIONS.respond(request, related, "targets/figures.html", context)


@right_required(Right.SEE_FIGURES)
def figure_history(request: HttpRequest, pk: int) -> HttpResponse:
    """Tell every value of one figure, who brought it, and what the log says."""
    row = observation_or_404(request, pk)
    found = history(row.indicator, row.unit, Period(row.starts_on, row.ends_on))
    context = {
        "found": found,
        "figure": shown(found.figure),
        "name": indicator_name(row.indicator),
        "values": [
            (value, wording.in_words(row.indicator, value), observation_tag(value.state))
            for value in found.values
        ],
        "plans": [(plan, wording.quantity(row.indicator, plan.value)) for plan in found.plans],
        "row": row,
    }
    return render(request, "targets/figure_history.html", context)


@right_required(Right.SEE_FIGURES)
def figure_evidence(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Hand out the paper that a figure comes from."""
    row = observation_or_404(request, pk)
    if row.evidence is None:
        raise Http404
    return download(row.evidence)


@right_required(Right.ACCEPT_FIGURES)
def record(request: HttpRequest) -> HttpResponse:
    """Put a figure on record that did not come by a sheet."""
    form = ObservationForm(request.POST or None, user=signed_in(request), initial={"comparator": "equal"})
    if only_looks_up(request):
        without_faults(form)
    elif request.method == "POST" and form.accepted(lambda: _record(request, form)):
        messages.success(request, _("The figure is on record. A former one is kept behind it."))
        return redirect("figure-history", form.outcome.pk)
    return render(request, "targets/record_figure.html", {"form": form})


def _record(request: HttpRequest, form: ObservationForm) -> Observation:
    said = form.cleaned_data
    return record_observation(
        indicator=said["indicator"],
        unit=said["unit"],
        period=said["period"],
        comparator=said["comparator"],
        as_of=said["as_of"],
        source=said["source"],
        note=said["note"],
        confirmed=said["confirmed"],
        by=signed_in(request),
        **form.numbers(),
    )


@right_required(Right.SEE_FIGURES)
def plans(request: HttpRequest) -> HttpResponseBase:
    """List the plans that the person may read."""
    user = signed_in(request)
    rows = access.plans_visible_to(user, timezone.localdate()).select_related("indicator", "unit", "set_by")
    context = {
        "may_set": may_anywhere(user, Right.SET_PLANS),
        "may_import": may_anywhere(user, Right.IMPORT_FIGURES),
    }
    return PLANS.respond(request, rows, "targets/plans.html", context)


@right_required(Right.SET_PLANS)
def new_plan(request: HttpRequest) -> HttpResponse:
    """Set a plan."""
    form = PlanForm(request.POST or None, user=signed_in(request), initial={"authority": "council"})
    if only_looks_up(request):
        without_faults(form)
    elif request.method == "POST" and form.accepted(lambda: _set(request, form)):
        messages.success(request, _("The plan is set. A former one is kept behind it."))
        return redirect("plans")
    return render(request, "targets/set_plan.html", {"form": form})


def _set(request: HttpRequest, form: PlanForm) -> Plan:
    return set_plan(by=signed_in(request), **form.cleaned_data)
