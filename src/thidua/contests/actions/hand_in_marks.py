"""Hand in a juror's marks of a round."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.contests.access import require_juror
from thidua.contests.models import Edition, HandedIn, Juror
from thidua.contests.queries.desk import desk_of
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused

MOST_TOLD = 5


def hand_in_marks(*, edition: Edition, by: User) -> HandedIn:
    """Make the juror's marks of the open round final and return the row; from now on others' marks are seen.

    Raises NotAllowed, or Refused between rounds, twice, before conflicts are declared or while marks are missing.
    """
    juror = require_juror(by, edition)
    with transaction.atomic():
        juror = Juror.objects.select_for_update(of=("self",)).get(pk=juror.pk)
        desk = desk_of(juror)
        if desk.round is None or not desk.is_open:
            raise Refused(_("No round is open: marks can be neither given nor changed."))
        if desk.handed_in:
            raise Refused(_("Your marks of this round are handed in and stay as they are."))
        if juror.declared_at is None:
            raise Refused(_("Say first whether you have a conflict with any of the entries."))
        missing = [one.entry.code for one in desk.entries if not one.is_done]
        if missing:
            codes = ", ".join(missing[:MOST_TOLD]) + (", …" if len(missing) > MOST_TOLD else "")
            raise Refused(
                _("Marks are still missing (%(count)s): %(codes)s. Give them first.")
                % {"count": len(missing), "codes": codes}
            )
        row = HandedIn.objects.create(round=desk.round, juror=juror)
        details = {"round": desk.round, "entries": len(desk.entries)}
        record(by=by, action="contests.marks_handed_in", subject=juror, details=details)
    return row
