"""Leave a proposed role model, with a reason that the proposer reads."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_text
from thidua.core.workflow.role_model_proposal import DECLINE
from thidua.movements.actions.role_model_moves import lock_proposal, move_proposal
from thidua.movements.models import RoleModelProposal
from thidua.movements.role_model_access import require_office
from thidua.support.refusals import Refused

LONGEST = 1_000


def decline_role_model(*, proposal: RoleModelProposal, reason: str, by: User) -> RoleModelProposal:
    """Close `proposal` without a story and return it; `reason` is told to whoever has the code.

    Raises NotAllowed, or Refused.
    """
    require_office(by)
    told = clean_text(reason)
    if not told:
        raise Refused({"reason": _("Write why; whoever proposed this reads these words.")})
    if len(told) > LONGEST:
        raise Refused({"reason": _("Give the reason in at most 1,000 characters.")})
    with transaction.atomic():
        row = lock_proposal(proposal)
        move_proposal(row, DECLINE, by=by, action="movements.proposal_declined", values={"reason": told})
    return row
