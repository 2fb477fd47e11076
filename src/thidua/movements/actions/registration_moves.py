"""The one way in which a registration changes its state."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.dates import format_date_time
from thidua.core.workflow.registration import REGISTRATION
from thidua.core.workflow.table import MoveRefused
from thidua.movements.models import Registration
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused


def lock(registration: Registration) -> Registration:
    """Return the row as it is now, locked; call inside a transaction."""
    return (
        Registration.objects.select_for_update(of=("self",))
        .select_related("movement", "unit")
        .get(pk=registration.pk)
    )


def move(row: Registration, verb: str, *, by: User, action: str, values: Mapping[str, object]) -> None:
    """Make the move `verb` with the locked `row`, write `values` with it, and record it as `action`.

    Raises Refused where the flow has no such move from the present state.
    """
    try:
        target = REGISTRATION.move(verb, row.state).target
    except MoveRefused as refused:
        raise Refused(
            _("This is not possible any more: the registration is now “%(state)s”. Load the page again.")
            % {"state": row.get_state_display()}
        ) from refused
    details = {name: _told(value) for name, value in values.items() if value}
    row.state = target
    for name, value in values.items():
        setattr(row, name, value)
    row.version += 1
    row.save(update_fields=["state", "version", *values])
    record(by=by, action=action, subject=row, details=details)


def _told(value: object) -> object:
    return format_date_time(value) if isinstance(value, datetime) else value
