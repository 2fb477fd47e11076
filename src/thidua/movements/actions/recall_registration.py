"""Take a sent registration back before it is decided."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.workflow.registration import RECALL
from thidua.movements import access
from thidua.movements.actions.registration_moves import lock, move
from thidua.movements.models import Registration
from thidua.support.refusals import NotAllowed


def recall_registration(*, registration: Registration, by: User) -> Registration:
    """Make a sent registration a draft again and return it. Raises Refused once it was decided, NotAllowed."""
    if not access.may_register(by, registration.unit):
        raise NotAllowed(
            _("Only officers of %(unit)s recall its registrations.") % {"unit": registration.unit}
        )
    with transaction.atomic():
        row = lock(registration)
        move(row, RECALL, by=by, action="movements.registration_recalled", values={"sent_at": None})
    return row
