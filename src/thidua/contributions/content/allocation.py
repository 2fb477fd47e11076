"""The content of an allocation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.contributions.amounts import to_parts
from thidua.contributions.content.quantity import faults_of_quantity
from thidua.contributions.models import Allocation, Receipt
from thidua.core.vietnamese.hygiene import clean_line
from thidua.orgs.models import Unit
from thidua.support.edits import misfits
from thidua.support.provenance import Provenance
from thidua.support.refusals import Refused


@dataclass(frozen=True, kw_only=True)
class AllocationContent:
    """What goes to which work or place, on which day. `amount` is in đồng, m² or days by kind.

    `receipt` names the one gift that all of it comes from, where that is known: this field of that household.
    """

    kind: str
    amount: Decimal | None
    allocated_on: date
    work: str = ""
    place: Unit | None = None
    description: str = ""
    receipt: Receipt | None = None
    provenance: str = Provenance.RECORDED

    def cleaned(self) -> dict[str, object]:
        """Return the values to store; raises Refused with a sentence per field at fault."""
        values: dict[str, object] = {
            "kind": self.kind,
            "work": clean_line(self.work),
            "place": self.place,
            "description": clean_line(self.description),
            "receipt": self.receipt,
            "allocated_on": self.allocated_on,
            "provenance": self.provenance,
        }
        faults = misfits(Allocation, values) | faults_of_quantity(self.kind, self.amount)
        if not values["work"] and self.place is None:
            faults["work"] = _("Write the work, or choose the place, that this went to.")
        if self.allocated_on > timezone.localdate():
            faults["allocated_on"] = _(
                "This day has not come yet. Write the day on which it was handed over."
            )
        if faults:
            raise Refused(faults)
        assert self.amount is not None
        return values | {"parts": to_parts(self.kind, self.amount)}
