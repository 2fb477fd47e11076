"""The templates of letters that the office edits in Word."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.decisions.access import nothing_here
from thidua.decisions.actions import keep_template, use_built_in, use_template
from thidua.decisions.enums import TemplateKind
from thidua.decisions.models import DocumentTemplate
from thidua.decisions.queries import content_of, present_template, template_lines, versions_of
from thidua.orgs.models import Unit
from thidua.support.documents.letters.content import KINDS
from thidua.support.documents.letters.defaults import default_template
from thidua.support.documents.letters.places import places_of
from thidua.support.documents.letters.rendering import render_docx
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.shell.keys import key_of
from thidua.web.workspace.signing.downloads import attachment, download_of
from thidua.web.workspace.signing.files import DOCX
from thidua.web.workspace.signing.find import office_of
from thidua.web.workspace.signing.forms.templates import PreviewForm, UploadForm
from thidua.web.workspace.signing.previews import content_of_paper, papers_of


@right_required(Right.PROPOSE)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """List the letters with the template each is written from."""
    office = _office(request)
    return render(request, "signing/templates.html", {"office": office, "lines": template_lines(office)})


@right_required(Right.PROPOSE)
def one(request: HttpRequest, kind: str) -> HttpResponse:
    """Show a letter's template, its places and its versions; keep a changed one on POST."""
    office, letter = _office(request), _letter(kind)
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.accepted(
        lambda: keep_template(
            unit=office,
            kind=letter,
            data=form.cleaned_data["template"].read(),
            name=form.cleaned_data["template"].name,
            by=signed_in(request),
        )
    ):
        messages.success(
            request, _("The template is in order and kept. Look at it filled, then put it in use.")
        )
        return redirect("letter-template", kind)
    versions, shape = list(versions_of(office, letter)), cast(type, KINDS[kind])
    papers = papers_of(office, letter)
    context = {
        "office": office,
        "kind": letter,
        "form": form,
        "versions": versions,
        "in_use": next((row for row in versions if row.active), None),
        "places": list(places_of(shape).values()),
        "preview": PreviewForm(papers=papers) if papers else None,
    }
    return render(request, "signing/template.html", context)


@right_required(Right.PROPOSE)
@require_safe
def present(request: HttpRequest, kind: str) -> HttpResponse:
    """Give the template in use, to be edited in Word."""
    letter = _letter(kind)
    return attachment(present_template(_office(request), letter), f"mau-{kind}.docx", DOCX)


@right_required(Right.PROPOSE)
@require_safe
def built_in(request: HttpRequest, kind: str) -> HttpResponse:
    """Give the template that comes with the product."""
    return attachment(default_template(_letter(kind).value), f"mau-goc-{kind}.docx", DOCX)


@right_required(Right.PROPOSE)
@require_safe
def version(request: HttpRequest, kind: str, pk: int) -> HttpResponseBase:
    """Give the file of a kept version."""
    return download_of(_version(request, kind, pk).file)


@right_required(Right.PROPOSE)
@require_safe
def preview(request: HttpRequest, kind: str) -> HttpResponse:
    """Give a template filled with a paper that there is: a kept version (?ban=) or the built-in one (?ban=goc)."""
    office, letter = _office(request), _letter(kind)
    asked, paper = request.GET.get("ban", ""), request.GET.get("theo", "")
    named = key_of(paper)
    if named is None:
        raise nothing_here()
    content = content_of_paper(office, letter, named)
    if content is None:
        messages.error(
            request, _("This paper has nothing of this kind to fill the template with. Choose another.")
        )
        return redirect("letter-template", kind)
    kept = None if asked == "goc" else _version(request, kind, key_of(asked) or 0)
    return attachment(render_docx(content, content_of(kept)), f"xem-thu-{kind}.docx", DOCX)


@right_required(Right.PROPOSE)
def use(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Ask, then write letters from a kept version."""
    row = _version(request, kind, pk)
    return ask_first(
        request,
        question=_("Write this letter from “%(name)s” from now on?") % {"name": row.file.original_name},
        consequence=_("Papers that are written already stay as they are."),
        verb=_("Put in use"),
        back=reverse("letter-template", args=[kind]),
        act=lambda: use_template(template=row, by=signed_in(request)),
        done=_("The template is in use."),
    )


@right_required(Right.PROPOSE)
def go_back(request: HttpRequest, kind: str) -> HttpResponse:
    """Ask, then write letters from the built-in template again."""
    office, letter = _office(request), _letter(kind)
    return ask_first(
        request,
        question=_("Go back to the built-in template?"),
        consequence=_("Your versions stay in the list and can be put in use again."),
        verb=_("Go back"),
        back=reverse("letter-template", args=[kind]),
        act=lambda: use_built_in(unit=office, kind=letter, by=signed_in(request)),
        done=_("The built-in template is in use."),
    )


def _office(request: HttpRequest) -> Unit:
    office = office_of(signed_in(request), Right.PROPOSE)
    if office is None:
        raise nothing_here()
    return office


def _letter(kind: str) -> TemplateKind:
    if kind not in TemplateKind.values:
        raise nothing_here()
    return TemplateKind(kind)


def _version(request: HttpRequest, kind: str, pk: int) -> DocumentTemplate:
    row = versions_of(_office(request), _letter(kind)).filter(pk=pk).first()
    if row is None:
        raise nothing_here()
    return row
