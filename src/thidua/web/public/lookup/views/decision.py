"""A decision with its annex: who received what by it, as far as it is public."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Final

from django.db.models import Count, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.movements import access
from thidua.registry.models import Award, Conferral
from thidua.registry.open_data.asking import PublicAsking, public_asking
from thidua.registry.open_data.decisions import public_papers, public_reason
from thidua.web.public.lookup.downloads import MOST, headings, values
from thidua.web.public.lookup.drawing import drawn
from thidua.web.public.lookup.shown import paper_words, shown_awards
from thidua.web.shell import formats
from thidua.web.shell.csv_download import csv_response
from thidua.web.shell.downloads import too_many_files
from thidua.web.shell.drawn import Told
from thidua.web.shell.known_parameters import knows
from thidua.web.shell.pages import PAGE, page_of
from thidua.web.shell.remembered import remembered
from thidua.web.shell.tables import FORMAT
from thidua.web.shell.tries import seconds_to_wait

MOST_IN_FILE: Final = 5_000
LONGEST_NUMBER: Final = 6  # signs of the number of a page; what is longer is hardly asked for twice


@knows(FORMAT, PAGE)
@require_safe
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the decision that a conferral belongs to; one decision has one address, whatever it grants."""
    if request.GET.get(FORMAT) == "csv":
        return _csv(request, pk)
    today, asked = timezone.localdate(), request.GET.get(PAGE, "")
    read = partial(_told, pk, request.GET, today)
    short = len(asked) <= LONGEST_NUMBER
    told = remembered("decision", pk, asked, today, formats.page_language(), read=read) if short else read()
    if told["paper"].pk != pk:
        return redirect("public-decision", told["paper"].pk, permanent=False)
    response = render(request, "lookup/decision.html", told.page())
    response["X-Robots-Tag"] = "noindex"
    return response


def _told(pk: int, query: QueryDict, today: date) -> Told:
    public = public_asking()
    papers = _papers(pk, public)
    rows = _rows(papers)
    counted = dict(rows.order_by().values_list("conferral_id").annotate(n=Count("pk")))
    where = page_of(query, sum(counted.values()))
    part = list(rows[where.rows])
    title = paper_words(papers[0].decision_number, papers[0].decision_date)
    return Told(
        title=title[:1].lower() + title[1:],
        paper=papers[0],
        decided_by=papers[0].decided_by,
        forms=[(one, counted.get(one.pk, 0), public_reason(one, public)) for one in papers],
        movements=list(access.public().filter(conferrals__in=papers).distinct().order_by("pk")),
        page=where,
        rows=drawn(shown_awards(part, public.choices), with_decision=False) if part else "",
        today=today,
        csv=f"?{FORMAT}=csv",
    )


def _csv(request: HttpRequest, pk: int) -> HttpResponse:
    public = public_asking()
    papers = _papers(pk, public)
    if papers[0].pk != pk:
        return redirect("public-decision", papers[0].pk, permanent=False)
    if wait := seconds_to_wait(request, "lookup-csv", MOST):
        return too_many_files(wait)
    listed = shown_awards(list(_rows(papers)[:MOST_IN_FILE]), public.choices)
    return csv_response(f"quyet-dinh-{pk}", headings(), (values(one) for one in listed))


def _papers(pk: int, public: PublicAsking) -> list[Conferral]:
    papers = public_papers(pk, public)
    if not papers:
        raise Http404(
            _("There is no such decision, or it is not public. Look for it by its number or a name.")
        )
    return papers


def _rows(papers: list[Conferral]) -> QuerySet[Award]:
    rows = Award.objects.filter(conferral__in=[one.pk for one in papers])
    return rows.select_related("conferral__deciding_unit").order_by("conferral_id", "ordinal")
