"""Editing the prose of a paragraph, with a preview that shows every figure in its place."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.reports import access
from thidua.reports.actions import edit_paragraph
from thidua.reports.actions.paragraph_text import fault_sentence
from thidua.reports.models import Paragraph
from thidua.reports.queries.preview import preview
from thidua.reports.queries.trace import offered_places, place_labels
from thidua.reports.wording.markup import MarkupFault
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.htmx import asks_for
from thidua.web.shell.typed import keeps_typed, typed_before
from thidua.web.workspace.reports.find import paragraph_or_404
from thidua.web.workspace.reports.forms.paragraph import ParagraphForm, said_of
from thidua.web.workspace.reports.presenting import chips, shown_pieces
from thidua.web.workspace.reports.views.frame import frame

PREVIEW = "xem-thu"  # the name of the button that only shows how the text reads


@keeps_typed
@right_required(Right.DRAFT_REPORT, Right.SIGN_OFF_PARAGRAPH)
def edit(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Edit the text; `xem-thu` shows it with its figures and what the checks find, and keeps nothing."""
    paragraph = paragraph_or_404(request, slug, pk)
    user = signed_in(request)
    if not access.may_edit(user, paragraph):
        raise PermissionDenied(
            _("Only who writes the report, or the unit that answers for the paragraph, edits it.")
        )
    form = ParagraphForm(request.POST or None, initial=said_of(paragraph) | typed_before(request))
    only_preview = request.method == "POST" and PREVIEW in request.POST
    if (
        request.method == "POST"
        and not only_preview
        and form.accepted(lambda: _kept(form, paragraph, request))
    ):
        messages.success(request, _("The paragraph is kept."))
        return redirect(f"{_draft_url(paragraph)}#doan-{paragraph.key}")
    typed = request.POST.get("text", "") if request.method == "POST" else form["text"].value()
    context = frame(
        request, paragraph.report, "draft", paragraph=paragraph, form=form, **previewed(paragraph, typed)
    )
    if asks_for(request, "xem-thu"):
        return render(request, "reports/preview.html", context)
    context["families"] = families(paragraph)
    return render(request, "reports/edit_paragraph.html", context)


def _kept(form: ParagraphForm, paragraph: Paragraph, request: HttpRequest) -> Paragraph:
    said = form.cleaned_data
    return edit_paragraph(
        paragraph=paragraph,
        text=said["text"],
        heading=said["heading"],
        section=said["section"],
        version=said["seen"] or 0,
        by=signed_in(request),
    )


def _draft_url(paragraph: Paragraph) -> str:
    return redirect("report", paragraph.report.slug).url


def previewed(paragraph: Paragraph, typed: str) -> dict[str, Any]:
    """Return the pieces of the typed text, its open points and its figures; or the sentence why it cannot be read."""
    try:
        found = preview(paragraph, typed)
    except MarkupFault as fault:
        return {"preview_fault": fault_sentence(fault), "pieces": (), "preview_checks": ()}
    figures = {figure.place: figure for figure in found.paragraph.figures}
    return {
        "pieces": tuple(shown_pieces(paragraph.report.slug, found.paragraph.pieces)),
        "preview_checks": found.checks,
        "chips": chips(figures, place_labels(paragraph.report, figures)),
    }


def families(paragraph: Paragraph) -> dict[str, list[Any]]:
    """Return every figure that may be put into the text, by the name of its family."""
    found: dict[str, list[Any]] = {}
    for offer in offered_places(paragraph.report):
        found.setdefault(offer.family, []).append(offer)
    return found
