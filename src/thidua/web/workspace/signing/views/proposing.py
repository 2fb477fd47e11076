"""From dossiers to a submission letter, from the letter to a draft."""

from __future__ import annotations

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.decisions.access import nothing_here
from thidua.decisions.actions import draft_decision, propose, send_back_submission
from thidua.decisions.enums import IN_EFFECT, DecisionState, SubmissionState
from thidua.decisions.models import Submission
from thidua.decisions.queries import nominees_of
from thidua.nominations.enums import Level
from thidua.orgs.access import may
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.workspace.signing.downloads import download_of
from thidua.web.workspace.signing.earlier import decision_as_before, letter_as_before
from thidua.web.workspace.signing.find import ready_dossiers, submission_for
from thidua.web.workspace.signing.forms.proposing import DraftForm, ProposalForm, SendBackForm


@right_required(Right.PROPOSE)
def propose_dossiers(request: HttpRequest) -> HttpResponse:
    """Choose dossiers, write the letter, propose on POST."""
    by = signed_in(request)
    ready = ready_dossiers(by)
    asked = request.GET.getlist("ho-so")
    chosen = [one for one in ready if str(one.dossier.pk) in asked] if len(ready) > 1 else ready
    begun = {"dossiers": [one.dossier.pk for one in chosen]} | letter_as_before(by, chosen or ready)
    form = ProposalForm(request.POST or None, ready=ready, initial=begun)
    if request.method == "POST" and form.accepted(lambda: _proposed(form, by)):
        said = _("The submission letter %(number)s is made. Draft the decision next.")
        messages.success(request, said % {"number": form.outcome.full_number})
        return redirect("submission", form.outcome.pk)
    return render(request, "signing/propose.html", {"form": form, "ready": ready})


def _proposed(form: ProposalForm, by: User) -> Submission:
    said = dict(form.cleaned_data)
    chosen = set(said.pop("dossiers"))
    rows = [one.dossier for one in ready_dossiers(by) if one.dossier.pk in chosen]
    return propose(dossiers=rows, by=by, **said)


@right_required(Right.SEE_DOSSIERS)
@require_safe
def submission(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a submission letter with its list and votes."""
    row = submission_for(request, pk)
    user = signed_in(request)
    decision = row.decisions.exclude(state=DecisionState.CANCELLED).first()
    results = list(row.external_results.select_related("file").order_by("decided_on", "pk"))
    waits = row.state == SubmissionState.PROPOSED and not (decision and decision.state in IN_EFFECT)
    context = {
        "letter": row,
        "lines": nominees_of(row)
        if row.level == Level.STATE
        else row.lines.select_related("nomination__dossier", "prize_result").order_by("ordinal"),
        "decision": decision,
        "results": results,
        "may_draft": waits and row.level != Level.STATE and may(user, Right.PROPOSE, row.unit),
        "may_record": waits and row.level == Level.STATE and may(user, Right.PROPOSE, row.unit),
        "may_send_back": waits and not results and may(user, Right.DECIDE, row.unit),
    }
    return render(request, "signing/submission.html", context)


@right_required(Right.SEE_DOSSIERS)
@require_safe
def submission_file(request: HttpRequest, pk: int) -> FileResponse:
    """Give the letter as DOCX."""
    return download_of(submission_for(request, pk).file)


@right_required(Right.PROPOSE)
def draft(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for the texts of a decision, draft it on POST; a second time leads to the draft that is there."""
    row = submission_for(request, pk, Right.PROPOSE)
    by = signed_in(request)
    form = DraftForm(request.POST or None, initial=decision_as_before(by, row))
    if request.method == "POST" and form.accepted(
        lambda: draft_decision(submission=row, by=by, **form.cleaned_data)
    ):
        messages.success(request, _("The decision is drafted. Check its list, money and legal bases."))
        return redirect("decision", form.outcome.pk)
    return render(request, "signing/draft.html", {"form": form, "letter": row})


@right_required(Right.DECIDE)
def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for the reason, then send a whole proposal back to where it came from."""
    row = submission_for(request, pk, Right.DECIDE)
    again = request.method == "POST" and row.state == SubmissionState.SENT_BACK
    if row.state != SubmissionState.PROPOSED and not again:
        raise nothing_here()
    form = SendBackForm(request.POST or None)
    return ask_first(
        request,
        question=_("Send proposal %(number)s back?") % {"number": row.full_number},
        consequence=_(
            "Its dossiers return to where they were before the proposal, and a draft decision is not issued. Votes and "
            "appraisal are kept."
        ),
        verb=_("Send back"),
        back=reverse("submission", args=[row.pk]),
        act=lambda: send_back_submission(
            submission=row, reason=form.cleaned_data["reason"], by=signed_in(request)
        ),
        done=_("The proposal is sent back, and the Board is told why."),
        form=form,
    )
