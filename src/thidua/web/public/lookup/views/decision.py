"""A decision with its annex: who received what by it, as far as it is public."""

from __future__ import annotations

from typing import Any, Final

from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.movements import access
from thidua.registry.models import Award
from thidua.registry.open_data.asking import public_asking
from thidua.registry.open_data.decisions import public_papers, public_reason
from thidua.web.public.lookup.downloads import MOST, headings, values
from thidua.web.public.lookup.drawing import drawn
from thidua.web.public.lookup.shown import paper_words, shown_awards
from thidua.web.shell.csv_download import csv_response
from thidua.web.shell.downloads import too_many_files
from thidua.web.shell.known_parameters import knows
from thidua.web.shell.pages import PAGE, page_of
from thidua.web.shell.tables import FORMAT
from thidua.web.shell.tries import seconds_to_wait

MOST_IN_FILE: Final = 5_000


@knows(FORMAT, PAGE)
@require_safe
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the decision that a conferral belongs to; one decision has one address, whatever it grants."""
    public = public_asking()
    papers = public_papers(pk, public)
    if not papers:
        raise Http404(
            _("There is no such decision, or it is not public. Look for it by its number or a name.")
        )
    if papers[0].pk != pk:
        return redirect("public-decision", papers[0].pk, permanent=False)
    rows = Award.objects.filter(conferral__in=[one.pk for one in papers])
    rows = rows.select_related("conferral__deciding_unit").order_by("conferral_id", "ordinal")
    if request.GET.get(FORMAT) == "csv":
        if wait := seconds_to_wait(request, "lookup-csv", MOST):
            return too_many_files(wait)
        listed = shown_awards(list(rows[:MOST_IN_FILE]), public.choices)
        return csv_response(f"quyet-dinh-{pk}", headings(), (values(one) for one in listed))
    counted = dict(rows.order_by().values_list("conferral_id").annotate(n=Count("pk")))
    where = page_of(request.GET, sum(counted.values()))
    part = list(rows[where.rows])
    title = paper_words(papers[0].decision_number, papers[0].decision_date)
    context: dict[str, Any] = {
        "title": title[:1].lower() + title[1:],
        "paper": papers[0],
        "decided_by": papers[0].decided_by,
        "forms": [(one, counted.get(one.pk, 0), public_reason(one, public)) for one in papers],
        "movements": access.public().filter(conferrals__in=papers).distinct().order_by("pk"),
        "page": where,
        "rows": drawn(shown_awards(part, public.choices), with_decision=False) if part else "",
        "today": timezone.localdate(),
        "csv": f"?{FORMAT}=csv",
    }
    response = render(request, "lookup/decision.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response
