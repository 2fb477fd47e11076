"""Remember how far a printer is off."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.vietnamese.hygiene import clean_line
from thidua.decisions.access import require
from thidua.decisions.models import Printer
from thidua.orgs.models import Unit
from thidua.support.audit.actions.record import record
from thidua.support.edits import Faults, misfits
from thidua.support.refusals import Refused

FARTHEST: Final = 20  # millimetres; what is farther off is no matter of the printer


def remember_printer(*, unit: Unit, name: str, right: Decimal, down: Decimal, by: User | None) -> Printer:
    """Keep the offset of a printer of `unit` in millimetres under its name, in place of an earlier one; return it.

    Raises NotAllowed, or Refused: no name, an offset of more than 20 mm.
    """
    require(by, Right.ISSUE_CERTIFICATES, unit)
    called = clean_line(name)
    faults: Faults = misfits(Printer, {"name": called})
    if not called:
        faults["name"] = _("Write a name by which your colleagues know the printer.")
    for field, value in (("right", right), ("down", down)):
        if abs(value) > FARTHEST:
            faults[field] = _("A printer is off by a few millimetres, at most %(most)s. Measure again.") % {
                "most": FARTHEST
            }
    if faults:
        raise Refused(faults)
    values = {"right": round(right * 100), "down": round(down * 100)}
    with transaction.atomic():
        row, _made = Printer.objects.update_or_create(
            unit=unit,
            name=called,
            defaults=values | {"measured_at": timezone.now(), "measured_by": by},
        )
        record(by=by, action="decisions.printer_measured", subject=row, details=values)
    return row
