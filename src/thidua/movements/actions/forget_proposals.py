"""Forget who proposed a role model, and what photos came along, once that has been settled for long."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_line
from thidua.movements.actions.role_model_moves import lock_proposal
from thidua.movements.models import RoleModelProposal
from thidua.movements.queries.role_models import settled_before
from thidua.movements.role_model_access import require_office
from thidua.support.audit.actions.record import record
from thidua.support.photos.actions import delete_photos
from thidua.support.refusals import Refused

# No law names a period for what visitors send in; a year lets the proposer come back on it.
KEPT_DAYS: Final = 365


def to_forget(on: date) -> QuerySet[RoleModelProposal]:
    """Return the proposals that were settled longer ago than they are kept whole, and still hold what came along."""
    return settled_before(on - timedelta(days=KEPT_DAYS))


def forget_proposals(*, reason: str, by: User | None) -> int:
    """Delete the photos and the proposer's name and contact of those that are due, and return how many they are.

    What was proposed and what became of it stay; a photo that a story shows stays with the story. Raises
    NotAllowed, or Refused without a reason.
    """
    if by is not None:
        require_office(by)
    why = clean_line(reason)
    if not why:
        raise Refused({"reason": _("Write why this is deleted; the reason stays in the log.")})
    due = list(to_forget(timezone.localdate()))
    for proposal in due:
        _forget(proposal, why, by)
    return len(due)


def _forget(proposal: RoleModelProposal, why: str, by: User | None) -> None:
    with transaction.atomic():
        row = lock_proposal(proposal)
        photos = set(row.photos.values_list("photo_id", flat=True))
        row.photos.all().delete()
        delete_photos(photos=photos)
        row.proposer_name, row.proposer_contact = "", ""
        row.version += 1
        row.save(update_fields=["proposer_name", "proposer_contact", "version"])
        details = {"reason": why, "photos": len(photos)}
        record(by=by, action="movements.proposal_forgotten", subject=row, details=details)
