"""One writer of a drive's ledger at a time."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.contributions.access import require_keeping_gifts
from thidua.contributions.models import Drive
from thidua.contributions.queries import published_until
from thidua.core.vietnamese.dates import format_date
from thidua.core.vietnamese.hygiene import clean_line
from thidua.support.refusals import Refused

LONGEST_REASON = 500


def fault_of_published_month(drive: Drive, day: date) -> str:
    """Return what to do where `day` lies in a month whose statement is published, or before it; else ""."""
    until = published_until(drive)
    if until is None or day > until:
        return ""
    return _(
        "The ledger is published to the end of %(until)s and does not change. Write a later day here, "
        "and the true day in the description: it becomes a line of the present month."
    ) % {"until": format_date(until)}


def locked_drive(drive_id: int, by: User) -> Drive:
    """Return the drive, locked until the transaction ends; raises NotAllowed. In a transaction."""
    drive = Drive.objects.select_for_update(of=("self",)).select_related("unit").get(pk=drive_id)
    require_keeping_gifts(by, drive.unit)
    return drive


def checked_reason(reason: str) -> str:
    """Return the reason on one line; raises Refused where it is empty or too long."""
    why = clean_line(reason)
    if not why:
        raise Refused({"reason": _("Write why; the reason stands in the ledger.")})
    if len(why) > LONGEST_REASON:
        raise Refused({"reason": _("Give the reason in at most 500 characters.")})
    return why
