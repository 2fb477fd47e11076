"""Freezing a report, and reopening it for a correction."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.reports import access
from thidua.reports.actions import correct_report, freeze_report
from thidua.reports.content.draft import CheckLevel
from thidua.reports.models import ClosingReport
from thidua.reports.queries.draft import assemble
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.workspace.reports.find import report_or_404
from thidua.web.workspace.reports.forms.freezing import CorrectForm, FreezeForm
from thidua.web.workspace.reports.presenting import labels_language
from thidua.web.workspace.reports.views.frame import frame


@right_required(Right.FREEZE_REPORT)
def freeze(request: HttpRequest, slug: str) -> HttpResponse:
    """Look at what is still open, and freeze."""
    report = _frozen_by(request, slug)
    if not access.is_open(report):
        return redirect("report-versions", slug)
    initial = {"seen": report.version, "note": report.correction_note}
    form = FreezeForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.accepted(
        lambda: freeze_report(
            report=report,
            version=form.cleaned_data["seen"],
            note=form.cleaned_data["note"],
            overruled=form.cleaned_data["overruled"],
            by=signed_in(request),
        )
    ):
        messages.success(request, _("The report is frozen. Its check code stands in the list of versions."))
        return redirect("report-versions", slug)
    draft = assemble(report, labels=labels_language())
    errors = [check for check in draft.checks if check.level is CheckLevel.ERROR]
    form.fields["overruled"].required = bool(errors)  # as it is shown; the action decides
    context = frame(
        request,
        report,
        "versions",
        form=form,
        errors=errors,
        warnings=sum(check.level is CheckLevel.WARNING for check in draft.checks),
        figures=len(draft.figures),
        marked=sum(figure.needs_mark for figure in draft.figures.values()),
        number=report.versions.count() + 1,
    )
    return render(request, "reports/freeze.html", context)


@right_required(Right.FREEZE_REPORT)
def correct(request: HttpRequest, slug: str) -> HttpResponse:
    """Open a frozen report for a new version."""
    report = _frozen_by(request, slug)
    form = CorrectForm(request.POST or None)
    return ask_first(
        request,
        question=_("Reopen the report for a correction?"),
        consequence=_(
            "The frozen version stays as it is, with its old figures. The next one carries your note."
        ),
        verb=_("Reopen"),
        back=reverse("report", args=[slug]),
        act=lambda: correct_report(report=report, note=form.cleaned_data["note"], by=signed_in(request)),
        done=_("The report is open for a correction."),
        form=form,
    )


def _frozen_by(request: HttpRequest, slug: str) -> ClosingReport:
    report = report_or_404(request, slug)
    if not access.may_freeze(signed_in(request), report):
        raise PermissionDenied(_("Only a leader of the Board freezes and reopens a report."))
    return report
