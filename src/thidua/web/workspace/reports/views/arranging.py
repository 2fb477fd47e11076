"""Adding, moving and removing paragraphs."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.accounts.rights import Right
from thidua.reports.actions import add_paragraph, move_paragraph, remove_paragraph
from thidua.reports.models import Paragraph
from thidua.support.refusals import NotAllowed, Refused
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.workspace.reports.find import drafted_by, paragraph_or_404
from thidua.web.workspace.reports.forms.paragraph import NewParagraphForm
from thidua.web.workspace.reports.views.editing import families
from thidua.web.workspace.reports.views.frame import frame


@right_required(Right.DRAFT_REPORT)
def add(request: HttpRequest, slug: str) -> HttpResponse:
    """Add a paragraph of one's own."""
    report = drafted_by(request, slug)
    rows = report.paragraphs.order_by("order")
    form = NewParagraphForm(request.POST or None, initial={"after": rows.last()})
    form.fields["after"].queryset = rows  # type: ignore[attr-defined]
    if request.method == "POST" and form.accepted(
        lambda: add_paragraph(
            report=report,
            text=form.cleaned_data["text"],
            after=form.cleaned_data["after"],
            heading=form.cleaned_data["heading"],
            section=form.cleaned_data["section"],
            field=form.cleaned_data["field"],
            by=signed_in(request),
        )
    ):
        messages.success(request, _("The paragraph is added."))
        return _back(form.outcome)
    context = frame(request, report, "draft", form=form, families=families(Paragraph(report=report)))
    return render(request, "reports/add_paragraph.html", context)


@require_POST
@right_required(Right.DRAFT_REPORT)
def move_up(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Let a paragraph change places with the one before it."""
    return _move(request, slug, pk, up=True)


@require_POST
@right_required(Right.DRAFT_REPORT)
def move_down(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Let a paragraph change places with the one behind it."""
    return _move(request, slug, pk, up=False)


def _move(request: HttpRequest, slug: str, pk: int, *, up: bool) -> HttpResponse:
    drafted_by(request, slug)
    paragraph = paragraph_or_404(request, slug, pk)
    try:
        move_paragraph(paragraph=paragraph, up=up, by=signed_in(request))
    except NotAllowed:
        raise
    except Refused as refused:
        messages.warning(request, str(refused))
    return _back(paragraph)


@right_required(Right.DRAFT_REPORT)
def remove(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take a paragraph out of the report."""
    drafted_by(request, slug)
    paragraph = paragraph_or_404(request, slug, pk)
    return ask_first(
        request,
        question=_("Take “%(paragraph)s” out of the report?") % {"paragraph": paragraph},
        consequence=_("Its text stays in the history of the report."),
        verb=_("Take it out"),
        back=reverse("report", args=[slug]),
        act=lambda: remove_paragraph(paragraph=paragraph, by=signed_in(request)),
        done=_("The paragraph is taken out."),
    )


def _back(paragraph: Paragraph) -> HttpResponse:
    return redirect(f"{reverse('report', args=[paragraph.report.slug])}#doan-{paragraph.key}")
