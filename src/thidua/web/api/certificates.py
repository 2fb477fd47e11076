"""The state of a certificate by its code."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.decisions.queries import CertificateFacts, certificate_facts, known_codes
from thidua.support.documents.proof.codes import likely_codes
from thidua.support.refusals import Refused
from thidua.web.api.answers import CERTIFICATES, answer, fault, public


@public(*CERTIFICATES, kept=0)
def state(request: HttpRequest, typed: str) -> HttpResponse:
    """Return what the register knows of a code; it is never kept in a cache, because it may change any day."""
    try:
        facts = certificate_facts(typed)
    except Refused as refused:
        sentence = " ".join(str(one) for some in refused.faults.values() for one in some)
        return fault("not_a_code", sentence, status=400, likely=list(known_codes(likely_codes(typed))))
    if facts is None:
        return fault("not_found", _("No certificate has this code: the paper is not proved."), status=404)
    return answer(_told(facts))


def _told(facts: CertificateFacts) -> dict[str, object]:
    replaced = facts.replaced_by
    return {
        "code": facts.code,
        "state": facts.state.value,
        "counts": facts.is_valid,
        "since": facts.since.isoformat(),
        "replaced_by": replaced or None,
        "replaced_by_url": reverse("api-certificate", args=[replaced]) if replaced else None,
        "replaced_because": facts.replaced_because,
        "is_handed_over": facts.is_handed_over,
        "corrected": list(facts.corrected),
        "corrected_by": facts.corrected_by,
        "cancelled_by": facts.cancelled_by,
        "cancelled_because": facts.cancelled_because,
        "name": facts.name,
        "award": facts.award,
        "description": facts.text.description,
        "achievement": facts.text.achievement,
        "text_is_whole": facts.text.is_whole,
        "decided_by": facts.decided_by,
        "decision_number": facts.decision_number,
        "decision_date": facts.decided_on.isoformat() if facts.decided_on else None,
        "golden_book_number": facts.text.golden_book,
        "signed_by": facts.text.signer_name,
        "provenance": facts.provenance.value,
    }
