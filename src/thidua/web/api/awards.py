"""Awards found by what is public of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.decisions.queries import certificate_changes
from thidua.movements.queries import conferred_in_public
from thidua.registry.models import Award
from thidua.registry.open_data import public_view
from thidua.registry.open_data.asking import PublicAsking, public_asking
from thidua.registry.open_data.writing import as_json
from thidua.registry.search import Count, count, query_of, search
from thidua.web.api.answers import answer, public

CURSOR, SIZE = "tu", "so_dong"
MOST_ROWS: Final = 100


@public()
def found(request: HttpRequest) -> HttpResponse:
    """Return a page of the awards that the address asks for, newest first; parameters as on the page /tra-cuu."""
    parts = {key: request.GET[key].replace("\x00", " ") for key in request.GET}
    query, asking = query_of(parts), public_asking()
    faults = [str(one) for one in query.faults]
    terms: dict[str, Any] = {"by": None, "public": asking}
    if query.movement:
        papers = conferred_in_public(query.movement)
        terms["conferrals"] = [] if papers is None else papers
        if papers is None:
            name = {"name": query.movement}
            faults.append(_("There is no movement “%(name)s”. Write some words of its name.") % name)
    page = search(query, cursor=parts.get(CURSOR, ""), size=_size(parts.get(SIZE, "")), **terms)
    is_whole = not (page.has_previous or page.next or page.is_cut)
    total = Count(len(page.hits), True) if is_whole else count(query, **terms)
    faults += [str(one) for one in page.faults if str(one) not in faults]
    following = query.parameters() | {CURSOR: page.next}
    if SIZE in parts:
        following[SIZE] = str(_size(parts[SIZE]))
    told = {
        "total": total.number,
        "total_is_exact": total.exact,
        "not_understood": faults,
        "awards": awards_told([hit.award for hit in page.hits], asking),
        "next": f"{reverse('api-awards')}?{urlencode(following)}" if page.next else None,
    }
    return answer(told)


def awards_told(awards: Sequence[Award], asking: PublicAsking) -> list[dict[str, object]]:
    """Return awards by the columns of the open data, with the address of the decision and what became of the paper."""
    changes = certificate_changes([award.pk for award in awards if award.conferral.from_decision])
    papers = {award.pk: award.conferral_id for award in awards}
    rows = []
    for one in public_view(awards, asking.choices):
        change = changes.get(one.id)
        is_told = one.decision_number is not None
        rows.append(
            {
                **as_json(one),
                "decision": reverse("api-decision", args=[papers[one.id]]) if is_told else None,
                "certificate_replaced_on": change.since.isoformat() if change else None,
                "certificate_replaced_by": (
                    ("correction" if change.is_correction else "reissue") if change else None
                ),
            }
        )
    return rows


def _size(typed: str) -> int:
    return (
        min(max(int(typed), 1), MOST_ROWS) if typed.isascii() and typed.isdigit() and len(typed) < 6 else 50
    )
