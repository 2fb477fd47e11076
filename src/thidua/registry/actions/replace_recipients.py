"""Write the list of recipients of a conferral anew."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.registry.access import require_keeping
from thidua.registry.actions.award_rows import present_awards, rewrite_lines
from thidua.registry.actions.granted import require_entered_by_hand
from thidua.registry.content import RecipientLine
from thidua.registry.content.lines import numbered_faults
from thidua.registry.models import Conferral
from thidua.support.audit.actions.record import record
from thidua.support.edits import apply_edit
from thidua.support.refusals import Refused

MOST_RECIPIENTS: Final = 5000


def replace_recipients(
    *, conferral: Conferral, recipients: Sequence[RecipientLine], version: int, by: User
) -> Conferral:
    """Put `recipients` in place of the present list and return the row; the log keeps the lines before.

    Raises NotAllowed, Refused on `recipients` (awards granted by a decision signed here, too), or EditedMeanwhile
    when somebody saved after `version`.
    """
    require_keeping(by, conferral.deciding_unit)
    lines = checked_lines(recipients)
    with transaction.atomic():
        row = Conferral.objects.select_for_update().get(pk=conferral.pk)
        lists = {
            "recipients": ([line.told() for line in present_lines(row)], [line.told() for line in lines])
        }
        if lists["recipients"][0] != lists["recipients"][1]:
            require_entered_by_hand(row, "recipients")
        changes = apply_edit(row, {}, seen=version, lists=lists)
        if changes:
            rewrite_lines(row, lines)
            record(by=by, action="registry.recipients_replaced", subject=row, details=changes)
    return row


def checked_lines(recipients: Sequence[RecipientLine]) -> list[RecipientLine]:
    """Return the lines; raises Refused on `recipients` with a sentence per fault."""
    if len(recipients) > MOST_RECIPIENTS:
        raise Refused(
            {"recipients": _("A list holds at most %(limit)s lines. Split it.") % {"limit": "5.000"}}
        )
    if faults := numbered_faults(recipients):
        raise Refused({"recipients": faults})
    return list(recipients)


def present_lines(conferral: Conferral) -> list[RecipientLine]:
    """Return the list as it is stored, in its order; one query."""
    return [line for _award, line in present_awards(conferral)]
