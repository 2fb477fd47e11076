"""Checking a sheet and submitting it; the receipt; what stands beside one figure; asking for the sheet back."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.targets import access
from thidua.targets.actions import attach_evidence, request_reopening, save_cell, submit_sheet
from thidua.targets.models import Sheet
from thidua.targets.queries import GridRow, grid, grid_row
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.shell.kept_files import handed_out
from thidua.web.workspace.targets.find import indicator_or_404, posted, sheet_or_404
from thidua.web.workspace.targets.forms.sheet import CellForm, ReasonForm
from thidua.web.workspace.targets.forms.submission import SubmissionForm
from thidua.web.workspace.targets.labels import round_period
from thidua.web.workspace.targets.sheet_rows import shown_rows


def _reported(request: HttpRequest, slug: str, unit: str) -> Sheet:
    """Return the sheet if the person fills it in; raises Http404, or PermissionDenied with a sentence."""
    sheet = sheet_or_404(request, slug, unit)
    if not access.may_report(signed_in(request), sheet.unit):
        raise PermissionDenied(_("Only officers of %(unit)s fill in its report.") % {"unit": sheet.unit.name})
    return sheet


@right_required(Right.REPORT_FIGURES)
def check(request: HttpRequest, slug: str, unit: str) -> HttpResponse:
    """Show everything once more with what is to be mended or answered, and submit."""
    sheet = _reported(request, slug, unit)
    found = grid(sheet)
    if not found.is_editable:
        return redirect("sheet", slug, unit)
    form = SubmissionForm(posted(request), grid=found)
    if request.method == "POST" and form.accepted(
        lambda: submit_sheet(
            sheet=sheet,
            by=signed_in(request),
            reasons=form.reasons,
            blanks_are_intended=bool(form.cleaned_data.get("blanks_are_intended")),
        )
    ):
        return redirect("sheet-receipt", slug, unit)
    context = {
        "sheet": sheet,
        "round": sheet.round,
        "rows": shown_rows(found),
        "to_mend": [row for row in shown_rows(found) if row.wrong or row.row.open_faults],
        "form": form,
        "reason_fields": [form[name] for name in form.fields if name.startswith("reason-")],
        "period": round_period(sheet.round),
    }
    return render(request, "targets/check.html", context)


@right_required(Right.REPORT_FIGURES)
def receipt(request: HttpRequest, slug: str, unit: str) -> HttpResponse:
    """Tell that the sheet came, who holds it now, and what is next."""
    sheet = _reported(request, slug, unit)
    if sheet.submitted_at is None:
        return redirect("sheet", slug, unit)
    context = {"sheet": sheet, "round": sheet.round, "period": round_period(sheet.round)}
    return render(request, "targets/receipt.html", context)


@right_required(Right.REPORT_FIGURES)
def cell(request: HttpRequest, slug: str, unit: str, code: str) -> HttpResponse:
    """A note, a reason and a paper beside one figure."""
    sheet = _reported(request, slug, unit)
    indicator = indicator_or_404(code)
    row = grid_row(sheet, indicator)
    back = f"{reverse('sheet', args=[slug, unit])}#row-{indicator.pk}"
    if row is None:
        return redirect("sheet", slug, unit)
    initial = {"note": row.cell.note if row.cell else "", "confirmed": row.reason, "seen": row.version}
    form = CellForm(posted(request), request.FILES or None, initial=initial)
    if request.method == "POST" and form.accepted(lambda: _keep(request, sheet, row, form)):
        messages.success(request, _("Kept beside the figure."))
        return redirect(back)
    context = {"sheet": sheet, "round": sheet.round, "row": row, "form": form, "back": back}
    return render(request, "targets/cell.html", context)


def _keep(request: HttpRequest, sheet: Sheet, row: GridRow, form: CellForm) -> None:
    said, by = form.cleaned_data, signed_in(request)
    save_cell(
        sheet=sheet,
        indicator=row.indicator,
        typed=row.typed,
        version=said["seen"] or 0,
        by=by,
        note=said["note"],
        confirmed=said["confirmed"],
    )
    file = said["evidence"]
    if file is not None:
        attach_evidence(sheet=sheet, indicator=row.indicator, data=file.read(), name=file.name, by=by)


@right_required(Right.REPORT_FIGURES)
def ask_back(request: HttpRequest, slug: str, unit: str) -> HttpResponse:
    """Ask for an accepted sheet back, with the reason."""
    sheet = _reported(request, slug, unit)
    form = ReasonForm(
        posted(request),
        label=_("What is to be corrected, and why"),
        hint=_("Whoever accepted the report reads these words."),
    )
    return ask_first(
        request,
        question=_("Ask for the report back?"),
        consequence=_("The accepted figures count until the office opens the report again."),
        verb=_("Ask for it back"),
        back=reverse("sheet", args=[slug, unit]),
        act=lambda: request_reopening(sheet=sheet, reason=form.cleaned_data["reason"], by=signed_in(request)),
        done=_("Your request is with the office."),
        form=form,
    )


@right_required(Right.SEE_FIGURES)
def evidence(request: HttpRequest, slug: str, unit: str, code: str) -> FileResponse:
    """Hand out the paper beside one figure."""
    sheet = sheet_or_404(request, slug, unit)
    row = grid_row(sheet, indicator_or_404(code))
    if row is None or row.cell is None or row.cell.evidence is None:
        raise Http404
    return handed_out(row.cell.evidence)
