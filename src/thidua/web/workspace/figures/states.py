"""States as tags: what they ask of the reader."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext as _

from thidua.core.indicators import PaceJudgement
from thidua.targets.queries import Need
from thidua.web.shell.tags import Tag, Tone

_NEEDS: Final = {
    Need.OVERDUE: Tone.ERROR,
    Need.BEHIND: Tone.WARNING,
    Need.NO_DATA: Tone.WARNING,
    Need.NO_PLAN: Tone.NEUTRAL,
}
_PACES: Final = {
    PaceJudgement.AHEAD: Tone.SUCCESS,
    PaceJudgement.ON_TRACK: Tone.SUCCESS,
    PaceJudgement.BEHIND: Tone.WARNING,
    PaceJudgement.NO_PLAN: Tone.NEUTRAL,
    PaceJudgement.NO_DATA: Tone.NEUTRAL,
}


def need_tag(need: Need) -> Tag:
    """Return why a figure is to be looked at, as a tag."""
    words = {
        Need.OVERDUE: _("units overdue"),
        Need.BEHIND: _("behind the pace"),
        Need.NO_DATA: _("no figure yet"),
        Need.NO_PLAN: _("no plan"),
    }
    return Tag(words[need], _NEEDS[need])


def pace_tag(judgement: PaceJudgement) -> Tag:
    """Return where a figure stands against its plan, as a tag."""
    words = {
        PaceJudgement.AHEAD: _("ahead of the pace"),
        PaceJudgement.ON_TRACK: _("on pace"),
        PaceJudgement.BEHIND: _("behind the pace"),
        PaceJudgement.NO_PLAN: _("no plan"),
        PaceJudgement.NO_DATA: _("no figure yet"),
    }
    return Tag(words[judgement], _PACES[judgement])
