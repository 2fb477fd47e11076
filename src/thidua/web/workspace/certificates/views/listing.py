"""All certificates, the signed decisions, and a code looked up."""

from __future__ import annotations

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.decisions.access import certificates_seen_by, decisions_seen_by
from thidua.decisions.enums import IN_EFFECT, CertificateState
from thidua.orgs.access import may_anywhere
from thidua.registry.enums import AwardStatus
from thidua.support.documents.proof.codes import read_code
from thidua.support.documents.proof.keyring import public_keys
from thidua.support.documents.proof.payload import Proof, verify
from thidua.support.refusals import Refused
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.certificates.forms.looking import LookUpForm
from thidua.web.workspace.certificates.tables import CERTIFICATES, DECISIONS

LONGEST_CODE = 20  # signs, with spaces and hyphens; what is longer can only be the text of a QR


@right_required(Right.SEE_DOSSIERS)
@require_safe
def certificates(request: HttpRequest) -> HttpResponse:
    """List the certificates that the person may see, the newest decision first."""
    user = signed_in(request)
    rows = certificates_seen_by(user).select_related("line__decision", "line__award", "handing_over")
    ordered = rows.order_by("-line__decision__decided_on", "-line__decision", "line__ordinal", "pk")
    context = {"issues": may_anywhere(user, Right.ISSUE_CERTIFICATES)}
    return CERTIFICATES.respond(request, ordered, "certificates/list.html", context)


@right_required(Right.SEE_DOSSIERS)
@require_safe
def decisions(request: HttpRequest) -> HttpResponse:
    """List the signed decisions with what is to be printed and handed over."""
    held = Q(lines__certificates__state=CertificateState.VALID, lines__award__status=AwardStatus.ACTIVE)
    waiting = held & Q(lines__certificates__handing_over__isnull=True)
    unprinted = Q(lines__certificates__printed_at__isnull=True)
    rows = decisions_seen_by(signed_in(request)).filter(state__in=IN_EFFECT)
    counted = rows.annotate(
        valid=Count("lines__certificates", filter=held),
        to_print=Count("lines__certificates", filter=waiting & unprinted),
        to_give=Count("lines__certificates", filter=waiting & ~unprinted),
    )
    return DECISIONS.respond(request, counted.order_by("-decided_on", "-pk"), "certificates/decisions.html")


@right_required(Right.SEE_DOSSIERS)
def look_up(request: HttpRequest) -> HttpResponse:
    """Lead a code, typed or scanned, to its certificate; a scanned text is checked first.

    The text of a QR is sent by POST, so that it stands in no address and no log.
    """
    form = LookUpForm(request.POST or None)
    context: dict[str, object] = {"form": form}
    if request.method == "POST" and form.accepted(lambda: _meant(form.cleaned_data["code"])):
        code, proof = form.outcome
        row = certificates_seen_by(signed_in(request)).filter(code=code).first()
        if row is not None and (proof is None or proof.name == " ".join(row.words["recipient"].split())):
            return redirect("certificate", row.code)
        context |= {"missing": code, "proof": proof}
    return render(request, "certificates/look_up.html", context)


def _meant(typed: str) -> tuple[str, Proof | None]:
    if len(typed) <= LONGEST_CODE and not typed.upper().startswith("THIDUA"):
        return read_code(typed), None
    try:
        proof = verify(typed, public_keys())
    except Refused as refused:
        raise Refused({"code": refused.faults[""]}) from refused
    return proof.code, proof
