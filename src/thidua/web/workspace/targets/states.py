"""States as tags: what they ask of the reader."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext as _

from thidua.targets.enums import BatchState, ObservationState, RoundState, SheetState
from thidua.targets.importing.verdicts import Verdict
from thidua.targets.models import ReportingRound
from thidua.targets.queries import Need
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
_NEEDS: Final = {
    Need.OVERDUE: Tone.ERROR,
    Need.BEHIND: Tone.WARNING,
    Need.NO_DATA: Tone.WARNING,
    Need.NO_PLAN: Tone.NEUTRAL,
}
_VERDICTS: Final = {
    Verdict.NEW: Tone.SUCCESS,
    Verdict.CHANGES: Tone.INFO,
    Verdict.SAME: Tone.NEUTRAL,
    Verdict.BLANK: Tone.NEUTRAL,
    Verdict.REFUSED: Tone.ERROR,
}
_OBSERVATIONS: Final = {
    ObservationState.ACCEPTED: Tone.SUCCESS,
    ObservationState.SUPERSEDED: Tone.NEUTRAL,
    ObservationState.WITHDRAWN: Tone.NEUTRAL,
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


def need_tag(need: Need) -> Tag:
    """Return why a figure is to be looked at, as a tag."""
    words = {
        Need.OVERDUE: _("units overdue"),
        Need.BEHIND: _("behind the pace"),
        Need.NO_DATA: _("no figure yet"),
        Need.NO_PLAN: _("no plan"),
    }
    return Tag(words[need], _NEEDS[need])


def verdict_tag(verdict: Verdict) -> Tag:
    """Return what would happen to a row of a table, as a tag."""
    words = {
        Verdict.NEW: _("new"),
        Verdict.CHANGES: _("changes"),
        Verdict.SAME: _("as on record"),
        Verdict.BLANK: _("left empty"),
        Verdict.REFUSED: _("refused"),
    }
    return Tag(words[verdict], _VERDICTS[verdict])


def observation_tag(state: str) -> Tag:
    """Return whether a figure counts, as a tag."""
    known = ObservationState(state)
    return Tag(str(known.label), _OBSERVATIONS[known])


def batch_tag(state: str) -> Tag:
    """Return whether an import still counts, as a tag."""
    known = BatchState(state)
    return Tag(str(known.label), Tone.SUCCESS if known is BatchState.APPLIED else Tone.NEUTRAL)
