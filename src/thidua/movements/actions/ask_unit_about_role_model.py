"""Ask a unit whether a proposed role model is as it was told."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_text
from thidua.core.workflow.role_model_proposal import ASK_UNIT
from thidua.movements.actions.role_model_moves import lock_proposal, move_proposal
from thidua.movements.models import RoleModelProposal
from thidua.movements.role_model_access import require_office
from thidua.movements.telling import tell_unit_asked
from thidua.orgs.models import Unit
from thidua.support.refusals import Refused

LONGEST = 2_000


def ask_unit_about_role_model(
    *, proposal: RoleModelProposal, unit: Unit | None, question: str = "", by: User
) -> RoleModelProposal:
    """Give `proposal` to `unit` for verification, tell it, and return it; a unit asked before is asked no more.

    Raises NotAllowed, or Refused.
    """
    require_office(by)
    if unit is None:
        raise Refused({"unit": _("Choose the unit that knows this person or collective.")})
    asked = clean_text(question)
    if len(asked) > LONGEST:
        raise Refused({"question": _("Write at most 2,000 characters.")})
    with transaction.atomic():
        row = lock_proposal(proposal)
        values = {"asked_unit": unit, "asked_at": timezone.now(), "question": asked}
        move_proposal(row, ASK_UNIT, by=by, action="movements.proposal_asked", values=values)
        tell_unit_asked(row)
    return row
