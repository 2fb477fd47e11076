"""States as tags: what they ask of the reader."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext as _

from thidua.core.indicators import IndicatorKind, PaceJudgement
from thidua.targets.enums import BatchState, ObservationState
from thidua.targets.figure import Figure
from thidua.targets.importing.verdicts import Verdict
from thidua.targets.models import ImportBatch, Plan
from thidua.targets.queries import Need
from thidua.web.shell.tags import Tag, Tone

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
_PLANLESS: Final = frozenset({IndicatorKind.GROWTH, IndicatorKind.LOWER_BOUND})
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


def standing_tag(figure: Figure) -> Tag | None:
    """Return the same of a figure; None for kinds that mostly have no plan and are not missed without one."""
    if figure.judgement is PaceJudgement.NO_PLAN and figure.kind in _PLANLESS:
        return None
    return pace_tag(figure.judgement)


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
    return Tag(str(known.label), Tone.SUCCESS if known is ObservationState.ACCEPTED else Tone.NEUTRAL)


def plan_tag(plan: Plan) -> Tag:
    """Return whether a plan holds, as a tag."""
    if plan.is_current:
        return Tag(_("in force"), Tone.SUCCESS)
    return Tag(_("replaced") if plan.replaced_by_id else _("withdrawn"), Tone.NEUTRAL)


def batch_tag(batch: ImportBatch) -> Tag:
    """Return whether an import still counts, as a tag."""
    known = BatchState(batch.state)
    return Tag(str(known.label), Tone.SUCCESS if known is BatchState.APPLIED else Tone.NEUTRAL)
