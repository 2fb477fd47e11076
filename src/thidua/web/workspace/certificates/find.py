"""What a request asks for; whoever may not see it gets the answer of what does not exist."""

from __future__ import annotations

from django.http import Http404, HttpRequest

from thidua.accounts.rights import Right
from thidua.decisions.access import certificates_seen_by, decisions_seen_by
from thidua.decisions.enums import IN_EFFECT
from thidua.decisions.models import Certificate, Decision, PrintBatch, PrintPart
from thidua.orgs.access import may
from thidua.web.shell.access import signed_in


def decision_for(request: HttpRequest, pk: int, right: Right | None = None) -> Decision:
    """Return a signed decision that the person sees and holds `right` for; raises Http404."""
    user = signed_in(request)
    rows = decisions_seen_by(user).filter(state__in=IN_EFFECT).select_related("unit")
    row = rows.filter(pk=pk).first()
    if row is None or (right is not None and not may(user, right, row.unit)):
        raise Http404
    return row


def certificate_for(request: HttpRequest, code: str, right: Right | None = None) -> Certificate:
    """Return the certificate of that code, whatever its state, as the person may see it; raises Http404."""
    user = signed_in(request)
    rows = certificates_seen_by(user).select_related(
        *("line__decision__unit", "line__award", "line__prize_result", "replaced_by", "replaces"),
        *("handing_over", "printed_by"),
    )
    row = rows.filter(code=code.upper()).first()
    if row is None or (right is not None and not may(user, right, row.line.decision.unit)):
        raise Http404
    return row


def batch_for(request: HttpRequest, pk: int) -> PrintBatch:
    """Return a batch of certificates to who prints them; raises Http404."""
    row = PrintBatch.objects.select_related("decision__unit", "started_by").filter(pk=pk).first()
    if row is None:
        raise Http404
    row.decision = decision_for(request, row.decision_id, Right.ISSUE_CERTIFICATES)
    return row


def part_for(request: HttpRequest, pk: int) -> PrintPart:
    """Return a printed range of pages to who prints them; raises Http404."""
    row = PrintPart.objects.select_related("batch", "file").filter(pk=pk, file__isnull=False).first()
    if row is None:
        raise Http404
    decision_for(request, row.batch.decision_id, Right.ISSUE_CERTIFICATES)
    return row
