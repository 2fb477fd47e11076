"""The answer of the unit that was asked: it is so, or it is not."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_text
from thidua.core.workflow.role_model_proposal import DOUBT, VERIFY
from thidua.movements.actions.record_role_model import record_role_model
from thidua.movements.actions.role_model_moves import lock_proposal, move_proposal
from thidua.movements.content.role_model import RoleModelContent
from thidua.movements.models import Movement, RoleModel, RoleModelProposal
from thidua.movements.role_model_access import may_see_proposal
from thidua.support.refusals import NotAllowed, Refused

LONGEST = 2_000


def verify_role_model(
    *,
    proposal: RoleModelProposal,
    found: str,
    content: RoleModelContent,
    movements: Iterable[Movement] = (),
    by: User,
) -> RoleModel:
    """Record that it is so, make the role model of `content` out of the proposal, and return it.

    `found` says how the unit knows. Raises NotAllowed, or Refused per field at fault.
    """
    said = _said(proposal, found, by)
    with transaction.atomic():
        row = lock_proposal(proposal)
        _require_asked(row)
        assert row.asked_unit is not None
        role_model = record_role_model(found_by=row.asked_unit, content=content, movements=movements, by=by)
        values = {"unit_said": said, "role_model": role_model}
        move_proposal(row, VERIFY, by=by, action="movements.proposal_verified", values=values)
    return role_model


def doubt_role_model(*, proposal: RoleModelProposal, found: str, by: User) -> RoleModelProposal:
    """Record that it is not so, and return the proposal; the office decides what follows, and tells the proposer.

    Raises NotAllowed, or Refused without `found`.
    """
    said = _said(proposal, found, by)
    with transaction.atomic():
        row = lock_proposal(proposal)
        move_proposal(row, DOUBT, by=by, action="movements.proposal_doubted", values={"unit_said": said})
    return row


def _said(proposal: RoleModelProposal, found: str, by: User) -> str:
    if not may_see_proposal(by, proposal):
        raise NotAllowed(_("Only the unit that was asked, or the office, may answer for it."))
    said = clean_text(found)
    if not said:
        raise Refused({"found": _("Write what you found and how you know it.")})
    if len(said) > LONGEST:
        raise Refused({"found": _("Write at most 2,000 characters.")})
    return said


def _require_asked(row: RoleModelProposal) -> None:
    if row.asked_unit is None:
        raise Refused(_("No unit has been asked yet. Ask one first."))
