"""A decision with its annex."""

from __future__ import annotations

from typing import Final

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.registry.models import Award
from thidua.registry.open_data.asking import public_asking
from thidua.registry.open_data.decisions import public_papers, public_reason
from thidua.web.api.answers import answer, fault, public
from thidua.web.api.awards import awards_told

PAGE: Final = "trang"
ROWS: Final = 100


@public()
def decision(request: HttpRequest, pk: int) -> HttpResponse:
    """Return a decision and a hundred of its recipients; a decision that is not public is as if there were none."""
    asking = public_asking()
    papers = public_papers(pk, asking)
    if not papers:
        return fault("not_found", _("There is no such decision, or it is not public."), status=404)
    typed = request.GET.get(PAGE, "1")
    page = max(int(typed), 1) if typed.isascii() and typed.isdigit() and len(typed) < 6 else 1
    rows = Award.objects.filter(conferral__in=[one.pk for one in papers])
    counted = dict(rows.order_by().values_list("conferral_id").annotate(n=Count("pk")))
    rows = rows.select_related("conferral__deciding_unit").order_by("conferral_id", "ordinal")
    part = list(rows[(page - 1) * ROWS : page * ROWS])
    first, total = papers[0], sum(counted.values())
    told = {
        "id": first.pk,
        "number": first.decision_number,
        "date": first.decision_date.isoformat() if first.decision_date else None,
        "decided_by": first.decided_by,
        "provenance": first.provenance,
        "grants": [
            {
                "award_code": one.award_code,
                "award": one.award_form,
                "reason": public_reason(one, asking),
                "recipients": counted.get(one.pk, 0),
            }
            for one in papers
        ],
        "total": total,
        "awards": awards_told(part, asking),
        "next": f"{reverse('api-decision', args=[first.pk])}?{PAGE}={page + 1}"
        if page * ROWS < total
        else None,
    }
    return answer(told)
