"""States as tags, and rules as words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.core.law.stated import Unknown
from thidua.core.law.votes import VoteRule
from thidua.council.enums import BallotKind, RecusalState, SessionState
from thidua.council.models import AgendaItem, CouncilRegulation, Recusal, Session
from thidua.council.queries import counted_over, percent_of, threshold_in_words
from thidua.council.queries.law import marked, needs_ground, places, reference
from thidua.council.thresholds import Threshold
from thidua.lawbook.queries import current_book
from thidua.lawbook.spoken import said
from thidua.web.shell.tags import Tag, Tone

_SESSIONS: Final = {
    SessionState.PLANNED: Tone.NEUTRAL,
    SessionState.OPEN: Tone.INFO,
    SessionState.CLOSED: Tone.SUCCESS,
    SessionState.CANCELLED: Tone.NEUTRAL,
}
_RECUSALS: Final = {
    RecusalState.PROPOSED: Tone.WARNING,
    RecusalState.IN_FORCE: Tone.INFO,
    RecusalState.DISMISSED: Tone.NEUTRAL,
}


def session_tag(session: Session) -> Tag:
    """Return the state of a session; one whose time is over and that waits for its count says so."""
    if is_over(session) and session.state == SessionState.OPEN:
        return Tag(_("voting time over, not counted yet"), Tone.WARNING)
    return Tag(str(session.get_state_display()), _SESSIONS[SessionState(session.state)])


def is_over(session: Session) -> bool:
    """Tell whether the voting time has passed."""
    return timezone.now() >= session.closes_at


def recusal_tag(recusal: Recusal) -> Tag:
    """Return the state of a recusal."""
    return Tag(str(recusal.get_state_display()), _RECUSALS[RecusalState(recusal.state)])


def award_names(codes: Iterable[str]) -> dict[str, str]:
    """Return the names of awards in the language in force; the law book is read once."""
    awards = current_book().awards
    return {code: said(awards[code].name) if code in awards else code for code in codes}


def rule_of(item: AgendaItem, members: int) -> str:
    """Return in words how many must agree, over whom, and by which clause."""
    return threshold_in_words(item, Threshold(item.percent, item.strictly, members).needed, members)


def base_of(session: Session) -> str:
    """Return over whom shares are counted, for a session that is not open yet as well."""
    clause = counted_over(timezone.localdate(session.opens_at))
    return _("Shares are counted over all members, those absent included (%(clause)s).") % {"clause": clause}


def law_in_words(rule: VoteRule | Unknown) -> str:
    """Return what the law book says of a vote: way, share, place; or why it does not know."""
    if isinstance(rule, Unknown):
        return said(rule.why)
    words = {
        "ballot": BallotKind(rule.ballot).label,
        "percent": rule.percent,
        "places": marked(places(rule.source), needs_ground(rule.source)),
    }
    if rule.strictly:
        told = _("%(ballot)s; more than %(percent)s %% of all members (%(places)s)") % words
    else:
        told = _("%(ballot)s; %(percent)s %% of all members or more (%(places)s)") % words
    return ". ".join(part for part in (told, reference(rule.source)) if part)


def rule_for(rule: VoteRule | Unknown, regulation: CouncilRegulation | None, award: str) -> str:
    """Return what the law book says of a vote, then what the council's own regulation asks."""
    own = percent_of(regulation, award)
    told = law_in_words(rule)
    if own is None:
        return told
    return (
        told + " " + _("The council's regulation asks for %(percent)s %% of all members.") % {"percent": own}
    )
