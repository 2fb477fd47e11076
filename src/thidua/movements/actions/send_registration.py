"""Send a registration to those who decide."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.workflow.registration import SEND
from thidua.movements import access
from thidua.movements.actions.moments import past_moment
from thidua.movements.actions.registration_moves import lock, move
from thidua.movements.models import Registration
from thidua.support.refusals import NotAllowed, Refused


def send_registration(*, registration: Registration, by: User, at: datetime | None = None) -> Registration:
    """Send a draft, or a returned registration again, and return it. `at` is when, where recorded later.

    Raises Refused, NotAllowed.
    """
    if not access.may_register(by, registration.unit):
        raise NotAllowed(_("Only officers of %(unit)s send its registrations.") % {"unit": registration.unit})
    sent_at = past_moment(at, timezone.now(), field="sent_at")
    with transaction.atomic():
        row = lock(registration)
        if row.movement.state not in access.RUNNING_STATES:
            raise Refused(
                _("“%(movement)s” is not running, so it takes no registrations.") % {"movement": row.movement}
            )
        if not (row.content or row.groups.exists() or row.pledges.exists()):
            raise Refused(
                {"content": _("Write the content, choose a content group, or add a pledge before you send.")}
            )
        values = {"sent_at": sent_at, "return_reason": "", "decided_at": None, "decided_by": None}
        move(row, SEND, by=by, action="movements.registration_sent", values=values)
    return row
