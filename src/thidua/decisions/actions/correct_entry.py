"""Set an entry of the fund right by a counter-entry."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.vietnamese.hygiene import clean_line
from thidua.decisions.access import require
from thidua.decisions.enums import FundEntryKind
from thidua.decisions.models import FundEntry
from thidua.support.audit.actions.record import record
from thidua.support.edits import misfits
from thidua.support.refusals import Refused


def correct_entry(
    *, entry: FundEntry, right_amount: int, on: date, grounds: str, paper: str, by: User | None
) -> FundEntry:
    """Enter the difference between what was entered and `right_amount`, and return the counter-entry.

    Both are in đồng with the sign of the ledger: in is positive, out negative; 0 takes the entry back whole. The entry
    itself stays as it is. An entry is corrected once; the same correction twice is one. Raises NotAllowed, Refused.
    """
    require(by, Right.PROPOSE, entry.unit)
    values = {"grounds": clean_line(grounds), "paper": clean_line(paper)}
    with transaction.atomic():
        row = FundEntry.objects.select_for_update(of=("self",)).select_related("unit").get(pk=entry.pk)
        difference = right_amount - row.amount
        known = FundEntry.objects.filter(corrects=row).first()
        if known is not None and known.amount == difference:
            return known
        faults = _faults(row, known, difference, right_amount, on) | misfits(FundEntry, values)
        for name in ("grounds", "paper"):
            if not values[name]:
                faults[name] = _("Name the paper that the entry rests on.")
        if faults:
            raise Refused(faults)
        made = FundEntry.objects.create(
            unit=row.unit,
            year=row.year,
            kind=FundEntryKind.ADJUSTMENT,
            amount=difference,
            on=on,
            award=row.award,
            corrects=row,
            entered_by=by,
            entered_at=timezone.now(),
            provenance=row.provenance,
            **values,
        )
        details = {"entry": row.pk, "amount": difference, "reason": values["grounds"]}
        record(by=by, action="decisions.fund_corrected", subject=made, details=details)
    return made


def _faults(
    row: FundEntry, known: FundEntry | None, difference: int, right_amount: int, on: date
) -> dict[str, str]:
    faults = {}
    if known is not None:
        faults["amount"] = _("This entry is corrected already. Correct the counter-entry instead.")
    elif difference == 0:
        faults["amount"] = _("This is the amount that is entered. Write the right one.")
    elif row.amount * right_amount < 0:
        faults["amount"] = _("What came in cannot become what went out. Write 0 to take the entry back.")
    if on > timezone.localdate():
        faults["on"] = _("This day is still to come. Check the date.")
    return faults
