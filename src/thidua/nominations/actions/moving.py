"""The one way in which a dossier changes its state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.calendar.working_days import national_calendar
from thidua.core.workflow.dossier import FINAL, WHILE_SUSPENDED, flow_for
from thidua.core.workflow.table import Move, MoveRefused
from thidua.nominations import access
from thidua.nominations.actions.guards import GUARDS
from thidua.nominations.clock_rows import due_on, local_day
from thidua.nominations.models import Dossier, DossierMove
from thidua.nominations.telling import tell_of_move
from thidua.support.audit.actions.record import record
from thidua.support.refusals import NotAllowed, Refused


def lock(dossier: Dossier) -> Dossier:
    """Return the row as it is now, locked; call inside a transaction."""
    return (
        Dossier.objects.select_for_update(of=("self",))
        .select_related("unit", "deciding_unit", "movement")
        .get(pk=dossier.pk)
    )


def moment(at: datetime | None) -> datetime:
    """Return `at`, or now; raises Refused for a moment still to come."""
    now = timezone.now()
    if at is not None and at > now:
        raise Refused({"at": _("This moment is still to come. Write when it really happened.")})
    return at or now


def require_move(row: Dossier, verb: str, by: User | None) -> Move:
    """Return the move `verb` from the present state; raises Refused or NotAllowed.

    The right is asked before the state, so that nobody learns of a state that is not theirs to see.
    """
    flow = flow_for(row.route, row.level)
    rights = {move.right for move in flow.moves if move.verb == verb}
    if not any(access.may_move(by, right, row) for right in rights):
        raise NotAllowed(_("This step belongs to somebody else. Ask the administrator who holds the right."))
    try:
        return flow.move(verb, row.state)
    except MoveRefused as refused:
        raise Refused(
            _("This is not possible any more: the dossier is now “%(state)s”. Load the page again.")
            % {"state": row.get_state_display()}
        ) from refused


def move(
    row: Dossier,
    verb: str,
    *,
    by: User | None,
    at: datetime | None = None,
    reason: str = "",
    values: Mapping[str, Any] | None = None,
    given: Mapping[str, Any] | None = None,
    details: Mapping[str, object] | None = None,
    faults: Sequence[str] | None = None,
) -> DossierMove:
    """Make the move `verb` with the locked `row`, write `values` with it, log it, and return its row.

    `given` is what the move's guard looks at beside the row; `faults`, what the unit has to mend, is told to it.
    Raises Refused, NotAllowed.
    """
    wanted = require_move(row, verb, by)
    if row.suspended and verb not in WHILE_SUSPENDED:
        raise Refused(
            _(
                "The dossier is suspended, so nothing may lead on. Lift the suspension, "
                "or set the suspended nominee apart into a dossier of its own."
            )
        )
    if wanted.needs_reason and not reason:
        raise Refused({"reason": _("Write the reason; the unit and the log keep these words.")})
    if wanted.guard:
        GUARDS[wanted.guard](row, given or {})
    when = moment(at)
    source, due_before = row.state, row.due_on
    row.state, row.state_since = wanted.target, when
    if wanted.target in FINAL:
        row.holder = None
    for name, value in (values or {}).items():
        setattr(row, name, value)
    logged = log_move(row, verb, source=source, by=by, at=when, reason=reason, due_before=due_before)
    row.due_on = None if wanted.target in FINAL else due_on(row, local_day(when))
    row.version += 1
    row.save(update_fields=["state", "state_since", "holder", "due_on", "version", *(values or {})])
    told = {"reason": reason} if reason else {}
    record(by=by, action=f"nominations.{verb}", subject=row, details=told | dict(details or {}))
    tell_of_move(row, logged, faults or ())
    return logged


def log_move(
    row: Dossier,
    verb: str,
    *,
    source: str,
    by: User | None,
    at: datetime,
    reason: str = "",
    due_before: date | None = None,
) -> DossierMove:
    """Add a row to the log of moves of the locked `row`, which stands already in its new state."""
    last = row.moves.order_by("-ordinal").first()
    if last is not None and at < last.at:
        raise Refused({"at": _("This moment lies before the last step of the dossier. Check the date.")})
    day = local_day(at)
    return DossierMove.objects.create(
        dossier=row,
        ordinal=last.ordinal + 1 if last else 1,
        verb=verb,
        source=source,
        target=row.state,
        at=at,
        by=by,
        reason=reason,
        due_on=due_before,
        days_left=national_calendar().working_days_between(day, due_before) if due_before else None,
    )


def refresh_due(row: Dossier, at: datetime) -> None:
    """Compute again what is due, after something that moves the clock without moving the dossier."""
    row.due_on = due_on(row, local_day(at))
    row.save(update_fields=["due_on"])
