"""Close a reporting round."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.workflow.reporting import LOCK, SUBMITTED
from thidua.support.audit.actions.record import record
from thidua.support.refusals import NotAllowed, Refused
from thidua.targets import access
from thidua.targets.actions.sheet_moves import require_move
from thidua.targets.enums import RoundState
from thidua.targets.models import ReportingRound, Sheet


def lock_round(*, round_: ReportingRound, by: User | None) -> ReportingRound:
    """Lock the round with all its sheets, also those that never came, and return it.

    Refused while a submitted sheet waits for a decision. Raises Refused, NotAllowed.
    """
    if not access.may_appraise(by, round_):
        raise NotAllowed(_("Only those who opened this round lock it."))
    with transaction.atomic():
        row = ReportingRound.objects.select_for_update().get(pk=round_.pk)
        if row.state == RoundState.LOCKED:
            raise Refused(_("This round is locked already."))
        sheets = list(Sheet.objects.select_for_update(of=("self",)).filter(round=row).select_related("unit"))
        waiting = [sheet.unit.name for sheet in sheets if sheet.state == SUBMITTED]
        if waiting:
            raise Refused(
                _("%(count)s reports wait for your decision (%(names)s). Accept or return them first.")
                % {
                    "count": len(waiting),
                    "names": ", ".join(waiting[:3]) + (" …" if len(waiting) > 3 else ""),
                }
            )
        for sheet in sheets:
            sheet.state = require_move(sheet, LOCK)
        Sheet.objects.bulk_update(sheets, ["state"], batch_size=500)
        row.state = RoundState.LOCKED
        row.version += 1
        row.save(update_fields=["state", "version"])
        never = [sheet.unit.key for sheet in sheets if sheet.accepted_at is None]
        record(
            by=by,
            action="targets.round_locked",
            subject=row,
            details={"sheets": len(sheets), "never_came": never},
        )
    return row
