"""States in the applicant's words, who holds a dossier, and what the unit does next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.workflow import dossier as flow
from thidua.nominations.models import Dossier, DossierMove
from thidua.nominations.wording import applicant_words, move_words
from thidua.orgs.access import accounts_with
from thidua.web.shell.tags import Tag, Tone

_TONES: Final = {
    flow.DRAFT: Tone.NEUTRAL,
    flow.RETURNED: Tone.WARNING,
    flow.DECIDED: Tone.SUCCESS,
    flow.ISSUED: Tone.SUCCESS,
    flow.HANDED_OVER: Tone.SUCCESS,
    flow.ARCHIVED: Tone.SUCCESS,
    flow.WITHDRAWN: Tone.NEUTRAL,
    flow.CANCELLED: Tone.NEUTRAL,
}
# The moves whose reason is written for the unit; other reasons are the office's own.
_TOLD_REASONS: Final = frozenset({flow.RETURN, flow.CANCEL, flow.WITHDRAW})


def dossier_tag(dossier: Dossier) -> Tag:
    """Return where `dossier` stands, in the applicant's words."""
    if dossier.suspended:
        return Tag(_("suspended for now"), Tone.WARNING)
    return Tag(applicant_words(dossier.state), _TONES.get(dossier.state, Tone.INFO))


def held_by(dossier: Dossier) -> str:
    """Return who has to act: the unit, the office, or the officer by name; empty when nobody has to."""
    if dossier.state in flow.EDITABLE:
        return dossier.unit.name
    if dossier.state in flow.FINAL:
        return ""
    office = dossier.deciding_unit.name
    if dossier.holder is None:
        return office
    return _("%(name)s, %(unit)s") % {"name": _with_telephone(dossier.holder), "unit": office}


def receivers_of(dossier: Dossier) -> list[str]:
    """Return whom the unit may ask, by name and telephone; at most three."""
    people = accounts_with(Right.RECEIVE_DOSSIER, dossier.deciding_unit)[:3]
    return [_with_telephone(person) for person in people]


def next_step(dossier: Dossier) -> str:
    """Return in a few words what comes next."""
    if dossier.suspended:
        return _("Nothing goes on until the suspension is lifted.")
    steps = {
        flow.DRAFT: _("Finish the dossier and send it in."),
        flow.RETURNED: _("Mend what was found and send it in again."),
        flow.SUBMITTED: _("The office receives it, and you get its number in the register."),
        flow.RECEIVED: _("The office appraises it, or returns it with every fault at once."),
        flow.DECIDED: _("The certificates are made."),
        flow.ISSUED: _("The certificates are handed over."),
    }
    if dossier.state in steps:
        return steps[dossier.state]
    if dossier.state in flow.CLOCK_RUNS:
        return _("The office prepares the decision. You need to do nothing.")
    return ""


@dataclass(frozen=True)
class Told:
    """One move of a dossier as the unit reads it."""

    words: str
    at: datetime
    by: str
    reason: str


def moves_told(dossier: Dossier) -> list[Told]:
    """Return the moves of a dossier, newest first; one query."""
    rows = dossier.moves.select_related("by").order_by("-ordinal")
    return [_told(row) for row in rows]


def is_late(dossier: Dossier, today: date) -> bool:
    """Tell whether the office has let the last day of its step pass."""
    return dossier.due_on is not None and dossier.due_on < today and dossier.state in flow.WITH_OFFICE


def _told(row: DossierMove) -> Told:
    return Told(
        words=move_words(row.verb),
        at=row.at,
        by=str(row.by) if row.by else "",
        reason=row.reason if row.verb in _TOLD_REASONS else "",
    )


def _with_telephone(person: User) -> str:
    return f"{person} ({person.phone})" if person.phone else str(person)
