"""The one way in which a dossier changes its state."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, Final

from django.db.models import prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.calendar.working_days import national_calendar
from thidua.core.workflow.dossier import FINAL, WHILE_SUSPENDED, flow_for
from thidua.core.workflow.table import Move, MoveRefused
from thidua.nominations import access
from thidua.nominations.actions.guards import GUARDS
from thidua.nominations.clock_rows import due_on, local_day
from thidua.nominations.dossier_log import DossierLog, logs_of
from thidua.nominations.models import Dossier, DossierMove
from thidua.nominations.telling import tell_of_moves
from thidua.support.audit.actions.record import Happening, record_all
from thidua.support.refusals import NotAllowed, Refused

# What every move writes.
_MOVED: Final = ("state", "state_since", "holder_id", "due_on", "version")


@dataclass(frozen=True)
class Step:
    """What goes with the move of one dossier: values to write, what its guard looks at, what is logged and told."""

    values: Mapping[str, Any] = field(default_factory=dict)
    given: Mapping[str, Any] = field(default_factory=dict)
    details: Mapping[str, object] = field(default_factory=dict)
    faults: Sequence[str] = ()


def lock(dossier: Dossier) -> Dossier:
    """Return the row as it is now, locked; call inside a transaction."""
    row = Dossier.objects.select_for_update().get(pk=dossier.pk)
    _keep_beside(dossier, row)
    return row


def lock_all(dossiers: Iterable[Dossier]) -> list[Dossier]:
    """Return the rows as they are now, with their units, locked in the order of their ids and returned in it."""
    known = {row.pk: row for row in dossiers}
    rows = list(Dossier.objects.select_for_update().filter(pk__in=known).order_by("pk"))
    for row in rows:
        _keep_beside(known[row.pk], row)
    prefetch_related_objects(rows, "unit", "deciding_unit")
    return rows


def _keep_beside(known: Dossier, row: Dossier) -> None:
    """Give the fresh row what was read beside the known one and does not change with it."""
    for name in ("unit", "deciding_unit", "movement"):
        beside = known._state.fields_cache.get(name)
        if beside is not None and beside.pk == getattr(row, f"{name}_id"):
            setattr(row, name, beside)


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
    faults: Sequence[str] = (),
) -> DossierMove:
    """Make the move `verb` with the locked `row`, write `values` with it, log it, and return its row.

    `given` is what the move's guard looks at beside the row; `faults`, what the unit has to mend, is told to it.
    Raises Refused, NotAllowed.
    """
    step = Step(values or {}, given or {}, details or {}, faults)
    return move_all([row], verb, by=by, at=at, reason=reason, steps={row.pk: step})[0]


def move_all(
    rows: Sequence[Dossier],
    verb: str,
    *,
    by: User | None,
    at: datetime | None = None,
    reason: str = "",
    steps: Mapping[int, Step] | None = None,
) -> list[DossierMove]:
    """Make the move `verb` with every one of the locked `rows`, or with none, and return its rows in their order.

    `steps`: what goes with it, by the id of the dossier. Raises Refused, NotAllowed.
    """
    logs, own = logs_of(rows), {row.pk: (steps or {}).get(row.pk, Step()) for row in rows}
    for row in rows:
        _require(row, verb, by, reason, logs[row.pk], own[row.pk])
    when = moment(at)
    logged = [_moved(row, verb, by, when, reason, logs[row.pk], own[row.pk]) for row in rows]
    DossierMove.objects.bulk_create(logged)
    _save(rows, own)
    told = {"reason": reason} if reason else {}
    record_all(
        by=by,
        happenings=[Happening(f"nominations.{verb}", row, {**told, **own[row.pk].details}) for row in rows],
    )
    faults = {row.pk: own[row.pk].faults for row in rows}
    tell_of_moves(list(zip(rows, logged, strict=True)), by, faults)
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
    log: DossierLog | None = None,
) -> DossierMove:
    """Add a row to the log of moves of the locked `row`, which stands already in its new state, and return it.

    `log`: what is in it already, where that was read.
    """
    last = row.moves.order_by("-ordinal").first() if log is None else log.last
    made = _next_move(row, verb, last, source, by, at, reason, due_before)
    made.save(force_insert=True)
    return made


def refresh_due(row: Dossier, at: datetime) -> None:
    """Compute again what is due, after something that moves the clock without moving the dossier."""
    row.due_on = due_on(row, local_day(at))
    row.save(update_fields=["due_on"])


def _require(row: Dossier, verb: str, by: User | None, reason: str, log: DossierLog, step: Step) -> None:
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
        GUARDS[wanted.guard](row, log, step.given)


def _moved(
    row: Dossier, verb: str, by: User | None, at: datetime, reason: str, log: DossierLog, step: Step
) -> DossierMove:
    """Put `row` into its new state and return the row for the log; neither is stored yet."""
    source, due_before = row.state, row.due_on
    row.state, row.state_since = flow_for(row.route, row.level).move(verb, source).target, at
    if row.state in FINAL:
        row.holder = None
    for name, value in step.values.items():
        setattr(row, name, value)
    made = _next_move(row, verb, log.last, source, by, at, reason, due_before)
    log = replace(log, moves=(*log.moves, made))
    row.due_on = None if row.state in FINAL else due_on(row, local_day(at), log)
    row.version += 1
    return made


def _next_move(
    row: Dossier,
    verb: str,
    last: DossierMove | None,
    source: str,
    by: User | None,
    at: datetime,
    reason: str,
    due_before: date | None,
) -> DossierMove:
    if last is not None and at < last.at:
        raise Refused({"at": _("This moment lies before the last step of the dossier. Check the date.")})
    left = national_calendar().working_days_between(local_day(at), due_before) if due_before else None
    return DossierMove(
        dossier=row,
        ordinal=last.ordinal + 1 if last else 1,
        verb=verb,
        source=source,
        target=row.state,
        at=at,
        by=by,
        reason=reason,
        due_on=due_before,
        days_left=left,
    )


def _save(rows: Sequence[Dossier], steps: Mapping[int, Step]) -> None:
    """Store what the move changed; dossiers that changed alike are stored at once."""
    alike: dict[tuple[tuple[str, Any], ...], list[int]] = defaultdict(list)
    for row in rows:
        columns = dict.fromkeys([*_MOVED, *(_column(name) for name in steps[row.pk].values)])
        alike[tuple((column, getattr(row, column)) for column in columns)].append(row.pk)
    for written, ids in alike.items():
        Dossier.objects.filter(pk__in=ids).update(**dict(written))


def _column(name: str) -> str:
    return str(getattr(Dossier._meta.get_field(name), "attname", name))
