"""One pair: both sides beside each other, and the answer."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from thidua.accounts.rights import Right
from thidua.registry.actions import decide_identity, reopen_identity
from thidua.registry.enums import IdentityAnswer
from thidua.registry.queries.identities import (
    candidates_seen_by,
    last_answered_by,
    place_in,
    sides_of,
)
from thidua.support.refusals import NotAllowed, Refused
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.identities.forms.answer import AnswerForm
from thidua.web.workspace.identities.queue import filters_kept, queue_as_seen
from thidua.web.workspace.identities.shown import fields_of, years_of
from thidua.web.workspace.identities.states import answer_tag, certainty

_DONE = {
    IdentityAnswer.SAME: gettext_lazy("%(names)s: one person from now on."),
    IdentityAnswer.DIFFERENT: gettext_lazy("%(names)s: not the same. They will not be offered again."),
    IdentityAnswer.UNSURE: gettext_lazy("%(names)s: put aside as not clear yet."),
}


@right_required(Right.KEEP_AWARDS)
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a pair; an answer leads to the next one of the queue."""
    user = signed_in(request)
    row = get_object_or_404(candidates_seen_by(user), pk=pk)
    queue, kept = queue_as_seen(request), filters_kept(request)
    form = AnswerForm(request.POST or None)
    place = place_in(queue, row)
    answer = request.POST.get("answer", "")
    if request.method == "POST" and form.accepted(
        lambda: decide_identity(candidate=row, answer=answer, by=user, reason=form.cleaned_data["reason"])
    ):
        messages.success(request, _said(answer) % {"names": row})
        following = place.after or place.before
        return redirect(reverse("identity", args=[following]) + kept if following else _list(kept))
    left, right = sides_of(row)
    context = {
        "row": row,
        "form": form,
        "place": place,
        "kept": kept,
        "left": left,
        "right": right,
        "fields": fields_of(row),
        "years": years_of(left, right),
        "certainty": certainty(row),
        "answer": answer_tag(row),
        "is_open": row.answer in (IdentityAnswer.OPEN, IdentityAnswer.UNSURE),
        "last": last_answered_by(user),
    }
    return render(request, "identities/pair.html", context)


@right_required(Right.KEEP_AWARDS)
@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """Take the person's own last answer back and show that pair again."""
    user = signed_in(request)
    last = last_answered_by(user)
    if last is None:
        messages.info(request, _("There is no answer of yours to take back."))
        return redirect("identities")
    try:
        reopen_identity(candidate=last, by=user)
    except NotAllowed:
        raise
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("identity", last.pk)
    messages.success(request, _("%(names)s: the answer is taken back.") % {"names": last})
    return redirect("identity", last.pk)


def _said(answer: str) -> str:
    return str(_DONE[IdentityAnswer(answer)])


def _list(kept: str) -> str:
    return reverse("identities") + kept
