"""The content of a milestone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from thidua.core.vietnamese.fold import fold
from thidua.core.vietnamese.hygiene import clean_line
from thidua.movements.content.years import year_fault
from thidua.movements.enums import FieldOfWork, MilestoneKind
from thidua.movements.models import Milestone
from thidua.support.edits import Faults, misfits
from thidua.support.provenance import Provenance
from thidua.support.refusals import Refused

_LINES = ("project", "reached", "segment", "receiver", "document", "source")


@dataclass(frozen=True, kw_only=True)
class MilestoneContent:
    """What was reached, on which segment, submitted to whom."""

    field: str
    kind: str
    project: str
    reached: str
    year: int
    segment: str = ""
    receiver: str = ""
    document: str = ""
    count: int | None = None
    reached_on: date | None = None
    source: str = ""
    provenance: str = Provenance.RECORDED

    def cleaned(self) -> dict[str, object]:
        """Return the values to store; raises Refused with a sentence per field at fault."""
        values: dict[str, object] = {name: clean_line(getattr(self, name)) for name in _LINES}
        values |= {
            "field": self.field,
            "kind": self.kind,
            "year": self.year,
            "count": self.count,
            "reached_on": self.reached_on,
            "provenance": self.provenance,
        }
        faults = misfits(Milestone, values) | self._faults(values)
        if faults:
            raise Refused(faults)
        return values

    def derived(self) -> dict[str, object]:
        """Return what is stored beside the values: the text that lists are searched by."""
        return {"search_text": fold(" ".join(getattr(self, name) for name in _LINES))}

    def _faults(self, values: dict[str, object]) -> Faults:
        faults: Faults = {}
        if self.field not in FieldOfWork.values:
            faults["field"] = _("Choose the field this belongs to.")
        if self.kind not in MilestoneKind.values:
            faults["kind"] = _("Choose what kind of milestone this is.")
        if not values["project"]:
            faults["project"] = _("Write the name of the project or plan.")
        if not values["reached"]:
            faults["reached"] = _("Write what was reached, for example “thông xe kỹ thuật”.")
        if self.kind == MilestoneKind.SUBMITTED and not values["receiver"]:
            faults["receiver"] = _("Write to whom it was submitted.")
        if self.count is not None and self.count < 1:
            faults["count"] = _("Write 1 or more, or leave it empty if the number is not known.")
        if wrong := year_fault(self.year):
            faults["year"] = wrong
        elif self.reached_on is not None and self.reached_on.year != self.year:
            faults["reached_on"] = _("The date does not lie in the year %(year)s. Change one of them.") % {
                "year": self.year
            }
        return faults
