"""The ballot in a member's hand: choose, check, cast, receipt.

Choices travel in the form only, from page to page; nothing of them is kept here before they are cast, and the code of
the receipt is shown in the answer to the cast itself, because it is stored nowhere.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.council.actions import cast_ballot
from thidua.council.actions.choices import checked
from thidua.council.actions.locking import require_open
from thidua.council.enums import Choice
from thidua.council.models import CouncilMember, Session
from thidua.council.queries import ballot_of, vote_of
from thidua.council.refused import VotedAlready, VotingOver
from thidua.support.refusals import Refused
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.council.find import own_seat, session_for
from thidua.web.workspace.council.forms.ballot import BallotForm
from thidua.web.workspace.council.states import award_names, rule_of


@right_required(Right.VOTE)
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the ballot, its check page, and the receipt once it is cast."""
    session = session_for(request, pk)
    seat = own_seat(request, session)
    if request.method != "POST":
        return _closed_door(request, session, seat) or _ballot(request, session, _form(session, seat))
    form = _form(session, seat, request)
    if request.POST.get("lam") == "gui":
        return _cast(request, session, seat, form)
    closed = _closed_door(request, session, seat)
    if closed is not None:
        return closed
    if request.POST.get("lam") == "xem" and form.accepted(lambda: checked(form.lines, form.choices())):
        return _check(request, session, form)
    return _ballot(request, session, form)


def _form(session: Session, seat: CouncilMember, request: HttpRequest | None = None) -> BallotForm:
    return BallotForm(request.POST if request else None, lines=ballot_of(session, seat))


def _cast(request: HttpRequest, session: Session, seat: CouncilMember, form: BallotForm) -> HttpResponse:
    form.is_valid()
    try:
        receipt = cast_ballot(session=session.pk, choices=form.choices(), by=signed_in(request))
    except (VotedAlready, VotingOver) as refused:
        return _told(request, session, seat, refused)
    except Refused as refused:
        form.refuse(refused)
        return _ballot(request, session, form)
    answer = render(request, "council/receipt.html", {"session": session, "receipt": receipt})
    add_never_cache_headers(answer)
    return answer


def _closed_door(request: HttpRequest, session: Session, seat: CouncilMember) -> HttpResponse | None:
    """Return the page that says why no ballot is asked now, or None."""
    voted = vote_of(session, seat)
    if voted is not None:
        return render(request, "council/voted.html", {"session": session, "at": voted.at, "voted": voted})
    try:
        require_open(session, timezone.now())
    except VotingOver as refused:
        return _told(request, session, seat, refused)
    return None


def _told(request: HttpRequest, session: Session, seat: CouncilMember, refused: Refused) -> HttpResponse:
    voted = vote_of(session, seat)
    context = {"session": session, "voted": voted, "at": getattr(voted, "at", None), "why": str(refused)}
    return render(request, "council/voted.html" if voted else "council/not_taken.html", context)


def _ballot(request: HttpRequest, session: Session, form: BallotForm) -> HttpResponse:
    return render(request, "council/ballot.html", _context(session, form))


def _check(request: HttpRequest, session: Session, form: BallotForm) -> HttpResponse:
    said = list(form.choices().values())
    counts = {
        "yes": said.count(Choice.YES),
        "no": said.count(Choice.NO),
        "abstain": said.count(Choice.ABSTAIN),
    }
    answer = render(request, "council/check.html", _context(session, form) | {"counts": counts})
    add_never_cache_headers(answer)
    return answer


def _context(session: Session, form: BallotForm) -> dict[str, object]:
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
            "rule": rule_of(asked.line.item, members),
        }
        for asked in form.asked()
    ]
    return {
        "session": session,
        "form": form,
        "rows": rows,
        "asked": sum(row["field"] is not None for row in rows),
        "is_secret": any(asked.line.item.ballot == "secret" for asked in form.asked()),
        "choices": sorted(form.choices().items()),
    }
