"""Answer a movement from above with a movement of one's own name and content."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.movements import access
from thidua.movements.actions.create_movement import keep_answer
from thidua.movements.actions.movement_content import MovementContent
from thidua.movements.models import Movement
from thidua.movements.queries.scope import stands_below
from thidua.orgs.models import Unit
from thidua.support.provenance import Provenance
from thidua.support.refusals import NotAllowed, Refused


def answer_movement(
    *,
    parent: Movement,
    unit: Unit,
    content: MovementContent,
    by: User,
    on: date,
    provenance: str = Provenance.RECORDED,
) -> Movement:
    """Keep a draft of the movement by which `unit` answers `parent`, and return it.

    `unit` must stand below the unit that launched `parent` on the day `on`. Raises Refused, NotAllowed.
    """
    if not access.may_answer(by, unit):
        raise NotAllowed(_("Only officers of %(unit)s answer a movement for it.") % {"unit": unit})
    if parent.state not in access.RUNNING_STATES:
        raise Refused(_("“%(movement)s” is not running, so it cannot be answered.") % {"movement": parent})
    if not stands_below(unit, parent.launched_by, on):
        raise Refused(
            _("%(unit)s does not stand below %(launcher)s, which launched this movement.")
            % {"unit": unit, "launcher": parent.launched_by}
        )
    return keep_answer(content, unit, parent, by, provenance)
