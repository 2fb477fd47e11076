"""Sign-off: the panel of the report, and the page on which a unit agrees to its paragraph."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.reports import access
from thidua.reports.actions import assign_responsible, sign_off_paragraph, withdraw_sign_off
from thidua.reports.queries.draft import assemble
from thidua.support.refusals import NotAllowed, Refused
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.shell.lookups import sources
from thidua.web.shell.lookups.fields import only_looks_up, without_faults
from thidua.web.workspace.reports.find import drafted_by, paragraph_or_404, report_or_404
from thidua.web.workspace.reports.forms.paragraph import ResponsibleForm
from thidua.web.workspace.reports.presenting import labels_language, shown, shown_pieces
from thidua.web.workspace.reports.states import sign_off_tag
from thidua.web.workspace.reports.views.draft import may_of
from thidua.web.workspace.reports.views.frame import frame


@right_required(Right.SEE_REPORTS)
def panel(request: HttpRequest, slug: str) -> HttpResponse:
    """Each field with the unit that answers for it, and whether it has agreed to the text as it reads now."""
    report = report_or_404(request, slug)
    draft = assemble(report, labels=labels_language(), with_checks=False)
    rows = list(report.paragraphs.all())
    paragraphs = shown(report, draft, rows, may_of(signed_in(request), report, rows))
    asked = [paragraph for paragraph in paragraphs if paragraph.draft.field]
    done = sum(
        paragraph.draft.sign_off is not None and paragraph.draft.sign_off.still_holds for paragraph in asked
    )
    context = frame(request, report, "sign-off", paragraphs=asked, done=done)
    return render(request, "reports/sign_off.html", context)


@right_required(Right.SIGN_OFF_PARAGRAPH)
def sign(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Read the paragraph as it is printed, and agree to it."""
    paragraph = paragraph_or_404(request, slug, pk)
    user = signed_in(request)
    if not access.may_sign_off(user, paragraph):
        raise PermissionDenied(_("Only the unit that answers for this paragraph signs it off."))
    faults: list[str] = []
    if request.method == "POST":
        try:
            sign_off_paragraph(paragraph=paragraph, seen=request.POST.get("noi-dung", ""), by=user)
        except NotAllowed as refused:
            raise PermissionDenied(str(refused)) from refused
        except Refused as refused:
            faults = [str(sentence) for said in refused.faults.values() for sentence in said]
        else:
            messages.success(request, _("Signed off. If a figure or the text changes, this shows."))
            return redirect("report-sign-off", slug)
    draft = assemble(paragraph.report, labels=labels_language()).paragraph(paragraph.key)
    context = frame(
        request,
        paragraph.report,
        "sign-off",
        paragraph=paragraph,
        draft=draft,
        pieces=tuple(shown_pieces(slug, draft.pieces)),
        state=sign_off_tag(draft),
        has_faults=faults,
    )
    return render(request, "reports/sign_paragraph.html", context)


@right_required(Right.SIGN_OFF_PARAGRAPH)
def withdraw(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take an agreement back."""
    paragraph = paragraph_or_404(request, slug, pk)
    if not access.may_sign_off(signed_in(request), paragraph):
        raise PermissionDenied(_("Only the unit that answers for this paragraph signs it off."))
    return ask_first(
        request,
        question=_("Withdraw the sign-off of “%(paragraph)s”?") % {"paragraph": paragraph},
        consequence=_("The report cannot be frozen without it, unless a leader of the Board gives a reason."),
        verb=_("Withdraw it"),
        back=reverse("report-sign-off", args=[slug]),
        act=lambda: withdraw_sign_off(paragraph=paragraph, by=signed_in(request)),
        done=_("The sign-off is withdrawn."),
    )


@right_required(Right.DRAFT_REPORT)
def assign(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Choose the unit that answers for a paragraph."""
    report = drafted_by(request, slug)
    paragraph = paragraph_or_404(request, slug, pk)
    user = signed_in(request)
    form = ResponsibleForm(
        request.POST or None, initial={"unit": paragraph.responsible}, source=sources.units(user)
    )
    if only_looks_up(request):
        without_faults(form)
    elif request.method == "POST" and form.accepted(
        lambda: assign_responsible(paragraph=paragraph, unit=form.cleaned_data["unit"], by=user)
    ):
        messages.success(request, _("The responsible unit is kept."))
        return redirect("report-sign-off", slug)
    context = frame(request, report, "sign-off", paragraph=paragraph, form=form)
    return render(request, "reports/assign.html", context)
