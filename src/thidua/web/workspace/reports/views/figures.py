"""All figures of a report, and what stands behind one of them."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from thidua.accounts.rights import Right
from thidua.reports.queries.draft import assemble
from thidua.reports.queries.trace import UnknownFigure, trace
from thidua.web.shell.access import right_required
from thidua.web.shell.htmx import render_page_or_part
from thidua.web.workspace.reports.find import report_or_404
from thidua.web.workspace.reports.links import linked
from thidua.web.workspace.reports.presenting import facts, labels_language
from thidua.web.workspace.reports.tables import figures_table
from thidua.web.workspace.reports.views.frame import frame


@right_required(Right.SEE_REPORTS)
def listing(request: HttpRequest, slug: str) -> HttpResponse:
    """Every figure that the report prints, in the order of the text."""
    report = report_or_404(request, slug)
    draft = assemble(report, labels=labels_language(), with_checks=False)
    rows = list(draft.figures.values())
    return figures_table(slug).respond(
        request, rows, "reports/figures.html", frame(request, report, "figures")
    )


@right_required(Right.SEE_REPORTS)
def trace_page(request: HttpRequest, slug: str, place: str) -> HttpResponse:
    """What stands behind one figure: a page, or the card that opens beside the text."""
    report = report_or_404(request, slug)
    try:
        figure = trace(report, place, labels=labels_language())
    except UnknownFigure as unknown:
        raise Http404 from unknown
    context = frame(request, report, "figures", figure=figure, facts=facts(figure), rows=linked(figure.rows))
    return render_page_or_part(
        request, "reports/figure.html", context, part="so-lieu", part_template="reports/figure_card.html"
    )
