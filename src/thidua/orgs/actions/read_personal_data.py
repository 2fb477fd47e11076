"""Show one sealed value to somebody, who says why; the reading stands in the log."""

from __future__ import annotations

from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.orgs.actions.personal_fields import checked_reason
from thidua.orgs.models import Person
from thidua.orgs.personal.opening import BIRTH_DATE, CITIZEN_ID, opened
from thidua.orgs.personal.rights import require_personal_data
from thidua.orgs.personal.sealing import CannotBeOpened
from thidua.orgs.queries.personal_data import personal_data_of
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused

READABLE: Final = (CITIZEN_ID, BIRTH_DATE)


def read_personal_data(*, person: Person, field: str, reason: str, by: User | None) -> str:
    """Return the value of `field`: digits, or a day as ISO 8601; "" where none is kept.

    Who, whose, which field and why stand in the log before the value is shown, also where it cannot be opened.
    Raises NotAllowed, or Refused without a reason or when the value was changed or moved.
    """
    require_personal_data(by, person)
    if field not in READABLE:
        raise Refused({"field": _("Choose which of the data you need.")})
    said = checked_reason(reason)
    row = personal_data_of(person)
    if row is None:
        return ""
    value = None
    with transaction.atomic():
        try:
            value = opened(row, field)
        except CannotBeOpened:
            action = "orgs.personal_data_unreadable"
        else:
            action = "orgs.personal_data_read"
        record(by=by, action=action, subject=row, details={"personal_data": field, "reason": said})
    if value is None:
        raise Refused(
            _(
                "This value cannot be opened: it was changed in the database, or its key is not there. "
                "Tell the administrator of the system."
            )
        )
    return value
