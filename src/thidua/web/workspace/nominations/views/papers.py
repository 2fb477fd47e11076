"""The papers of a dossier and of its nominees."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from typing import Any, Final

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from thidua.accounts.rights import Right
from thidua.nominations.actions import edit_dossier, withdraw_evidence
from thidua.nominations.actions.retitle_evidence import retitle_evidence
from thidua.nominations.content import DossierContent
from thidua.nominations.enums import EvidenceKind
from thidua.nominations.models import Dossier, Evidence, Nomination
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.shell.forms import Form
from thidua.web.shell.kept_files import handed_out
from thidua.web.shell.typed import keeps_typed, typed_before
from thidua.web.workspace.nominations import parts
from thidua.web.workspace.nominations.faults import faults_asked
from thidua.web.workspace.nominations.find import dossier_or_404, nomination_or_404, posted, written_dossier
from thidua.web.workspace.nominations.forms.papers import CaptionForm, LetterForm, MinutesForm, PapersForm
from thidua.web.workspace.nominations.keeping import Kept, keep_papers

_OF_NOMINEE: Final = [
    EvidenceKind.PICTURE,
    EvidenceKind.REPORT,
    EvidenceKind.INITIATIVE,
    EvidenceKind.CONFIRMATION,
    EvidenceKind.OTHER,
]
_OF_DOSSIER: Final = [EvidenceKind.VOTE_RESULT, EvidenceKind.CONFIRMATION, EvidenceKind.OTHER]


@right_required(Right.NOMINATE)
@require_http_methods(["GET", "POST"])
def of_nominee(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Take pictures and files that prove what a nominee achieved."""
    dossier = written_dossier(request, code)
    row = nomination_or_404(dossier, pk)
    here = reverse("nominee-papers", args=[code, pk])
    context = {
        "title": _("Papers that prove the achievement"),
        "about": row.recipient_name,
        "number": len(parts.QUESTIONS) + 1,
        "count": len(parts.QUESTIONS) + 1,
        "back": reverse("nominee-question", args=[code, pk, parts.REPORT]),
        "onward": reverse("my-dossier", args=[code]),
    }
    return _added(request, dossier, row, _OF_NOMINEE, here, context)


@right_required(Right.NOMINATE)
@require_http_methods(["GET", "POST"])
def of_dossier(request: HttpRequest, code: str) -> HttpResponse:
    """Take further papers of the dossier as a whole."""
    dossier = written_dossier(request, code)
    here, back = reverse("dossier-papers", args=[code]), reverse("my-dossier", args=[code])
    context = {
        "title": _("Other papers of the dossier"),
        "about": dossier.title,
        "back": back,
        "onward": back,
    }
    return _added(request, dossier, None, _OF_DOSSIER, here, context)


@keeps_typed
@right_required(Right.NOMINATE)
@require_http_methods(["GET", "POST"])
def letter(request: HttpRequest, code: str) -> HttpResponse:
    """Ask for number and date of the submission letter, and the signed letter."""
    dossier = written_dossier(request, code)
    form = LetterForm(
        posted(request),
        request.FILES or None,
        initial={
            "letter_number": dossier.letter_number,
            "letter_date": dossier.letter_date,
            "seen": dossier.version,
        }
        | typed_before(request),
    )
    title = _("Signed submission letter")
    return _paper_page(request, dossier, form, EvidenceKind.LETTER, title, ("letter_number", "letter_date"))


@keeps_typed
@right_required(Right.NOMINATE)
@require_http_methods(["GET", "POST"])
def minutes(request: HttpRequest, code: str) -> HttpResponse:
    """Ask for the day of the meeting, and its minutes."""
    dossier = written_dossier(request, code)
    form = MinutesForm(
        posted(request),
        request.FILES or None,
        initial={"met_on": dossier.met_on, "seen": dossier.version} | typed_before(request),
    )
    return _paper_page(request, dossier, form, EvidenceKind.MINUTES, _("Minutes of the meeting"), ("met_on",))


@right_required(Right.SEE_DOSSIERS)
@require_safe
def download(request: HttpRequest, code: str, pk: int) -> FileResponse:
    """Hand out a paper under the name with which it came; it is never shown inside a page of ours."""
    return handed_out(_paper(dossier_or_404(request, code), pk).file)


@keeps_typed
@right_required(Right.NOMINATE)
@require_http_methods(["GET", "POST"])
def retitle(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Change the caption of a paper; the paper stays."""
    dossier = written_dossier(request, code)
    row = _paper(dossier, pk)
    form = CaptionForm(posted(request), initial={"caption": row.title} | typed_before(request))
    if request.method == "POST" and form.accepted(
        lambda: retitle_evidence(evidence=row, title=form.cleaned_data["caption"], by=signed_in(request))
    ):
        messages.success(request, _("The caption is kept."))
        return redirect(_page_of(dossier, row))
    context = {"form": form, "dossier": dossier, "paper": row, "back": _page_of(dossier, row)}
    return render(request, "nominations/caption.html", context)


@right_required(Right.NOMINATE)
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Take a paper out."""
    dossier = written_dossier(request, code)
    row = _paper(dossier, pk)
    return ask_first(
        request,
        question=_("Take “%(paper)s” out of the dossier?") % {"paper": row.title or row.file.original_name},
        verb=_("Take out of the dossier"),
        back=_page_of(dossier, row),
        act=lambda: withdraw_evidence(evidence=row, by=signed_in(request)),
        done=_("The paper is no longer in the dossier."),
    )


def _added(
    request: HttpRequest,
    dossier: Dossier,
    nomination: Nomination | None,
    kinds: list[EvidenceKind],
    here: str,
    context: dict[str, Any],
) -> HttpResponse:
    wanted = request.GET.get("loai", "")
    initial = {"kind": wanted if wanted in kinds else kinds[0]}
    form = PapersForm(posted(request), request.FILES or None, kinds=kinds, initial=initial)
    kept = Kept(0, ())
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        kept = keep_papers(
            request,
            dossier,
            said["kind"],
            [*said["photo"], *said["papers"]],
            nomination=nomination,
            caption=said["caption"],
        )
        _tell(request, kept)
        if not kept.refused:
            return redirect(here)
        for sentence in kept.refused:
            form.add_error("papers", sentence)
    papers = dossier.evidence.filter(nomination=nomination, withdrawn_at__isnull=True, kind__in=kinds)
    return render(
        request,
        "nominations/papers.html",
        {
            **context,
            "form": form,
            "dossier": dossier,
            "papers": papers.select_related("file"),
            "faults": faults_asked(dossier, [f"evidence:{kind}" for kind in kinds], nomination),
        },
    )


def _paper_page(
    request: HttpRequest,
    dossier: Dossier,
    form: Form,
    kind: EvidenceKind,
    title: str,
    fields: tuple[str, ...],
) -> HttpResponse:
    kept = Kept(0, ())
    if request.method == "POST":
        # Files first: a browser forgets them when another answer has a fault.
        kept = keep_papers(request, dossier, kind, request.FILES.getlist("papers"))
        _follow_version(form, dossier)
        if form.accepted(lambda: _written(request, dossier, form, fields)) and not kept.refused:
            _tell(request, kept)
            return redirect("my-dossier", dossier.code)
        _tell(request, kept)
        for sentence in kept.refused:
            form.add_error("papers", sentence)
    papers = dossier.evidence.filter(nomination=None, withdrawn_at__isnull=True, kind=kind)
    context = {
        "form": form,
        "fields": [field for field in form if not field.is_hidden],
        "dossier": dossier,
        "title": title,
        "papers": papers.select_related("file"),
        "faults": faults_asked(dossier, (*fields, f"evidence:{kind}")),
    }
    return render(request, "nominations/paper.html", context)


def _written(request: HttpRequest, dossier: Dossier, form: Form, fields: tuple[str, ...]) -> Dossier:
    """Write the answers over what the dossier says now."""
    said = DossierContent(
        title=dossier.title,
        route=dossier.route,
        level=dossier.level,
        counting_year=dossier.counting_year,
        movement=dossier.movement,
        letter_number=dossier.letter_number,
        letter_date=dossier.letter_date,
        met_on=dossier.met_on,
    )
    typed = {name: form.cleaned_data[name] for name in fields}
    version = form.cleaned_data["seen"]
    return edit_dossier(
        dossier=dossier, content=replace(said, **typed), version=version, by=signed_in(request)
    )


def _follow_version(form: Form, dossier: Dossier) -> None:
    """Let the form go on from the dossier with its new papers: they are no other person's change."""
    before = dossier.version
    dossier.refresh_from_db(fields=["version"])
    if form.data.get("seen") == str(before):
        sent: Any = copy(form.data)
        sent["seen"] = str(dossier.version)
        form.data = sent


def _tell(request: HttpRequest, kept: Kept) -> None:
    if kept.count:
        said = ngettext("%(count)s paper is kept.", "%(count)s papers are kept.", kept.count)
        messages.success(request, said % {"count": kept.count})
    elif not kept.refused:
        messages.success(request, _("Kept. The dossier is not sent yet."))


def _paper(dossier: Dossier, pk: int) -> Evidence:
    rows = dossier.evidence.filter(withdrawn_at__isnull=True).select_related("file")
    return get_object_or_404(rows, pk=pk)


def _page_of(dossier: Dossier, row: Evidence) -> str:
    if row.nomination_id is not None:
        return reverse("nominee-papers", args=[dossier.code, row.nomination_id])
    pages = {EvidenceKind.LETTER: "dossier-letter", EvidenceKind.MINUTES: "dossier-minutes"}
    return reverse(pages.get(EvidenceKind(row.kind), "dossier-papers"), args=[dossier.code])
