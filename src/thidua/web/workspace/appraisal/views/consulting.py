"""Asking agencies and recording what they answer."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.workflow.dossier import AGENCY_CONSULTATION, ASK_AGENCIES, flow_for
from thidua.nominations import access
from thidua.nominations.actions import (
    AgencyAsked,
    ask_agencies,
    record_agency_answer,
    take_silence_as_consent,
)
from thidua.nominations.actions.ask_agencies import answer_due
from thidua.nominations.enums import Agency, AgencyAnswer
from thidua.nominations.models import Dossier
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.shell.kept_files import handed_out
from thidua.web.workspace.appraisal.find import dossier_or_404, posted
from thidua.web.workspace.appraisal.forms.consultation import AnswerForm, AskForm
from thidua.web.workspace.appraisal.views.framing import framed


@right_required(Right.APPRAISE, Right.CONSULT)
@require_http_methods(["GET", "POST"])
def agencies(request: HttpRequest, code: str) -> HttpResponse:
    """Show who was asked and what they said; ask more."""
    row = dossier_or_404(request, code)
    form = AskForm(posted(request))
    if request.method == "POST" and form.accepted(
        lambda: ask_agencies(dossier=row, agencies=_asked(form.cleaned_data), by=signed_in(request))
    ):
        messages.success(request, _("The agencies are recorded as asked."))
        return redirect("appraisal-agencies", code)
    rows = list(row.agency_consultations.select_related("asked_by", "recorded_by", "file"))
    today = timezone.localdate()
    context = framed(request, row, "appraisal-agencies") | {
        "form": form,
        "rows": rows,
        "answer_due": answer_due(today),
        "may_ask": _may_ask(signed_in(request), row) or request.method == "POST",
        "is_over": any(one.answer == AgencyAnswer.AWAITED and one.due_on < today for one in rows),
    }
    return render(request, "appraisal/agencies.html", context)


@right_required(Right.CONSULT)
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Record what an agency answered."""
    dossier = dossier_or_404(request, code)
    row = get_object_or_404(dossier.agency_consultations.select_related("dossier"), pk=pk)
    form = AnswerForm(posted(request), request.FILES or None)

    def act() -> object:
        said = form.cleaned_data
        file = said["file"]
        return record_agency_answer(
            consultation=row,
            agrees=said["agrees"] == "yes",
            answered_on=said["answered_on"],
            text=said["text"],
            number=said["number"],
            data=file.read() if file else None,
            file_name=file.name if file else "",
            by=signed_in(request),
        )

    if request.method == "POST" and form.accepted(act):
        messages.success(request, _("The answer is recorded."))
        return redirect("appraisal-agencies", code)
    title = _("Answer of %(agency)s") % {"agency": row.agency_name}
    context = {
        "form": form,
        "dossier": dossier,
        "title": title,
        "verb": _("Record the answer"),
        "files": True,
    }
    return render(request, "appraisal/short_form.html", context)


@right_required(Right.APPRAISE)
@require_safe
def answer_file(request: HttpRequest, code: str, pk: int) -> FileResponse:
    """Hand out the letter of an agency."""
    dossier = dossier_or_404(request, code)
    row = get_object_or_404(dossier.agency_consultations.select_related("file"), pk=pk)
    if row.file is None:
        raise Http404
    return handed_out(row.file)


@right_required(Right.CONSULT)
@require_http_methods(["GET", "POST"])
def silence(request: HttpRequest, code: str) -> HttpResponse:
    """Ask, then record consent for every agency whose time is over."""
    row = dossier_or_404(request, code)
    return ask_first(
        request,
        question=_("Record the silence of agencies as consent?"),
        consequence=_("This concerns every agency whose last day is over without an answer."),
        verb=_("Record as consent"),
        back=reverse("appraisal-agencies", args=[code]),
        act=lambda: take_silence_as_consent(dossier=row, by=signed_in(request)),
        done=_("The silence is recorded as consent."),
    )


def _asked(said: dict[str, Any]) -> list[AgencyAsked]:
    return [
        AgencyAsked(agency, said["other"] if agency == Agency.OTHER else "", said["question"])
        for agency in said["agencies"]
    ]


def _may_ask(user: User, row: Dossier) -> bool:
    if row.suspended or not access.office_may(user, Right.CONSULT, row):
        return False
    moves = flow_for(row.route, row.level).moves
    open_now = any(move.verb == ASK_AGENCIES and row.state in move.sources for move in moves)
    return open_now or row.state == AGENCY_CONSULTATION
