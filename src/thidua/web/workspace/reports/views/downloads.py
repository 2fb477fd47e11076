"""The report in every format."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from thidua.accounts.rights import Right
from thidua.core.language import Language
from thidua.reports.content.draft import Draft
from thidua.reports.export import FORMATS
from thidua.reports.models import ClosingReport
from thidua.reports.queries.draft import assemble
from thidua.reports.queries.versions import is_intact, read_version
from thidua.web.shell.access import right_required
from thidua.web.workspace.reports.find import report_or_404, version_or_404
from thidua.web.workspace.reports.views.frame import asked_language


@right_required(Right.SEE_REPORTS)
def download(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """A file: the draft, or with `?ban=2` a frozen version; with `?ngon-ngu=en` in English."""
    report = report_or_404(request, slug)
    if form not in FORMATS:
        raise Http404
    language = asked_language(request)
    number = request.GET.get("ban", "")
    content = FORMATS[form].write(_draft(report, number, language))
    response = HttpResponse(content, content_type=FORMATS[form].content_type)
    parts = (report.slug, f"ban-{number}" if number else "", "en" if language == "en" else "")
    name = "-".join(part for part in parts if part)
    response["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return response


def _draft(report: ClosingReport, number: str, language: Language) -> Draft:
    if not number:
        return assemble(report, language, with_checks=False)
    version = version_or_404(report, number)
    if not is_intact(version):
        raise Http404
    return read_version(version, language)
