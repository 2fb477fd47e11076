"""One certificate: what it says, whether it counts, what happened to it; its picture and its page again."""

from __future__ import annotations

from base64 import b64encode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.decisions.actions import reprint_page
from thidua.decisions.enums import EventKind
from thidua.decisions.models import Certificate, CertificateEvent, HandingOver, Printer
from thidua.decisions.papers.certificate_words import certificate_text, family_of
from thidua.orgs.access import may
from thidua.support.documents.certificates.layout import layout, papers
from thidua.support.documents.certificates.preview import preview_png
from thidua.support.documents.certificates.printing import PrintMode
from thidua.support.documents.proof.keyring import public_keys
from thidua.support.documents.proof.link import qr_text
from thidua.support.documents.proof.payload import Proof, verify
from thidua.support.documents.qr import qr_png
from thidua.support.refusals import Refused
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.kept_files import handed_out
from thidua.web.workspace.certificates.find import certificate_for
from thidua.web.workspace.certificates.forms.printing import ReprintForm
from thidua.web.workspace.certificates.history import history_of
from thidua.web.workspace.certificates.states import counts, tag_of


@right_required(Right.SEE_DOSSIERS)
@require_safe
def page(request: HttpRequest, code: str) -> HttpResponse:
    """Show a certificate with its proof and history, and what the person may do with it."""
    row = certificate_for(request, code)
    events = list(
        CertificateEvent.objects.filter(certificate__line=row.line)
        .select_related("by", "certificate", "new_certificate")
        .order_by("-pk")
    )
    given = list(
        HandingOver.objects.filter(line=row.line).select_related("by", "certificate").order_by("-pk")
    )
    proof, fault = _proof(row)
    context = {
        "certificate": row,
        "line": row.line,
        "decision": row.line.decision,
        "tag": tag_of(row),
        "counts": counts(row),
        "history": history_of(row.line, events, given),
        "handed": getattr(row, "handing_over", None),
        "proof": proof,
        "proof_fault": fault,
        "qr": f"data:image/png;base64,{b64encode(qr_png(qr_text(row.code, row.payload), scale=4)).decode('ascii')}",
    }
    return render(
        request, "certificates/certificate.html", context | _rights(row, signed_in(request), events)
    )


@right_required(Right.SEE_DOSSIERS)
@require_safe
@never_cache
def picture(request: HttpRequest, code: str) -> HttpResponse:
    """Give a picture of a certificate that counts, as it is printed in full."""
    row = certificate_for(request, code)
    if not counts(row):
        raise Http404
    form = layout(family_of(row.line.award_code), row.paper if row.paper in papers() else "paper_a4")
    try:
        drawn = preview_png(form, certificate_text(row), mode=PrintMode.FULL)
    except Refused as refused:
        raise Http404 from refused
    return HttpResponse(drawn, content_type="image/png")


@right_required(Right.ISSUE_CERTIFICATES)
def reprint(request: HttpRequest, code: str) -> HttpResponseBase:
    """Ask why, for which paper and printer; give the page on POST."""
    row = certificate_for(request, code, Right.ISSUE_CERTIFICATES)
    printers = Printer.objects.filter(unit=row.line.decision.unit)
    said = {"paper": row.paper or "paper_a4", "mode": row.mode or PrintMode.FULL.value}
    form = ReprintForm(request.POST or None, printers=printers, is_first=not row.prints, initial=said)
    if request.method == "POST" and form.accepted(
        lambda: reprint_page(certificate=row, by=signed_in(request), **form.grounds(), **form.chosen())
    ):
        return handed_out(form.outcome)
    return render(request, "certificates/reprint.html", {"form": form, "certificate": row, "line": row.line})


def _proof(row: Certificate) -> tuple[Proof | None, str]:
    """Return what the QR proves with the keys of this office, or why it proves nothing."""
    try:
        return verify(row.payload, public_keys()), ""
    except Refused as refused:
        return None, " ".join(str(said) for each in refused.faults.values() for said in each)


def _rights(row: Certificate, user: User, events: list[CertificateEvent]) -> dict[str, bool]:
    unit, valid = row.line.decision.unit, counts(row)
    kinds = {one.kind for one in events}
    issues = may(user, Right.ISSUE_CERTIFICATES, unit)
    return {
        "may_issue": valid and issues,
        "may_correct": valid and may(user, Right.PROPOSE, unit),
        "may_cancel": valid and may(user, Right.CANCEL_AWARD, unit),
        "may_recall": issues and EventKind.CANCELLATION in kinds and EventKind.RECALL not in kinds,
    }
