"""Write down who has come."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_line
from thidua.council.access import require_keeping
from thidua.council.actions.attempts import logs_refusals
from thidua.council.actions.locking import locked, require_running
from thidua.council.enums import Presence
from thidua.council.models import Session
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused


@logs_refusals
def mark_attendance(
    *, session: Session, presence: Mapping[int, str], by: User, reasons: Mapping[int, str] | None = None
) -> None:
    """Write the presence of members by the key of their seat, with reasons for absence. Raises NotAllowed, Refused."""
    require_keeping(by, session.unit)
    why = {seat: clean_line(reason)[:300] for seat, reason in (reasons or {}).items()}
    with transaction.atomic():
        row = locked(session)
        require_running(row)
        roll = {entry.member_id: entry for entry in row.roll.select_related("member__user")}
        if not set(presence) <= set(roll) or not set(presence.values()) <= set(Presence.values):
            raise Refused(_("The roll has changed. Open the page again and mark who has come."))
        changed = {}
        for seat, state in presence.items():
            entry = roll[seat]
            told = (state, why.get(seat, "") if state == Presence.ABSENT else "")
            if told != (entry.presence, entry.reason):
                entry.presence, entry.reason = told
                entry.save(update_fields=["presence", "reason"])
                changed[str(entry.member)] = state
        if changed:
            record(by=by, action="council.attendance_marked", subject=row, details={"presence": changed})
