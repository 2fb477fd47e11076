"""The report as it reads now, its open points, its history, and the sheet to print."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.orgs.access import units_where
from thidua.reports import access
from thidua.reports.content.document import document_of
from thidua.reports.models import ClosingReport, Paragraph
from thidua.reports.queries import history as report_history
from thidua.reports.queries.draft import assemble
from thidua.support.audit.describe import story
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.reports.find import report_or_404
from thidua.web.workspace.reports.presenting import May, errors_in, labels_language, shown
from thidua.web.workspace.reports.views.frame import asked_language, frame


@right_required(Right.SEE_REPORTS)
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """The draft, paragraph by paragraph; every figure leads to what stands behind it."""
    report = report_or_404(request, slug)
    draft = assemble(report, labels=labels_language())
    rows = list(report.paragraphs.all())
    paragraphs = shown(report, draft, rows, may_of(signed_in(request), report, rows))
    context = frame(
        request,
        report,
        "draft",
        paragraphs=paragraphs,
        notes=draft.notes,
        count=len(draft.checks),
        latest=report.versions.first(),
    )
    return render(request, "reports/draft.html", context)


def may_of(user: User, report: ClosingReport, rows: list[Paragraph]) -> May:
    """Return what the person may do with the paragraphs, without a query for each."""
    if not access.is_open(report):
        return May(False, frozenset(), frozenset())
    drafts = access.may_draft(user, report.unit)
    signs = set(units_where(user, Right.SIGN_OFF_PARAGRAPH).values_list("pk", flat=True))
    signed = frozenset(row.key for row in rows if row.responsible_id in signs)
    return May(drafts, frozenset(row.key for row in rows) if drafts else signed, signed)


@right_required(Right.SEE_REPORTS)
def checks(request: HttpRequest, slug: str) -> HttpResponse:
    """The open points before publication, paragraph by paragraph."""
    report = report_or_404(request, slug)
    draft = assemble(report, labels=labels_language())
    rows = list(report.paragraphs.all())
    paragraphs = shown(report, draft, rows, may_of(signed_in(request), report, rows))
    context = frame(
        request,
        report,
        "checks",
        paragraphs=[paragraph for paragraph in paragraphs if paragraph.checks],
        count=len(draft.checks),
        errors=errors_in(draft.checks),
    )
    return render(request, "reports/checks.html", context)


@right_required(Right.SEE_REPORTS)
def history(request: HttpRequest, slug: str) -> HttpResponse:
    """What was done to the report, by whom."""
    report = report_or_404(request, slug)
    stories = [story(entry) for entry in report_history.history(report)]
    return render(request, "reports/history.html", frame(request, report, "history", stories=stories))


@right_required(Right.SEE_REPORTS)
def paper(request: HttpRequest, slug: str) -> HttpResponse:
    """The draft as it will stand on paper."""
    report = report_or_404(request, slug)
    language = asked_language(request)
    draft = assemble(report, language, with_checks=False)
    context = frame(request, report, "paper", document=document_of(draft), language=language)
    return render(request, "reports/paper.html", context)
