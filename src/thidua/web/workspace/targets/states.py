"""States as tags: what they ask of the reader."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext as _

from thidua.targets.enums import RoundState, SheetState
from thidua.targets.models import ReportingRound
from thidua.targets.queries import SheetState as Standing
from thidua.web.shell.tags import Tag, Tone

_SHEETS: Final = {
    SheetState.NOT_STARTED: Tone.NEUTRAL,
    SheetState.DRAFT: Tone.NEUTRAL,
    SheetState.SUBMITTED: Tone.INFO,
    SheetState.RETURNED: Tone.WARNING,
    SheetState.ACCEPTED: Tone.SUCCESS,
    SheetState.LOCKED: Tone.SUCCESS,
}


def sheet_tag(state: str) -> Tag:
    """Return the state of a sheet as a tag."""
    known = SheetState(state)
    return Tag(str(known.label), _SHEETS[known])


def standing_tag(standing: Standing) -> Tag:
    """Return where a unit stands in a round: its state, or that it is overdue, or never came."""
    if standing.is_awaited and standing.is_late:
        return Tag(_("overdue: %(state)s") % {"state": SheetState(standing.state).label}, Tone.ERROR)
    if standing.state == SheetState.LOCKED and not standing.is_accepted:
        return Tag(_("never came"), Tone.NEUTRAL)
    return sheet_tag(standing.state)


def round_tag(round_: ReportingRound) -> Tag:
    """Return the state of a round as a tag."""
    is_open = round_.state == RoundState.OPEN
    return Tag(str(round_.get_state_display()), Tone.INFO if is_open else Tone.SUCCESS)
