"""Say that awards were given for a movement."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.movements.models import Movement
from thidua.orgs.access import may
from thidua.registry.models import Conferral
from thidua.support.audit.actions.record import record
from thidua.support.refusals import NotAllowed


def attach_conferral(*, movement: Movement, conferral: Conferral, by: User) -> None:
    """Link `conferral` to `movement`; linking twice changes nothing. Raises NotAllowed."""
    if not may(by, Right.KEEP_AWARDS, movement.launched_by):
        raise NotAllowed(_("Only an officer of the Board may say which awards a movement led to."))
    with transaction.atomic():
        if movement.conferrals.filter(pk=conferral.pk).exists():
            return
        movement.conferrals.add(conferral)
        record(
            by=by,
            action="movements.conferral_attached",
            subject=movement,
            details={"conferral": conferral.pk, "award": conferral.award_form},
        )
