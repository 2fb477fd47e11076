"""Let an entrant take the own entry back by its follow-up code."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.contests.enums import EntryState
from thidua.contests.models import EditionRules, Entry
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused


def withdraw_own_entry(*, code: str) -> Entry:
    """Let the entry of the follow-up code take part no more and return it; who has the code is its entrant.

    Raises Refused on `ma` for an unknown code, and once it is withdrawn or the codes for the jury are drawn.
    """
    with transaction.atomic():
        found = Entry.objects.select_related("category").filter(follow_up_code=code).first()
        if found is None:
            raise Refused({"ma": _("No entry has this code. Compare it with your receipt.")})
        rules = EditionRules.objects.select_for_update(of=("self",)).get(edition=found.category.edition_id)
        row = Entry.objects.select_for_update(of=("self",)).get(pk=found.pk)
        if row.state == EntryState.WITHDRAWN:
            raise Refused({"ma": _("This entry has already been withdrawn.")})
        if rules.codes_assigned_at is not None:
            raise Refused({"ma": _("Judging has begun. Ask the organiser to withdraw the entry.")})
        row.state, row.withdrawn_reason = EntryState.WITHDRAWN, _("withdrawn by the entrant")
        row.save(update_fields=["state", "withdrawn_reason"])
        details = {"reason": row.withdrawn_reason}
        record(by=None, action="contests.entry_withdrawn", subject=row, details=details)
    return row
