"""The content of an edition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.contests.models import Edition
from thidua.core.vietnamese.hygiene import clean_line
from thidua.movements.content.years import year_fault
from thidua.support.edits import Faults, misfits
from thidua.support.files.models import StoredFile
from thidua.support.provenance import Provenance
from thidua.support.refusals import Refused


@dataclass(frozen=True, kw_only=True)
class EditionContent:
    """One edition: its number ("lần thứ V"), year, day of award, and the decision that was signed elsewhere.

    Without a `decision_file` the one that is stored stays.
    """

    year: int
    number: int | None = None
    awarded_on: date | None = None
    decision_number: str = ""
    decided_on: date | None = None
    decided_by: str = ""
    decision_file: StoredFile | None = None
    source: str = ""
    provenance: str = Provenance.RECORDED

    def cleaned(self) -> dict[str, object]:
        """Return the values to store; raises Refused with a sentence per field at fault."""
        values: dict[str, object] = {
            "year": self.year,
            "number": self.number,
            "awarded_on": self.awarded_on,
            "decision_number": clean_line(self.decision_number),
            "decided_on": self.decided_on,
            "decided_by": clean_line(self.decided_by),
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
        faults |= self._decision_faults(values)
        if faults:
            raise Refused(faults)
        if self.decision_file is not None:
            values["decision_file"] = self.decision_file
        return values

    def _decision_faults(self, values: Mapping[str, object]) -> Faults:
        beside = self.decided_on or values["decided_by"] or self.decision_file
        faults: Faults = {}
        if beside and not values["decision_number"]:
            faults["decision_number"] = _(
                "Write the number of the decision, or leave the whole decision empty."
            )
        if self.decided_on is not None and self.decided_on.year < self.year:
            faults["decided_on"] = _("The decision lies before the year of the edition. Check both.")
        elif self.decided_on is not None and self.decided_on > timezone.localdate():
            faults["decided_on"] = _(
                "This day has not come yet. Write the day on which the decision was signed."
            )
        return faults
