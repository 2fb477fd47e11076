"""Choices as they were sent, checked against the ballot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from thidua.council.enums import Choice
from thidua.council.queries.ballots import BallotLine
from thidua.support.edits import Faults
from thidua.support.refusals import Refused


def checked(
    lines: Sequence[BallotLine], choices: Mapping[int, str], *, all_lines: bool = False
) -> dict[int, Choice]:
    """Return the choices by the key of the item. Raises Refused with a sentence beside each item at fault (`item_7`).

    `all_lines`: a show of hands must be answered, too.
    """
    known = {line.item.pk: line for line in lines}
    if not set(choices) <= set(known):
        raise Refused(_("The ballot has changed. Open it again and choose once more."))
    faults: Faults = {}
    taken: dict[int, Choice] = {}
    for pk, line in known.items():
        given = choices.get(pk) or ""
        if given and not line.is_asked:
            faults[f"item_{pk}"] = _not_asked(line)
        elif given and given not in Choice.values:
            faults[f"item_{pk}"] = _("Choose one of the answers of the ballot.")
        elif given:
            taken[pk] = Choice(given)
        elif line.must_be_answered or (all_lines and line.is_asked):
            faults[f"item_{pk}"] = _("Choose an answer for “%(name)s”.") % {"name": line.item.nomination}
    if faults:
        raise Refused(faults)
    return taken


def _not_asked(line: BallotLine) -> str:
    if line.recusal is None:
        return _("Your hand was counted on this item already.")
    return _("You do not vote on this item: %(ground)s.") % {"ground": line.recusal.get_ground_display()}
