"""The content of an edition."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from thidua.contests.models import Edition
from thidua.core.vietnamese.hygiene import clean_line
from thidua.movements.content.years import year_fault
from thidua.support.edits import Faults, misfits
from thidua.support.provenance import Provenance
from thidua.support.refusals import Refused


@dataclass(frozen=True, kw_only=True)
class EditionContent:
    """One edition: its number ("lần thứ V"), year and day of award."""

    year: int
    number: int | None = None
    awarded_on: date | None = None
    source: str = ""
    provenance: str = Provenance.RECORDED

    def cleaned(self) -> dict[str, object]:
        """Return the values to store; raises Refused with a sentence per field at fault."""
        values: dict[str, object] = {
            "year": self.year,
            "number": self.number,
            "awarded_on": self.awarded_on,
            "source": clean_line(self.source),
            "provenance": self.provenance,
        }
        faults: Faults = misfits(Edition, values)
        if self.number is not None and self.number < 1:
            faults["number"] = _("Editions are counted from 1. Leave it empty if the edition has no number.")
        if wrong := year_fault(self.year):
            faults["year"] = wrong
        elif self.awarded_on is not None and self.awarded_on.year < self.year:
            faults["awarded_on"] = _("The day of award lies before the year of the edition. Check both.")
        if faults:
            raise Refused(faults)
        return values
