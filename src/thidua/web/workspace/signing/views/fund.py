"""The ledger of the commendation fund: balance, entries, what decisions take, corrections."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.decisions.access import nothing_here
from thidua.decisions.actions import allocate_fund, correct_entry
from thidua.decisions.enums import IN_EFFECT, FundEntryKind
from thidua.decisions.models import FundEntry
from thidua.decisions.queries import fund_balance, fund_years, funds_seen_by, ledger, money_by_decision
from thidua.orgs.access import may
from thidua.orgs.models import Unit
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.signing.find import office_of
from thidua.web.workspace.signing.forms.fund import CorrectionForm, EntryForm, FundChoice, entry_as_new
from thidua.web.workspace.signing.tables import LEDGER, LEDGER_TO_CORRECT


@right_required(Right.SEE_DOSSIERS)
@require_safe
def fund(request: HttpRequest) -> HttpResponse:
    """Show balance and ledger of a fund in a year; the ledger is downloaded with all its entries."""
    user = signed_in(request)
    units = list(funds_seen_by(user))
    office = office_of(user, Right.SEE_DOSSIERS)
    if office is not None and office not in units:
        units.append(office)
    unit = _chosen(request, units, office)
    if unit is None:
        return render(request, "signing/fund.html", {"unit": None})
    years = fund_years(unit)
    year = _year(request, years)
    decisions = list(money_by_decision(unit, year))
    unsigned = [row for row in decisions if row.state not in IN_EFFECT]
    balance = fund_balance(unit, year)
    reserved = sum(getattr(row, "money", 0) or 0 for row in unsigned)
    given = {"quy": str(unit.pk), "nam": str(year)}
    context = {
        "unit": unit,
        "year": year,
        "choice": FundChoice(given, units=[(one.pk, one.name) for one in units], years=years),
        "balance": balance,
        "reserved": reserved,
        "free": balance.left - reserved,
        "decisions": decisions,
        "may_enter": may(user, Right.PROPOSE, unit),
    }
    table = LEDGER_TO_CORRECT if context["may_enter"] else LEDGER
    return table.respond(request, ledger(unit, year), "signing/fund.html", context)


@right_required(Right.PROPOSE)
def enter(request: HttpRequest, unit: int) -> HttpResponse:
    """Enter money that comes in."""
    row = _unit(request, unit)
    form = EntryForm(request.POST or None, initial=entry_as_new())
    if request.method == "POST" and form.accepted(
        lambda: allocate_fund(
            unit=row,
            year=int(form.cleaned_data["year"]),
            amount=int(form.cleaned_data["amount"]),
            on=form.cleaned_data["on"],
            grounds=form.cleaned_data["grounds"],
            paper=form.cleaned_data["paper"],
            kind=FundEntryKind(form.cleaned_data["kind"]),
            by=signed_in(request),
        )
    ):
        messages.success(request, _("The entry is in the ledger."))
        return redirect(_address(form.outcome))
    context = {"form": form, "heading": _("Enter money that comes in"), "unit": row, "back": reverse("fund")}
    return render(request, "signing/fund_form.html", context)


@right_required(Right.PROPOSE)
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct an entry by a counter-entry."""
    entry = FundEntry.objects.select_related("unit", "corrected_by").filter(pk=pk).first()
    if entry is None or not may(signed_in(request), Right.PROPOSE, entry.unit):
        raise nothing_here()
    form = CorrectionForm(request.POST or None, initial={"on": timezone.localdate()})
    sign = -1 if entry.amount < 0 else 1
    if request.method == "POST" and form.accepted(
        lambda: correct_entry(
            entry=entry,
            right_amount=sign * int(form.cleaned_data["amount"]),
            on=form.cleaned_data["on"],
            grounds=form.cleaned_data["grounds"],
            paper=form.cleaned_data["paper"],
            by=signed_in(request),
        )
    ):
        messages.success(request, _("The counter-entry is in the ledger; the entry itself stays."))
        return redirect(_address(form.outcome))
    context = {
        "form": form,
        "heading": _("Correct entry %(number)s") % {"number": entry.pk},
        "unit": entry.unit,
        "entry": entry,
        "back": _address(entry),
    }
    return render(request, "signing/fund_form.html", context)


def _chosen(request: HttpRequest, units: list[Unit], office: Unit | None) -> Unit | None:
    asked = request.GET.get("quy", "")
    named = next((one for one in units if str(one.pk) == asked), None)
    return named or office or (units[0] if units else None)


def _year(request: HttpRequest, years: list[int]) -> int:
    asked = request.GET.get("nam", "")
    return next((year for year in years if str(year) == asked), timezone.localdate().year)


def _unit(request: HttpRequest, pk: int) -> Unit:
    row = Unit.objects.filter(pk=pk).first()
    if row is None or not may(signed_in(request), Right.PROPOSE, row):
        raise nothing_here()
    return row


def _address(entry: FundEntry) -> str:
    return f"{reverse('fund')}?quy={entry.unit_id}&nam={entry.year}"
