"""Checking everything, declaring, sending; the receipt; marking a fault as mended."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.accounts.rights import Right
from thidua.core.workflow.dossier import RETURNED
from thidua.lawbook.queries import current_book
from thidua.nominations import access
from thidua.nominations.actions import mend_fault, resubmit_dossier, submit_dossier
from thidua.nominations.models import Dossier
from thidua.nominations.queries.duplicates import duplicates_of_dossier
from thidua.nominations.queries.fairness import shares_of
from thidua.nominations.queries.readiness import Readiness, readiness
from thidua.support.refusals import Refused
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.shares import shares_told
from thidua.web.workspace.nominations.find import dossier_or_404, posted, written_dossier
from thidua.web.workspace.nominations.forms.sending import DeclarationForm
from thidua.web.workspace.nominations.parts import address_of
from thidua.web.workspace.nominations.receipt import receipt_of, receipt_pdf
from thidua.web.workspace.nominations.verdicts import duplicate_sentence, shown_verdict


@right_required(Right.NOMINATE)
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest, code: str) -> HttpResponse:
    """Show what was written, what is missing and what the law says; send it with a declaration."""
    row = written_dossier(request, code)
    form = DeclarationForm(posted(request))
    if request.method == "POST" and form.accepted(lambda: _sent(request, row, form)):
        return redirect("dossier-receipt", code)
    found = readiness(row, timezone.localdate())
    context = {
        "dossier": row,
        "form": form,
        "sends": access.may_submit(signed_in(request), row),
        "ready": found,
        "blocking": [_lack(row, lack) for lack in found.lacks if lack.blocks],
        "asked": [_lack(row, lack) for lack in found.lacks if not lack.blocks],
        "is_returned": row.state == RETURNED,
        "papers": row.evidence.filter(nomination=None, withdrawn_at__isnull=True).select_related("file"),
    }
    return render(request, "nominations/check.html", context | _judged(row, found))


@right_required(Right.SEE_DOSSIERS)
@require_safe
def receipt(request: HttpRequest, code: str) -> HttpResponse:
    """Say that the dossier came, what comes next, by when and who does it."""
    row = dossier_or_404(request, code)
    if row.submitted_at is None:
        return redirect("my-dossier", code)
    context = {"dossier": row, "receipt": receipt_of(row)}
    return render(request, "nominations/receipt.html", context)


@right_required(Right.SEE_DOSSIERS)
@require_safe
def receipt_file(request: HttpRequest, code: str) -> HttpResponse:
    """Hand out the receipt as a PDF, to be printed or kept."""
    row = dossier_or_404(request, code)
    if row.submitted_at is None:
        return redirect("my-dossier", code)
    response = HttpResponse(receipt_pdf(row), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="bien-nhan-{row.code}.pdf"'
    return response


@right_required(Right.NOMINATE)
@require_POST
def mended(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Mark a fault as mended that no field of its own shows."""
    row = written_dossier(request, code)
    fault = get_object_or_404(row.faults, pk=pk)
    try:
        mend_fault(fault=fault, by=signed_in(request))
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Marked as mended."))
    back, own = request.POST.get("ve", ""), reverse("my-dossier", args=[code])
    return redirect(back if back.startswith(f"{own}/") else own)


def _sent(request: HttpRequest, row: Dossier, form: DeclarationForm) -> Dossier:
    send = resubmit_dossier if row.state == RETURNED else submit_dossier
    return send(dossier=row, declared=form.cleaned_data["declared"], by=signed_in(request))


def _lack(row: Dossier, lack: Any) -> tuple[str, str]:
    return lack.text, address_of(row, lack.field, lack.nomination)


def _judged(row: Dossier, found: Readiness) -> dict[str, Any]:
    book, today = current_book(), timezone.localdate()
    rows = [one.nomination for one in found.findings]
    doubles = duplicates_of_dossier(rows, drafts_of=row.unit) if rows else {}
    return {
        "nominees": [
            {
                "nominee": one.nomination,
                "verdict": shown_verdict(book, one.appraisal, today),
                "duplicates": [
                    duplicate_sentence(hit, row.code) for hit in doubles.get(one.nomination.pk, ())[:3]
                ],
            }
            for one in found.findings
        ],
        "shares": shares_told(shares_of(row.nominations.all(), row.counting_year)) if rows else [],
    }
