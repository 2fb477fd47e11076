"""The agenda of a session that is not open yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.core.law.stated import Unknown
from thidua.core.law.votes import VoteRule
from thidua.council.actions import add_to_agenda, remove_from_agenda
from thidua.council.queries import ground_of, regulation_on, votes_for
from thidua.council.queries.law import needs_ground
from thidua.nominations.models import Nomination
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.shell.filters import Chosen
from thidua.web.shell.keys import key_of
from thidua.web.workspace.council.find import item_of, kept_session, waiting
from thidua.web.workspace.council.forms.sessions import AgendaForm
from thidua.web.workspace.council.forms.waiting import WaitingFilter
from thidua.web.workspace.council.states import award_names, rule_for


@dataclass(frozen=True)
class Shown:
    """The list as `c-filter-bar` reads it."""

    id: str
    filters: WaitingFilter
    chosen: list[Chosen]
    order: str = ""


@right_required(Right.KEEP_COUNCIL)
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """Put nominations that wait for the council on the agenda."""
    session = kept_session(request, pk)
    day = timezone.localdate(session.opens_at)
    regulation = regulation_on(session.unit, day)
    rows = list(waiting(session))
    named = award_names({row.award_code for row in rows})
    rules = _rules(rows, named, day)
    form = AgendaForm(
        request.POST if request.method == "POST" else None,
        waiting=waiting(session),
        unsure=[] if regulation else _unsure(rows, named, day),
        initial={"ground": ground_of(regulation)},
    )
    if request.method == "POST" and form.accepted(
        lambda: add_to_agenda(
            session=session,
            nominations=list(form.cleaned_data["nominations"]),
            ballot=form.cleaned_data["ballot"] or None,
            percent=_whole(form.cleaned_data["percent"]),
            ground=form.cleaned_data["ground"],
            by=signed_in(request),
        )
    ):
        messages.success(request, _("The nominations are on the agenda."))
        return redirect("council-session", session.pk)
    narrowed = WaitingFilter(request.GET, waiting=rows, named=named)
    shown = narrowed.applied_to(rows)
    ticked = _ticked(request, shown)
    context = {
        "session": session,
        "form": form,
        "regulation": regulation,
        "rules": [(name, rule_for(rule, regulation, code)) for code, name, rule in rules],
        "some": bool(rows),
        "shown": Shown("id_nominations", narrowed, list(narrowed.chosen(request.GET))),
        "rows": [(row, named[row.award_code], row.pk in ticked) for row in shown],
        "ticked": len(ticked),
    }
    return render(request, "council/agenda.html", context)


def _rules(
    rows: list[Nomination], named: Mapping[str, str], day: date
) -> list[tuple[str, str, VoteRule | Unknown]]:
    """Return the rule on votes for each award that waits."""
    first_of = {row.award_code: row for row in reversed(rows)}
    return [(code, named[code], votes_for(row, day)) for code, row in sorted(first_of.items())]


def _unsure(rows: list[Nomination], named: Mapping[str, str], day: date) -> list[str]:
    """Return the names of the awards for whose votes a ground is needed; the day of receipt chooses the rule."""
    seen = {(row.award_code, row.dossier.received_on): row for row in rows}
    asking = set()
    for (code, _received), row in seen.items():
        rule = votes_for(row, day)
        if isinstance(rule, Unknown) or needs_ground(rule.source):
            asking.add(named[code])
    return sorted(asking)


def _ticked(request: HttpRequest, shown: list[Nomination]) -> set[int]:
    """Return the keys of the nominations whose box is ticked: as sent, or all that are shown when asked for."""
    if request.method == "POST":
        return {pk for one in request.POST.getlist("nominations") if (pk := key_of(one)) is not None}
    return {row.pk for row in shown} if request.GET.get("chon") == "tat-ca" else set()


@right_required(Right.KEEP_COUNCIL)
def remove(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """Take an item off the agenda, once asked."""
    session = kept_session(request, pk)
    row = item_of(session, item)
    return ask_first(
        request,
        question=_("Take “%(name)s” off the agenda?") % {"name": row.nomination.recipient_name},
        consequence=_("The nomination waits for the council again and may go on another agenda."),
        verb=_("Take off the agenda"),
        back=reverse("council-session", args=[session.pk]),
        act=lambda: remove_from_agenda(item=row, by=signed_in(request)),
        done=_("The item is off the agenda."),
    )


def _whole(value: object) -> int | None:
    return None if value is None else int(str(value).split(".", maxsplit=1)[0])
