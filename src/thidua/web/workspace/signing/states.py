"""States and differences in words."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.decisions.enums import DecisionState
from thidua.decisions.models import Decision, DecisionLine
from thidua.decisions.queries import Difference
from thidua.web.shell import formats
from thidua.web.shell.tags import Tag, Tone

_TONES = {
    DecisionState.DRAFT: Tone.NEUTRAL,
    DecisionState.WAITING: Tone.INFO,
    DecisionState.RETURNED: Tone.WARNING,
    DecisionState.SIGNED: Tone.SUCCESS,
    DecisionState.PUBLISHED: Tone.SUCCESS,
    DecisionState.CANCELLED: Tone.NEUTRAL,
}


def decision_tag(row: Decision) -> Tag:
    """Return the state of a decision as a tag."""
    return Tag(str(row.get_state_display()), _TONES[DecisionState(row.state)])


def whom(lines: Sequence[DecisionLine], most: int = 2) -> str:
    """Return who receives an award: «Lý Văn An, Vi Thị Bình and 3 others»."""
    named = ", ".join(line.recipient_name for line in lines[:most])
    left = len(lines) - most
    if left <= 0:
        return named
    told = ngettext("%(names)s and %(left)s other", "%(names)s and %(left)s others", left)
    return told % {"names": named, "left": formats.number(left)}


def difference_in_words(differs: Difference, refused: Sequence[DecisionLine]) -> list[str]:
    """Return a sentence for each kind of difference from the council's list; nothing where there is none."""
    told = []
    if differs.missing:
        told.append(
            _("Passed by the council, but not in the list: %(names)s.")
            % {"names": "; ".join(one.recipient_name for one in differs.missing)}
        )
    if differs.added:
        told.append(
            _("In the list without having been passed by the council: %(names)s.")
            % {"names": "; ".join(one.recipient_name for one in differs.added)}
        )
    return told + [
        _("Not granted: %(name)s. %(reason)s") % {"name": line.recipient_name, "reason": line.refusal}
        for line in refused
    ]
