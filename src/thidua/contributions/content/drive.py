"""The content of a drive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from thidua.contributions.models import Drive
from thidua.core.vietnamese.fold import fold
from thidua.core.vietnamese.hygiene import clean_line
from thidua.support.edits import misfits
from thidua.support.provenance import Provenance
from thidua.support.refusals import Refused


@dataclass(frozen=True, kw_only=True)
class DriveContent:
    """What is collected for, and the money hoped for in đồng. Without a `slug` the address is made of the name."""

    name: str
    purpose: str
    slug: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    target: Decimal | None = None
    provenance: str = Provenance.RECORDED

    def cleaned(self) -> dict[str, object]:
        """Return the values to store, the address apart; raises Refused with a sentence per field at fault."""
        values: dict[str, object] = {
            "name": clean_line(self.name),
            "purpose": clean_line(self.purpose),
            "starts_on": self.starts_on,
            "ends_on": self.ends_on,
            "target": None if self.target is None else int(self.target),
            "provenance": self.provenance,
        }
        faults = misfits(Drive, values)
        if not values["name"]:
            faults["name"] = _("Write the name of the drive.")
        if not values["purpose"]:
            faults["purpose"] = _("Write what the gifts are for.")
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            faults["ends_on"] = _("The drive ends before it begins. Check both dates.")
        if self.target is not None and (self.target <= 0 or self.target != int(self.target)):
            faults["target"] = _("Write whole đồng, more than zero. Leave it empty if no sum is aimed at.")
        if faults:
            raise Refused(faults)
        return values

    def derived(self) -> dict[str, object]:
        """Return what is stored beside the values: the text that lists are searched by."""
        return {"search_text": fold(f"{self.name} {self.purpose}")}
