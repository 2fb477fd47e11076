"""What changed between two versions, and since last year's report."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.reports.content.draft import Draft
from thidua.reports.models import ClosingReport
from thidua.reports.queries.draft import assemble
from thidua.reports.queries.versions import compare, latest, read_version
from thidua.web.shell.access import right_required
from thidua.web.workspace.reports.find import report_or_404, version_or_404
from thidua.web.workspace.reports.presenting import labels_language
from thidua.web.workspace.reports.views.frame import frame

NOW = "nay"


@right_required(Right.SEE_REPORTS)
def versions(request: HttpRequest, slug: str) -> HttpResponse:
    """`?tu=1&den=2` compares two frozen versions; `den=nay` is the report as it reads now."""
    report = report_or_404(request, slug)
    known = list(report.versions.order_by("number"))
    if not known:
        raise Http404
    first = request.GET.get("tu") or str(known[0].number)
    second = request.GET.get("den") or NOW
    found = compare(_draft(report, first), _draft(report, second))
    context = frame(
        request,
        report,
        "versions",
        found=found,
        first=_name(first),
        second=_name(second),
        choices=[(str(version.number), _name(str(version.number))) for version in known]
        + [(NOW, _name(NOW))],
        chosen=(first, second),
    )
    return render(request, "reports/compare.html", context)


@right_required(Right.SEE_REPORTS)
def last_year(request: HttpRequest, slug: str) -> HttpResponse:
    """The report beside that of an earlier year, figure by figure."""
    report = report_or_404(request, slug)
    previous = report.previous
    found = None
    if previous is not None:
        now = assemble(report, labels=labels_language(), with_checks=False)
        found = compare(latest(previous), now)
    context = frame(
        request,
        report,
        "last-year",
        found=found,
        previous=previous,
        first=str(previous.year) if previous else "",
        second=str(report.year),
    )
    return render(request, "reports/last_year.html", context)


def _draft(report: ClosingReport, chosen: str) -> Draft:
    if chosen == NOW:
        return assemble(report, labels=labels_language(), with_checks=False)
    return read_version(version_or_404(report, chosen))


def _name(chosen: str) -> str:
    return _("as it reads now") if chosen == NOW else _("version %(number)s") % {"number": chosen}
