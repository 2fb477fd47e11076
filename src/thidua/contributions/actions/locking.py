"""One writer of a drive's ledger at a time."""

from __future__ import annotations

from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.contributions.access import require_keeping_gifts
from thidua.contributions.models import Drive
from thidua.core.vietnamese.hygiene import clean_line
from thidua.support.refusals import Refused

LONGEST_REASON = 500


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
