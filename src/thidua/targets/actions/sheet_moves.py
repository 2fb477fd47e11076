"""The one way in which a sheet changes its state."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.workflow.reporting import REPORTING
from thidua.core.workflow.table import MoveRefused
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused
from thidua.targets.models import Sheet


def lock(sheet: Sheet) -> Sheet:
    """Return the row as it is now, locked; call inside a transaction."""
    rows = Sheet.objects.select_for_update(of=("self",))
    return rows.select_related("round__opened_by", "unit").get(pk=sheet.pk)


def require_move(row: Sheet, verb: str) -> str:
    """Return the state that the move leads to; raises Refused where the flow has no such move."""
    try:
        return REPORTING.move(verb, row.state).target
    except MoveRefused as refused:
        raise Refused(
            _("This is not possible any more: the report is now “%(state)s”. Load the page again.")
            % {"state": row.get_state_display()}
        ) from refused


def move(
    row: Sheet,
    verb: str,
    *,
    by: User | None,
    action: str,
    values: Mapping[str, object],
    details: Mapping[str, object] | None = None,
) -> None:
    """Make the move `verb` with the locked `row`, write `values` with it, and record it as `action`."""
    target = require_move(row, verb)
    about = {"from": row.state, "to": target, "round": row.round.slug, "unit": row.unit.key}
    row.state = target
    for name, value in values.items():
        setattr(row, name, value)
    row.save(update_fields=["state", *values])
    record(by=by, action=action, subject=row, details={**about, **(details or {})})
