"""A unit's sheet: filling it in, cell by cell, with JavaScript or without."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.accounts.rights import Right
from thidua.support.refusals import NotAllowed, Refused
from thidua.targets import access
from thidua.targets.actions import CellConflict, save_cell
from thidua.targets.models import Sheet
from thidua.targets.queries import GridRow, SheetGrid, grid
from thidua.targets.typed import Typed
from thidua.web.shell.access import require_right, right_required, signed_in
from thidua.web.shell.formats import page_language
from thidua.web.workspace.targets.find import sheet_or_404
from thidua.web.workspace.targets.sheet_rows import Sent, shown_rows
from thidua.web.workspace.targets.states import sheet_tag

CHECK = "kiem-tra"  # the button that saves and goes on to the check


@right_required(Right.SEE_FIGURES)
def page(request: HttpRequest, slug: str, unit: str) -> HttpResponse:
    """Show the sheet; without JavaScript its form saves every row at once."""
    sheet = sheet_or_404(request, slug, unit)
    found = grid(sheet)
    sent = Sent()
    if request.method == "POST":
        require_right(request, Right.REPORT_FIGURES, unit=sheet.unit)
        sent = _save_all(request, found)
        if not (sent.conflicts or sent.refusals):
            if "buoc" in request.POST and request.POST["buoc"] == CHECK:
                return redirect("check-sheet", slug, unit)
            messages.success(request, _("Saved. Nothing is submitted yet."))
            return redirect("sheet", slug, unit)
        found = grid(sheet)
    return render(request, "targets/sheet.html", sheet_context(request, found, sent))


@right_required(Right.REPORT_FIGURES)
@require_POST
def save_row(request: HttpRequest, slug: str, unit: str, pk: int) -> HttpResponse:
    """Save one row as it was typed and return it as it now stands, with the count of the page."""
    sheet = sheet_or_404(request, slug, unit)
    row = next((row for row in grid(sheet).rows if row.indicator.pk == pk), None)
    if row is None:
        raise Http404
    sent = Sent()
    _save(request, sheet, row, sent)
    found = grid(sheet)
    rows = shown_rows(found, sent)
    context = {
        "grid": found,
        "row": next(shown for shown in rows if shown.pk == pk),
        "is_editable": True,
        "sheet": sheet,
    }
    return render(request, "targets/sheet_row_part.html", context)


def sheet_context(request: HttpRequest, found: SheetGrid, sent: Sent) -> dict[str, Any]:
    """Return what the page of a sheet shows."""
    sheet = found.sheet
    is_reporter = access.may_report(signed_in(request), sheet.unit)
    rows = shown_rows(found, sent)
    return {
        "sheet": sheet,
        "round": sheet.round,
        "grid": found,
        "rows": rows,
        "tag": sheet_tag(sheet.state),
        "period": found.period.label(page_language()),
        "last_period": found.last_period.label(page_language()) if found.last_period else "",
        "is_editable": found.is_editable and is_reporter,
        "is_reporter": is_reporter,
        "appraises": access.may_appraise(signed_in(request), sheet.round),
        "has_faults": [said for row in rows for said in row.refusals] or bool(sent.conflicts),
        "faulty": [row for row in rows if row.refusals or row.conflict],
        "check": CHECK,
    }


def _save_all(request: HttpRequest, found: SheetGrid) -> Sent:
    sent = Sent()
    for row in found.rows:
        if f"{row.indicator.pk}-version" in request.POST:
            _save(request, found.sheet, row, sent)
    return sent


def _save(request: HttpRequest, sheet: Sheet, row: GridRow, sent: Sent) -> None:
    """Save the boxes of a row; what cannot be saved is kept in `sent`, to be shown again as it was typed."""
    pk = row.indicator.pk
    typed = Typed(*(request.POST.get(f"{pk}-{box}", "") for box in ("value", "numerator", "denominator")))
    version = request.POST.get(f"{pk}-version", "")
    try:
        save_cell(
            sheet=sheet,
            indicator=row.indicator,
            typed=typed,
            version=int(version) if version.isascii() and version.isdigit() and len(version) < 9 else 0,
            by=signed_in(request),
            confirmed=_new_reason(request, row),
        )
    except NotAllowed as refused:
        raise PermissionDenied(str(refused)) from refused
    except CellConflict as conflict:
        sent.typed[pk], sent.conflicts[pk] = typed, conflict
    except Refused as refused:
        sent.typed[pk] = typed
        sent.refusals[pk] = tuple(str(said) for sentences in refused.faults.values() for said in sentences)


def _new_reason(request: HttpRequest, row: GridRow) -> str | None:
    """Return a reason that was typed now; the reason on record belongs to the value on record."""
    reason = request.POST.get(f"{row.indicator.pk}-confirmed")
    return None if reason is None or reason.strip() == row.reason else reason
