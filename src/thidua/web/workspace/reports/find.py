"""The report or paragraph that an address names, for the person who asks."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from thidua.reports import access
from thidua.reports.models import ClosingReport, FrozenVersion, Paragraph
from thidua.web.shell.access import signed_in


def report_or_404(request: HttpRequest, slug: str) -> ClosingReport:
    """Return the report at `slug` if the person may read it; raises Http404."""
    rows = access.visible_to(signed_in(request)).select_related("unit", "issuer", "previous")
    report = rows.filter(slug=slug).first()
    if report is None:
        raise Http404
    return report


def drafted_by(request: HttpRequest, slug: str) -> ClosingReport:
    """Return the report at `slug` if the person writes it; raises Http404, or PermissionDenied with a sentence."""
    report = report_or_404(request, slug)
    if not access.may_draft(signed_in(request), report.unit):
        raise PermissionDenied(_("Only officers of the Board and editors write this report."))
    return report


def paragraph_or_404(request: HttpRequest, slug: str, pk: int) -> Paragraph:
    """Return a paragraph of the report at `slug`; raises Http404."""
    report = report_or_404(request, slug)
    paragraph = report.paragraphs.select_related("responsible").filter(pk=pk).first()
    if paragraph is None:
        raise Http404
    paragraph.report = report
    return paragraph


def version_or_404(report: ClosingReport, number: str) -> FrozenVersion:
    """Return the frozen version of that number, as it stands in an address; raises Http404."""
    readable = number.isascii() and number.isdigit() and len(number) < 6
    version = report.versions.filter(number=int(number)).first() if readable else None
    if version is None:
        raise Http404
    return version
