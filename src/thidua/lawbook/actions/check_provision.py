"""Mark a provision as checked against the official text."""

from __future__ import annotations

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.dates import format_date
from thidua.core.vietnamese.hygiene import clean_line
from thidua.lawbook.access import require_keeping_law
from thidua.lawbook.actions.stamping import changing_book
from thidua.lawbook.models import ProvisionCheck
from thidua.lawbook.provisions import fingerprint
from thidua.lawbook.queries import checks_made, current_book
from thidua.support.audit.actions.record import record
from thidua.support.edits import misfits
from thidua.support.refusals import Refused


def check_provision(*, provision: str, checked_on: date, note: str = "", by: User) -> ProvisionCheck:
    """Record that `by` compared the provision, as it reads now, with the official text; return the check.

    Raises NotAllowed, or Refused: an unknown provision, a day to come, a check that already holds.
    """
    require_keeping_law(by)
    values = {"checked_on": checked_on, "note": clean_line(note)}
    faults = misfits(ProvisionCheck, values)
    if checked_on > timezone.localdate():
        faults["checked_on"] = _("This day has not come yet. Give the day on which you compared the texts.")
    with changing_book():
        book = current_book()
        now = fingerprint(book, provision)
        if not now:
            faults[""] = _("The law book has no such provision any more. Open the page of the award again.")
        made = checks_made(book).get(provision)
        if made and not made.stale:
            faults[""] = _(
                "%(name)s already checked this on %(day)s. Take that check back first if it was wrong."
            ) % {"name": made.by, "day": format_date(made.on)}
        if faults:
            raise Refused(faults)
        check = ProvisionCheck.objects.create(provision=provision, fingerprint=now, checked_by=by, **values)
        record(by=by, action="lawbook.provision_checked", subject=check, details=values)
    return check
