"""The queue as the person looks at it: the filters stand in the address of every pair."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpRequest

from thidua.registry.enums import IdentityAnswer
from thidua.registry.models import IdentityCandidate
from thidua.registry.queries.identities import candidates_seen_by
from thidua.web.shell.access import signed_in
from thidua.web.workspace.identities.forms.answer import CandidateFilters

_FILTERS = ("ten", "don_vi", "muc", "trang_thai")


def base_queue(request: HttpRequest) -> QuerySet[IdentityCandidate]:
    """Return the pairs before filters: those not answered, unless an answer is asked for."""
    rows = candidates_seen_by(signed_in(request))
    asked = CandidateFilters(request.GET).answers().get("trang_thai")
    return rows if asked else rows.filter(answer=IdentityAnswer.OPEN)


def queue_as_seen(request: HttpRequest) -> QuerySet[IdentityCandidate]:
    """Return the pairs that fit the filters of the address, the most useful first."""
    found: QuerySet[IdentityCandidate] = CandidateFilters(request.GET).applied_to(base_queue(request))
    return found


def filters_kept(request: HttpRequest) -> str:
    """Return the filters as the end of an address, with the question mark; empty without any."""
    kept = request.GET.copy()
    for name in list(kept):
        if name not in _FILTERS or not kept[name]:
            del kept[name]
    return f"?{kept.urlencode()}" if kept else ""
