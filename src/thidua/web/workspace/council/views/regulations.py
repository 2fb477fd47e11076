"""The regulation by which a council works: recorded once, used in every session."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.council.access import nothing_here, require_keeping
from thidua.council.actions import record_regulation, withdraw_regulation
from thidua.council.models import CouncilRegulation
from thidua.council.queries import regulation_on, regulations_of
from thidua.orgs.models import Unit
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.council.find import kept_units
from thidua.web.workspace.council.forms.members import chosen_unit
from thidua.web.workspace.council.forms.regulations import RegulationForm, WithdrawRegulationForm


@right_required(Right.KEEP_COUNCIL)
def listing(request: HttpRequest) -> HttpResponse:
    """Show the regulation in force today and every other one ever recorded."""
    unit = _unit(request)
    context = {
        "unit": unit,
        "units": kept_units(signed_in(request)),
        "rows": list(regulations_of(unit)),
        "current": regulation_on(unit, timezone.localdate()),
    }
    return render(request, "council/regulations.html", context)


@right_required(Right.KEEP_COUNCIL)
def add(request: HttpRequest) -> HttpResponse:
    """Record a regulation."""
    unit, by = _unit(request), signed_in(request)
    form = RegulationForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.accepted(
        lambda: record_regulation(
            unit=unit,
            title=form.cleaned_data["title"],
            number=form.cleaned_data["number"],
            issued_on=form.cleaned_data["issued_on"],
            since=form.cleaned_data["since"],
            regulated=form.regulated(),
            by=by,
        )
    ):
        messages.success(
            request, _("The regulation is recorded. Agenda, opening and minutes now rely on it.")
        )
        return redirect(_regulations(unit))
    context = {"form": form, "unit": unit, "back": _regulations(unit)}
    return render(request, "council/regulation.html", context)


@right_required(Right.KEEP_COUNCIL)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw a regulation that was recorded by mistake."""
    by = signed_in(request)
    row = CouncilRegulation.objects.select_related("unit").filter(pk=pk).first()
    if row is None:
        raise nothing_here()
    require_keeping(by, row.unit)
    form = WithdrawRegulationForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.accepted(
        lambda: withdraw_regulation(regulation=row, reason=form.cleaned_data["withdrawn_reason"], by=by)
    ):
        messages.success(request, _("The regulation is withdrawn; it stays in the history."))
        return redirect(_regulations(row.unit))
    context = {
        "form": form,
        "title": _("Withdraw the regulation"),
        "caption": str(row),
        "lead": _(
            "Only for what was recorded by mistake. Sessions already opened keep what they were opened with."
        ),
        "verb": _("Withdraw the regulation"),
        "back": _regulations(row.unit),
    }
    return render(request, "council/form.html", context)


def _unit(request: HttpRequest) -> Unit:
    unit = chosen_unit(kept_units(signed_in(request)), request.GET.get("don-vi", ""))
    if unit is None:
        raise nothing_here()
    return unit


def _regulations(unit: Unit) -> str:
    return f"{reverse('council-regulations')}?don-vi={unit.pk}"
