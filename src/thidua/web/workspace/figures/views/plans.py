"""Plans: the list, one plan with those before it, and the form."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.core.periods import Period
from thidua.core.vietnamese.numbers import format_number
from thidua.orgs.access import may_anywhere
from thidua.support.audit.describe import story
from thidua.support.audit.queries import history_of
from thidua.targets import access, wording
from thidua.targets.actions import set_plan
from thidua.targets.enums import PlanAuthority
from thidua.targets.models import Plan
from thidua.web.shell import formats
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.lookups.fields import only_looks_up, without_faults
from thidua.web.workspace.figures.addresses import figure_url, set_plan_url
from thidua.web.workspace.figures.asked import ABOUT, asked_in
from thidua.web.workspace.figures.find import plan_or_404
from thidua.web.workspace.figures.forms.figure import PlanForm
from thidua.web.workspace.figures.states import plan_tag
from thidua.web.workspace.figures.tables import PLANS


@right_required(Right.SEE_FIGURES)
def plans(request: HttpRequest) -> HttpResponse:
    """List the plans of units that the person sees."""
    rows = access.plans_visible_to(signed_in(request), timezone.localdate())
    context = {
        "may_set": may_anywhere(request.user, Right.SET_PLANS),
        "may_import": may_anywhere(request.user, Right.IMPORT_FIGURES),
    }
    return PLANS.respond(
        request, rows.select_related("indicator", "unit", "set_by"), "figures/plans.html", context
    )


@right_required(Right.SEE_FIGURES)
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a plan, the ones it took the place of, and what was done."""
    row = plan_or_404(request, pk)
    period = Period(row.starts_on, row.ends_on)
    chain = Plan.objects.filter(
        indicator=row.indicator,
        unit=row.unit,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        authority=row.authority,
    ).select_related("set_by", "batch")
    context = {
        "plan": row,
        "tag": plan_tag(row),
        "name": wording.name_of(row.indicator),
        "value": wording.quantity(row.indicator, row.value),
        "period": period.label(formats.page_language()),
        "chain": [
            (each, wording.quantity(row.indicator, each.value), plan_tag(each))
            for each in chain.order_by("-set_at", "-pk")
        ],
        "figure_url": figure_url(row.indicator, row.unit.key, period),
        "set_url": set_plan_url(row.indicator, row.unit.key, period)
        if access.may_set_plan(signed_in(request), row.unit)
        else "",
        "stories": [story(entry) for entry in history_of(row)],
    }
    return render(request, "figures/plan.html", context)


@right_required(Right.SET_PLANS)
def set_one(request: HttpRequest) -> HttpResponse:
    """Set a plan; a former one of the same authority is kept behind it."""
    form = PlanForm(request.POST or None, user=signed_in(request), initial=_begin(request))
    if only_looks_up(request):
        without_faults(form)
    elif request.method == "POST" and form.accepted(lambda: _set(form, request)):
        messages.success(request, _("The plan is kept."))
        return redirect("plan", form.outcome.pk)
    return render(request, "figures/plan_form.html", {"form": form})


def _set(form: PlanForm, request: HttpRequest) -> Plan:
    said = form.cleaned_data
    return set_plan(
        indicator=said["indicator"],
        unit=said["unit"],
        period=said["period"],
        value=said["number"],
        authority=said["authority"],
        document=said["document"],
        seen=form.seen_row,
        by=signed_in(request),
    )


def _begin(request: HttpRequest) -> dict[str, Any]:
    """What the form starts with: what a link brings along, and the plan that is on record."""
    about = asked_in(request)
    if len(about) < len(ABOUT):
        return {"authority": PlanAuthority.SUPERIOR, **about}
    period = about["period"]
    present = Plan.objects.filter(
        indicator=about["indicator"],
        unit=about["unit"],
        starts_on=period.start,
        ends_on=period.end,
        is_current=True,
    ).first()
    if present is None:
        return {"authority": PlanAuthority.SUPERIOR, **about}
    return {
        "seen": present.pk,
        "value": format_number(present.value),  # read in the Vietnamese form in either language
        "authority": present.authority,
        "document": present.document,
        **about,
    }
