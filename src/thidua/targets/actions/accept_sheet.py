"""Accept a submitted sheet: its cells become figures."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.workflow.reporting import ACCEPT, LOCK
from thidua.movements.actions.moments import past_moment
from thidua.support.refusals import NotAllowed
from thidua.targets import access
from thidua.targets.actions.replace_observations import key_of, replace_observations
from thidua.targets.actions.sheet_moves import lock, move, require_move
from thidua.targets.enums import ObservationState, RoundState
from thidua.targets.models import Cell, Observation, Sheet


def accept_sheet(*, sheet: Sheet, by: User | None, at: datetime | None = None) -> Sheet:
    """Accept the sheet and return it; every filled-in cell becomes the accepted figure of its period.

    A figure that says what was accepted before is not repeated. After a reopening, a figure whose cell is now
    empty is withdrawn. Raises Refused, NotAllowed.
    """
    if not access.may_appraise(by, sheet.round):
        raise NotAllowed(_("Only those who opened this round accept its reports."))
    moment = past_moment(at, timezone.now(), field="accepted_at")
    with transaction.atomic():
        row = lock(sheet)
        require_move(row, ACCEPT)
        cells = Cell.objects.filter(sheet=row).select_related("indicator")
        new = [_observation(row, cell, cell.value, by, moment) for cell in cells if cell.value is not None]
        kept, _former = replace_observations(new)
        withdrawn = _withdraw_emptied(row, {key_of(one) for one in new})
        details = {"new_figures": len(kept), "unchanged": len(new) - len(kept), "withdrawn": withdrawn}
        values = {"accepted_at": moment, "accepted_by": by, "reopen_request": ""}
        move(row, ACCEPT, by=by, action="targets.sheet_accepted", values=values, details=details)
        if row.round.state == RoundState.LOCKED:
            move(row, LOCK, by=by, action="targets.sheet_locked", values={})
    return row


def _observation(sheet: Sheet, cell: Cell, value: Decimal, by: User | None, moment: datetime) -> Observation:
    note = ". ".join(part for part in (cell.note, cell.confirmed) if part)
    return Observation(
        indicator=cell.indicator,
        unit=sheet.unit,
        starts_on=sheet.round.starts_on,
        ends_on=sheet.round.ends_on,
        as_of=sheet.round.ends_on,
        comparator=cell.comparator,
        value=value,
        numerator=cell.numerator,
        denominator=cell.denominator,
        note=note[:500],
        source=cell.indicator.source or sheet.round.name,
        evidence=cell.evidence,
        sheet=sheet,
        provenance=sheet.provenance,
        entered_by=cell.saved_by,
        accepted_by=by,
        accepted_at=moment,
    )


def _withdraw_emptied(sheet: Sheet, filled: set[tuple[int, int, object, object]]) -> int:
    of_this_sheet = Observation.objects.filter(sheet=sheet, state=ObservationState.ACCEPTED)
    emptied = [row.pk for row in of_this_sheet if key_of(row) not in filled]
    return Observation.objects.filter(pk__in=emptied).update(state=ObservationState.WITHDRAWN)
