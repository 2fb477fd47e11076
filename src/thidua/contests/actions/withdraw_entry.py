"""Take an entry out of the contest at its author's wish."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.contests.access import require_keeping_contests
from thidua.contests.enums import EntryState
from thidua.contests.models import Entry
from thidua.core.vietnamese.hygiene import clean_line
from thidua.support.audit.actions.record import record
from thidua.support.edits import misfits
from thidua.support.refusals import Refused


def withdraw_entry(*, entry: Entry, reason: str, by: User) -> Entry:
    """Let the entry take part no more and return it; the row, its files and its code stay.

    Raises NotAllowed, or Refused without a reason or when it is withdrawn already.
    """
    require_keeping_contests(by, entry.category.edition.competition.organiser)
    told = {"withdrawn_reason": clean_line(reason)}
    faults = misfits(Entry, told)
    if not told["withdrawn_reason"]:
        faults["withdrawn_reason"] = _("Write why the entry is withdrawn; it goes into the log.")
    if faults:
        raise Refused(faults)
    with transaction.atomic():
        row = Entry.objects.select_for_update(of=("self",)).get(pk=entry.pk)
        if row.state == EntryState.WITHDRAWN:
            raise Refused(_("This entry has already been withdrawn."))
        row.state, row.withdrawn_reason = EntryState.WITHDRAWN, told["withdrawn_reason"]
        row.save(update_fields=["state", "withdrawn_reason"])
        record(
            by=by, action="contests.entry_withdrawn", subject=row, details={"reason": row.withdrawn_reason}
        )
    return row
