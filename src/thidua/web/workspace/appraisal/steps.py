"""What may be done with a dossier now: the moves of the flow that stand open to this person."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.workflow import dossier as flow
from thidua.nominations import access
from thidua.nominations.enums import MAY_STILL_BECOME, Outcome
from thidua.nominations.models import Dossier


@dataclass(frozen=True)
class Step:
    """A button: what it says, where it leads, how strong it is, and whether it asks first."""

    label: str
    url: str
    kind: str
    asks: bool


# verb → address, words, kind, whether the page it leads to only asks
_PAGES: Final[dict[str, tuple[str, Promise, str, bool]]] = {
    flow.RECEIVE: ("receive-dossier", _("Receive the dossier"), "primary", True),
    flow.CONCLUDE: ("conclude-appraisal", _("Conclude the appraisal"), "primary", False),
    flow.RETURN: ("return-dossier", _("Return for completion"), "secondary", False),
    flow.SEND_TO_COUNCIL: ("send-to-council", _("Send to the council"), "primary", True),
    flow.ASK_AGENCIES: ("appraisal-agencies", _("Ask agencies"), "secondary", False),
    flow.OPEN_TO_PUBLIC: ("open-to-public", _("Ask the public"), "secondary", False),
    flow.REOPEN: ("reopen-appraisal", _("Appraise again"), "quiet", True),
    flow.ARCHIVE: ("archive-dossier", _("Archive the dossier"), "secondary", True),
    flow.CANCEL: ("cancel-dossier", _("Close without a result"), "quiet", True),
}


# What only makes sense with somebody who was found eligible.
_ABOUT_THE_ELIGIBLE: Final = frozenset({flow.SEND_TO_COUNCIL, flow.ASK_AGENCIES, flow.OPEN_TO_PUBLIC})


def steps_of(dossier: Dossier, user: User, outcomes: Collection[str]) -> list[Step]:
    """Return the buttons for `user`, the main one first. `outcomes`: those of the dossier's nominations."""
    moves = {
        move.verb: move
        for move in flow.flow_for(dossier.route, dossier.level).moves
        if dossier.state in move.sources
    }
    found = [
        Step(str(label), reverse(name, args=[dossier.code]), kind, asks)
        for verb, (name, label, kind, asks) in _PAGES.items()
        if verb in moves
        and _has_a_point(verb, dossier.state, outcomes)
        and (not dossier.suspended or verb in flow.WHILE_SUSPENDED)
        and access.may_move(user, moves[verb].right, dossier)
    ]
    return sorted(found, key=lambda step: step.kind != "primary")


def _has_a_point(verb: str, state: str, outcomes: Collection[str]) -> bool:
    """Whether the outcomes allow the move; what only waits (an answer, a day) is told when the move is tried."""
    if verb in _ABOUT_THE_ELIGIBLE:
        return any(one in (Outcome.ELIGIBLE, Outcome.PASSED) for one in outcomes)
    if verb == flow.ARCHIVE and state != flow.HANDED_OVER:
        return not any(one in MAY_STILL_BECOME for one in outcomes)
    return True


def extra_steps(dossier: Dossier, user: User) -> list[Step]:
    """Return the buttons that are no moves of the flow: assigning and suspending."""
    held = dossier.state not in flow.FINAL
    steps = []
    if held and dossier.state != flow.SUBMITTED and access.office_may(user, Right.RECEIVE_DOSSIER, dossier):
        steps.append(Step(str(_("Assign")), reverse("assign-dossier", args=[dossier.code]), "quiet", False))
    if held and access.office_may(user, Right.SUSPEND_NOMINATION, dossier):
        steps.append(Step(str(_("Suspend")), reverse("suspend-dossier", args=[dossier.code]), "quiet", False))
    return steps
