"""Return a registration with a reason."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_text
from thidua.core.workflow.registration import RETURN
from thidua.movements import access
from thidua.movements.actions.moments import past_moment
from thidua.movements.actions.registration_moves import lock, move
from thidua.movements.models import Registration
from thidua.support.refusals import NotAllowed, Refused


def return_registration(
    *, registration: Registration, reason: str, by: User, at: datetime | None = None
) -> Registration:
    """Return a sent (or mistakenly accepted) registration to its unit, and return the row.

    `reason` is what the unit reads. Raises Refused, NotAllowed.
    """
    if not access.may_decide(by, registration.movement):
        raise NotAllowed(_("Only those who run this movement return registrations."))
    reason = clean_text(reason)
    if not reason:
        raise Refused({"reason": _("Write what the unit has to mend; it reads these words.")})
    decided_at = past_moment(at, timezone.now(), field="decided_at")
    with transaction.atomic():
        row = lock(registration)
        values = {"return_reason": reason, "decided_at": decided_at, "decided_by": by}
        move(row, RETURN, by=by, action="movements.registration_returned", values=values)
    return row
