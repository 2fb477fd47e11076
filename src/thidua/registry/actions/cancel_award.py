"""Cancel an award, strip somebody of it, or give it back. It stays in the register either way."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_line
from thidua.registry.access import require_cancelling
from thidua.registry.actions.reasons import cleaned_reason
from thidua.registry.enums import AwardStatus
from thidua.registry.models import Award
from thidua.support.audit.actions.record import record
from thidua.support.edits import misfits
from thidua.support.refusals import Refused


def cancel_award(
    *, award: Award, status: str = AwardStatus.CANCELLED, on: date, reason: str, decision: str, by: User
) -> Award:
    """Cancel the award (or strip, by `status`) from the day `on` by a decision, and return it.

    What was built on it: `queries.dependants_of`. Raises NotAllowed, or Refused: without reason or decision,
    or when it is not held any more.
    """
    require_cancelling(by, award)
    why, paper = cleaned_reason(reason), clean_line(decision)
    if faults := misfits(Award, {"status_decision": paper}):
        raise Refused({"decision": faults["status_decision"]})
    if not paper:
        raise Refused({"decision": _("Write the number and date of the decision that cancels the award.")})
    if status not in (AwardStatus.CANCELLED, AwardStatus.STRIPPED):
        raise Refused({"status": _("Choose whether the award is cancelled or stripped.")})
    values = {"status": status, "status_on": on, "status_reason": why, "status_decision": paper}
    with transaction.atomic():
        row = _locked(award)
        if row.status != AwardStatus.ACTIVE:
            raise Refused(_("This award is cancelled or stripped already. Nothing has been changed."))
        _write(row, values)
        record(by=by, action="registry.award_cancelled", subject=row, details=values)
    return row


def reinstate_award(*, award: Award, reason: str, by: User) -> Award:
    """Take back a cancellation and return the award; the log keeps both. Raises NotAllowed or Refused."""
    require_cancelling(by, award)
    why = cleaned_reason(reason)
    with transaction.atomic():
        row = _locked(award)
        if row.status == AwardStatus.ACTIVE:
            raise Refused(_("This award is held. There is no cancellation to take back."))
        was = {
            name: getattr(row, name) for name in ("status", "status_on", "status_reason", "status_decision")
        }
        _write(
            row, {"status": AwardStatus.ACTIVE, "status_on": None, "status_reason": "", "status_decision": ""}
        )
        record(by=by, action="registry.award_reinstated", subject=row, details={"reason": why, "was": was})
    return row


def _locked(award: Award) -> Award:
    return Award.objects.select_for_update().get(pk=award.pk)


def _write(row: Award, values: dict[str, object]) -> None:
    for name, value in values.items():
        setattr(row, name, value)
    row.save(update_fields=list(values))
