"""The office appraises one sheet: accepts it, returns it with reasons at the figures, or opens it again."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.core.workflow.reporting import SUBMITTED
from thidua.support.refusals import NotAllowed, Refused
from thidua.targets import access
from thidua.targets.actions import accept_sheet, reopen_sheet, return_sheet
from thidua.targets.models import Sheet
from thidua.targets.queries import grid
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.workspace.targets.find import posted, sheet_or_404
from thidua.web.workspace.targets.forms.appraisal import ReturnForm
from thidua.web.workspace.targets.forms.sheet import ReasonForm
from thidua.web.workspace.targets.labels import round_period
from thidua.web.workspace.targets.sheet_rows import shown_rows
from thidua.web.workspace.targets.states import sheet_tag

ACCEPT, RETURN = "chap-nhan", "tra-lai"


def _appraised(request: HttpRequest, slug: str, unit: str) -> Sheet:
    sheet = sheet_or_404(request, slug, unit)
    if not access.may_appraise(signed_in(request), sheet.round):
        raise PermissionDenied(
            _("Only officers of %(unit)s decide about this round.") % {"unit": sheet.round.opened_by.name}
        )
    return sheet


@right_required(Right.ACCEPT_FIGURES)
def appraise(request: HttpRequest, slug: str, unit: str) -> HttpResponse:
    """Show a submitted sheet with everything the office needs to decide, and decide."""
    sheet = _appraised(request, slug, unit)
    if sheet.state != SUBMITTED and request.method != "POST":
        return redirect("sheet", slug, unit)
    found = grid(sheet)
    returning = request.method == "POST" and request.POST.get("quyet-dinh") == RETURN
    form = ReturnForm(request.POST if returning else None, grid=found)
    faults: list[str] = []
    if returning and form.accepted(
        lambda: return_sheet(
            sheet=sheet, reasons=form.reasons, message=form.cleaned_data["message"], by=signed_in(request)
        )
    ):
        messages.success(
            request, _("Returned. %(unit)s sees each reason at its figure.") % {"unit": sheet.unit}
        )
        return redirect("round", slug)
    if request.method == "POST" and not returning:
        faults = _accept(request, sheet)
        if not faults:
            messages.success(
                request, _("Accepted. The figures of %(unit)s count now.") % {"unit": sheet.unit}
            )
            return redirect("round", slug)
    context = {
        "sheet": sheet,
        "round": sheet.round,
        "rows": [(row, form[f"reason-{row.pk}"]) for row in shown_rows(found)],
        "form": form,
        "tag": sheet_tag(sheet.state),
        "period": round_period(sheet.round),
        "has_faults": faults,
        "accept": ACCEPT,
        "return": RETURN,
    }
    return render(request, "targets/appraise.html", context)


def _accept(request: HttpRequest, sheet: Sheet) -> list[str]:
    try:
        accept_sheet(sheet=sheet, by=signed_in(request))
    except NotAllowed as refused:
        raise PermissionDenied(str(refused)) from refused
    except Refused as refused:
        return [str(said) for sentences in refused.faults.values() for said in sentences]
    return []


@right_required(Right.ACCEPT_FIGURES)
def reopen(request: HttpRequest, slug: str, unit: str) -> HttpResponse:
    """Give an accepted or locked sheet back to its unit, with a reason."""
    sheet = _appraised(request, slug, unit)
    form = ReasonForm(
        posted(request),
        hint=_("The unit reads these words."),
        initial={"reason": sheet.reopen_request},
    )
    return ask_first(
        request,
        question=_("Open the report of %(unit)s again?") % {"unit": sheet.unit},
        consequence=_("Its accepted figures count until the report is accepted anew."),
        verb=_("Reopen"),
        back=reverse("round", args=[slug]),
        act=lambda: reopen_sheet(sheet=sheet, reason=form.cleaned_data["reason"], by=signed_in(request)),
        done=_("The report is open for its unit again."),
        form=form,
    )
