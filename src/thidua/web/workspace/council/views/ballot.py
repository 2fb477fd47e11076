"""The ballot in a member's hand: choose, check, cast, receipt.

Choices travel in the form only, from page to page, and are kept on the voter's own device until they are cast; nothing
of them is kept here, no browser may store the pages, and no report of a fault names them. The code of the receipt is
shown in the answer to the cast itself, because it is stored nowhere.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from thidua.accounts.rights import Right
from thidua.council.actions import cast_ballot
from thidua.council.actions.choices import checked
from thidua.council.actions.locking import require_open
from thidua.council.enums import Choice
from thidua.council.models import CouncilMember, Session
from thidua.council.queries import ballot_of, base_in_words, vote_of
from thidua.council.refused import BoxExchanged, VotedAlready, VotingOver
from thidua.support.refusals import Refused
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.council.find import own_seat, session_for
from thidua.web.workspace.council.forms.ballot import MemberBallotForm, on_the_way
from thidua.web.workspace.council.guide import dismiss, is_shown
from thidua.web.workspace.council.states import award_names, rule_of


@never_cache
@sensitive_post_parameters()
@right_required(Right.VOTE)
@sensitive_variables()
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the ballot, its check page, and the receipt once it is cast."""
    session = session_for(request, pk)
    seat = own_seat(request, session)
    task = request.POST.get("lam", "") if request.method == "POST" else ""
    form = _form(session, seat, request if request.method == "POST" else None)
    if task == "gui":
        return _cast(request, session, seat, form)
    closed = _closed_door(request, session, seat)
    if closed is not None:
        return closed
    if task == "xem" and form.accepted(lambda: checked(form.lines, form.choices())):
        return _check(request, session, seat, form)
    if task == "dien":
        form = form.with_the_rest()
    answer = _ballot(request, session, seat, form)
    if task == "da-doc":
        dismiss(answer)
    return answer


def _form(session: Session, seat: CouncilMember, request: HttpRequest | None = None) -> MemberBallotForm:
    return MemberBallotForm(request.POST if request else None, lines=ballot_of(session, seat))


@sensitive_variables()
def _cast(
    request: HttpRequest, session: Session, seat: CouncilMember, form: MemberBallotForm
) -> HttpResponse:
    form.is_valid()
    try:
        receipt = cast_ballot(session=session.pk, choices=form.choices(), by=signed_in(request))
    except (VotedAlready, VotingOver, BoxExchanged) as refused:
        return _told(request, session, seat, refused)
    except Refused as refused:
        form.refuse(refused)
        return _ballot(request, session, seat, form)
    return render(request, "council/receipt.html", {"session": session, "receipt": receipt, "seat": seat.pk})


def _closed_door(request: HttpRequest, session: Session, seat: CouncilMember) -> HttpResponse | None:
    """Return the page that says why no ballot is asked now, or None."""
    if vote_of(session, seat) is not None:
        return _told(request, session, seat)
    try:
        require_open(session, timezone.now())
    except VotingOver as refused:
        return _told(request, session, seat, refused)
    return None


def _told(
    request: HttpRequest, session: Session, seat: CouncilMember, refused: Refused | None = None
) -> HttpResponse:
    voted = vote_of(session, seat)
    context = {
        "session": session,
        "seat": seat.pk,
        "voted": voted,
        "at": getattr(voted, "at", None),
        "why": str(refused or ""),
    }
    return render(request, "council/voted.html" if voted else "council/not_taken.html", context)


def _ballot(
    request: HttpRequest, session: Session, seat: CouncilMember, form: MemberBallotForm
) -> HttpResponse:
    context = _context(session, seat, form) | {"guide": is_shown(request), "filled": form.filled}
    return render(request, "council/ballot.html", context)


def _check(
    request: HttpRequest, session: Session, seat: CouncilMember, form: MemberBallotForm
) -> HttpResponse:
    said = list(form.choices().values())
    counts = {
        "yes": said.count(Choice.YES),
        "no": said.count(Choice.NO),
        "abstain": said.count(Choice.ABSTAIN),
    }
    return render(request, "council/check.html", _context(session, seat, form) | {"counts": counts})


def _context(session: Session, seat: CouncilMember, form: MemberBallotForm) -> dict[str, object]:
    members = session.members_total or 0
    named = award_names({line.item.nomination.award_code for line in form.lines})
    rows = [
        {
            "item": asked.line.item,
            "nomination": asked.line.item.nomination,
            "award": named[asked.line.item.nomination.award_code],
            "recusal": asked.line.recusal,
            "hands_counted": asked.line.hands_counted,
            "may_wait": asked.line.is_asked and not asked.line.must_be_answered,
            "field": asked.field,
            "chosen": asked.chosen or _("no answer; hands are counted in the hall"),
        }
        for asked in form.asked()
    ]
    # Each rule once: on a long ballot it would hide the nominees.
    rules = dict.fromkeys(
        (
            named[line.item.nomination.award_code],
            line.item.get_ballot_display(),
            rule_of(line.item, members),
        )
        for line in form.lines
    )
    return {
        "session": session,
        "seat": seat.pk,
        "form": form,
        "rows": rows,
        "rules": list(rules),
        "counted_over": base_in_words(session),
        "asked": sum(row["field"] is not None for row in rows),
        "is_secret": any(line.item.ballot == "secret" for line in form.lines),
        "choices": [(pk, on_the_way(each)) for pk, each in sorted(form.choices().items())],
    }
