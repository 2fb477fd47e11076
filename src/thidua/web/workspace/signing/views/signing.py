"""What waits for the Chairman: one page to read, then sign or return, and the next."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import Count, Q, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.decisions.access import decisions_seen_by, nothing_here
from thidua.decisions.actions import return_decision, sign_decision
from thidua.decisions.enums import IN_EFFECT, DecisionState
from thidua.decisions.models import Decision
from thidua.decisions.papers.grouping import counted
from thidua.decisions.queries import fund_check, to_sign, waiting_for, with_names
from thidua.orgs.access import units_where
from thidua.support.documents.signing.signer import current_signer
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.workspace.signing.find import decision_for
from thidua.web.workspace.signing.forms.editing import ReturnForm, SignForm
from thidua.web.workspace.signing.reading import agencies_against, opinions_against, reading_of
from thidua.web.workspace.signing.states import whom


@right_required(Right.DECIDE)
def waiting(request: HttpRequest) -> HttpResponse:
    """Show what waits for the signature, and what was signed last."""
    user = signed_in(request)
    granted = Q(lines__refusal="")
    rows = with_names(waiting_for(user)).annotate(
        recipients=Count("lines", filter=granted), money=Sum("lines__bonus_amount", filter=granted)
    )
    mine = units_where(user, Right.DECIDE).order_by().values("pk")
    last = decisions_seen_by(user).filter(state__in=IN_EFFECT, unit__in=mine).order_by("-signed_at").first()
    context = {
        "rows": [(row, whom(getattr(row, "granted", ()))) for row in rows],
        "last": last,
        "signer": current_signer().describe(),
    }
    return render(request, "signing/waiting.html", context)


@right_required(Right.DECIDE)
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one decision on one page; sign on POST with the password given again, then show the next."""
    row = decision_for(request, pk, Right.DECIDE)
    if row.state in IN_EFFECT:
        return redirect("decision", row.pk)
    if row.state != DecisionState.WAITING or row.preview is None:
        raise nothing_here()
    form = SignForm(request.POST or None, request=request, initial={"sha256": row.preview.sha256})
    if request.method == "POST" and form.accepted(
        lambda: sign_decision(decision=row, sha256=form.cleaned_data["sha256"], by=signed_in(request))
    ):
        return _on(request, form.outcome)
    answer = render(request, "signing/sign.html", _context(request, row) | {"form": form})
    add_never_cache_headers(answer)
    return answer


@right_required(Right.DECIDE)
def give_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for the reason, then return the decision unsigned."""
    row = decision_for(request, pk, Right.DECIDE)
    # Sent twice it is returned once: the second press finds it returned already, with the same reason.
    again = request.method == "POST" and row.state == DecisionState.RETURNED
    if row.state != DecisionState.WAITING and not again:
        raise nothing_here()
    form = ReturnForm(request.POST or None)
    return ask_first(
        request,
        question=_("Return “%(title)s” unsigned?") % {"title": row.title},
        consequence=_("The Board changes the draft and sends it again. No number is used up."),
        verb=_("Return"),
        back=reverse("to-sign"),
        act=lambda: return_decision(decision=row, reason=form.cleaned_data["reason"], by=signed_in(request)),
        done=_("The decision is returned, and the Board is told why."),
        form=form,
    )


def _on(request: HttpRequest, signed: Decision) -> HttpResponse:
    """Go on to the next decision that waits, or to the signed one where it was the last."""
    following = waiting_for(signed_in(request)).exclude(pk=signed.pk).first()
    if following is None:
        messages.success(request, _("Signed: decision %(number)s.") % {"number": signed.full_number})
        return redirect("decision", signed.pk)
    said = _("Signed: decision %(number)s. The next one follows here.") % {"number": signed.full_number}
    messages.success(request, said)
    return redirect("sign-decision", following.pk)


def _context(request: HttpRequest, row: Decision) -> dict[str, object]:
    read = reading_of(row)
    queue = list(waiting_for(signed_in(request)).values_list("pk", flat=True))
    place = queue.index(row.pk) + 1 if row.pk in queue else 1
    return {
        "decision": row,
        "facts": to_sign(row),
        "awards": read.awards,
        "counted": counted(read.granted),
        "names": whom(read.granted, most=5),
        "differences": read.differences,
        "not_passed": read.not_passed,
        "shares": read.shares,
        "opinions": opinions_against(read.dossiers),
        "agencies": agencies_against(read.dossiers),
        "fund": fund_check(row),
        "signer": current_signer().describe(),
        "place": place,
        "queue": len(queue),
        "next": queue[place] if place < len(queue) else None,
    }
