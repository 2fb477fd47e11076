"""Sessions: the lists, the plan, and one session as its members and its secretary see it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.council.access import may_keep, may_vote, membership, nothing_here, sessions_seen_by
from thidua.council.actions import plan_session
from thidua.council.enums import BallotKind, Presence, SessionState
from thidua.council.models import Session
from thidua.council.queries import base_in_words, open_votes, results, turnout, vote_of
from thidua.council.queries.law import marked
from thidua.orgs.access import may_anywhere
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.council.find import kept_units, session_for
from thidua.web.workspace.council.forms.members import chosen_unit
from thidua.web.workspace.council.forms.sessions import PlanForm
from thidua.web.workspace.council.states import award_names, base_of, is_over, rule_of, session_tag
from thidua.web.workspace.council.tables import SESSIONS


@right_required(Right.VOTE, Right.KEEP_COUNCIL)
def mine(request: HttpRequest) -> HttpResponseBase:
    """List the sessions that the person keeps or has a seat in."""
    return _listed(request)


@right_required(Right.KEEP_COUNCIL)
def desk(request: HttpRequest) -> HttpResponseBase:
    """List the sessions for the secretary, with what can be prepared."""
    return _listed(request)


def _listed(request: HttpRequest) -> HttpResponseBase:
    user = signed_in(request)
    keeps, votes = may_anywhere(user, Right.KEEP_COUNCIL), may_anywhere(user, Right.VOTE)
    return SESSIONS.respond(
        request, sessions_seen_by(user), "council/list.html", {"keeps": keeps, "votes": votes}
    )


@right_required(Right.KEEP_COUNCIL)
def plan(request: HttpRequest) -> HttpResponse:
    """Plan the next session."""
    by = signed_in(request)
    unit = chosen_unit(kept_units(by), request.GET.get("don-vi", ""))
    if unit is None:
        raise nothing_here()
    form = PlanForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.accepted(
        lambda: plan_session(
            unit=unit,
            title=form.cleaned_data["title"],
            place=form.cleaned_data["place"],
            body=form.cleaned_data["body"],
            opens_at=form.times()["opens_at"],
            closes_at=form.times()["closes_at"],
            by=by,
        )
    ):
        messages.success(request, _("The session is planned. Put nominations on its agenda now."))
        return redirect("council-session", form.outcome.pk)
    context = {
        "form": form,
        "title": _("Plan a session"),
        "caption": unit.name,
        "lead": _(
            "A session that met on paper is planned here too: give the hours at which it met, put the nominations on "
            "the agenda, then open it to enter who came and what was voted."
        ),
        "verb": _("Plan the session"),
        "back": reverse("council"),
    }
    return render(request, "council/form.html", context)


@right_required(Right.VOTE, Right.KEEP_COUNCIL)
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a session: its agenda, who takes part, what the person can do; after closing, the results."""
    session = session_for(request, pk)
    user = signed_in(request)
    keeps = may_keep(user, session.unit)
    seat = membership(user, session)
    is_open = session.state == SessionState.OPEN
    is_closed = session.state == SessionState.CLOSED
    is_planned = session.state == SessionState.PLANNED
    context: dict[str, object] = {
        "session": session,
        "tag": session_tag(session),
        "keeps": keeps,
        "votes": seat is not None and may_vote(user, session),
        "voted": vote_of(session, seat) if seat is not None else None,
        "is_open": is_open,
        "is_closed": is_closed,
        "is_planned": is_planned,
        "is_over": is_over(session),
        "rows": _rows(session),
        "counts_over": base_of(session) if session.opened_at is None else base_in_words(session),
        "has_hands": session.items.filter(ballot=BallotKind.SHOW).exists(),
        "tells_paper": is_open and user.pk in (session.first_teller_id, session.second_teller_id),
    }
    if session.opened_at is not None:
        context["turnout"] = turnout(session)
    if keeps and is_open:
        context["not_voted"] = _not_voted(session)
    return render(request, "council/session.html", context)


def _rows(session: Session) -> list[dict[str, object]]:
    is_closed = session.state == SessionState.CLOSED
    found = {row.item_id: row for row in results(session)} if is_closed else {}
    by_name = open_votes(session) if is_closed else {}
    members = session.members_total
    items = list(session.items.select_related("nomination").order_by("ordinal"))
    named = award_names({item.nomination.award_code for item in items})
    return [
        {
            "item": item,
            "nomination": item.nomination,
            "award": named[item.nomination.award_code],
            "rule": rule_of(item, members) if members else "",
            "result": found.get(item.pk),
            "by_name": by_name.get(item.pk),
            "cites": marked(item.cites, item.unverified),
        }
        for item in items
    ]


def _not_voted(session: Session) -> list[str]:
    """Return the names of those who are there and have not voted; what others voted is told nowhere."""
    done = session.voted.values("member")
    rows = session.roll.filter(presence=Presence.PRESENT).exclude(member__in=done)
    return [str(row.member) for row in rows.select_related("member__user").order_by("pk")]
