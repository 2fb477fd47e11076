"""Frozen versions."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from thidua.accounts.rights import Right
from thidua.reports.content.document import document_of
from thidua.reports.queries.versions import is_intact, read_version
from thidua.web.shell.access import right_required
from thidua.web.workspace.reports.find import report_or_404
from thidua.web.workspace.reports.views.frame import asked_language, frame


@right_required(Right.SEE_REPORTS)
def listing(request: HttpRequest, slug: str) -> HttpResponse:
    """Every frozen version with its hash, its note, and whether its bytes still fit the hash."""
    report = report_or_404(request, slug)
    rows = [(version, is_intact(version)) for version in report.versions.select_related("frozen_by")]
    return render(request, "reports/versions.html", frame(request, report, "versions", versions=rows))


@right_required(Right.SEE_REPORTS)
def page(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """A frozen version as it stands on paper."""
    report = report_or_404(request, slug)
    version = report.versions.filter(number=number).first()
    if version is None:
        raise Http404
    language = asked_language(request)
    context = frame(
        request,
        report,
        "versions",
        version=version,
        intact=is_intact(version),
        document=document_of(read_version(version, language)),
        language=language,
    )
    return render(request, "reports/paper.html", context)
