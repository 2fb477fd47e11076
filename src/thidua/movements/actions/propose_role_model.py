"""Take the proposal of a good example, from anybody."""

from __future__ import annotations

from django.db import transaction

from thidua.accounts.models import User
from thidua.core.follow_up import new_code
from thidua.movements.content.proposed_role_model import ProposedRoleModelContent
from thidua.movements.models import ProposedPhoto, RoleModelProposal
from thidua.support.audit.actions.record import record

# Gương: the two letters by which follow-up codes of proposals begin.
CODE_KIND = "GU"


def propose_role_model(*, content: ProposedRoleModelContent, by: User | None = None) -> RoleModelProposal:
    """Keep the proposal with its photos and return it with its follow-up code; raises Refused per field at fault.

    `by` is None for a visitor without an account. The log never names the proposer.
    """
    values = content.cleaned()
    with transaction.atomic():
        proposal = RoleModelProposal.objects.create(follow_up_code=new_code(CODE_KIND), **values)
        ProposedPhoto.objects.bulk_create(
            ProposedPhoto(proposal=proposal, order=order, **shown.cleaned())
            for order, shown in enumerate(content.photos, start=1)
        )
        details = {"subject_kind": proposal.subject_kind, "photos": len(content.photos)}
        record(by=by, action="movements.role_model_proposed", subject=proposal, details=details)
    return proposal
