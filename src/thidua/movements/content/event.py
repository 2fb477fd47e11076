"""The content of an event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from thidua.core.vietnamese.fold import fold
from thidua.core.vietnamese.hygiene import clean_line, clean_text
from thidua.movements.content.years import year_fault
from thidua.movements.enums import EventScale
from thidua.movements.models import Event, EventPartner
from thidua.support.edits import Faults, misfits
from thidua.support.provenance import Provenance
from thidua.support.refusals import Refused, Sentence


@dataclass(frozen=True, kw_only=True)
class EventContent:
    """What was hosted, on which scale, with which partners in protocol order, and how it ended."""

    name: str
    scale: str
    year: int
    starts_on: date | None = None
    ends_on: date | None = None
    outcome: str = ""
    incidents: int | None = None
    order: int = 100
    partners: tuple[str, ...] = ()
    source: str = ""
    provenance: str = Provenance.RECORDED

    def cleaned(self) -> dict[str, object]:
        """Return the values to store; raises Refused with a sentence per field at fault."""
        values: dict[str, object] = {
            "name": clean_line(self.name),
            "scale": self.scale,
            "year": self.year,
            "starts_on": self.starts_on,
            "ends_on": self.ends_on,
            "outcome": clean_text(self.outcome),
            "incidents": self.incidents,
            "order": self.order,
            "source": clean_line(self.source),
            "provenance": self.provenance,
        }
        faults = misfits(Event, values) | self._faults(values)
        if faults:
            raise Refused(faults)
        return values

    def derived(self) -> dict[str, object]:
        """Return what is stored beside the values: the text that lists are searched by."""
        return {"search_text": fold(" ".join((self.name, self.outcome, *self.partners, self.source)))}

    def cleaned_partners(self) -> list[str]:
        """Return the partners in order, without empty lines."""
        return [name for name in map(clean_line, self.partners) if name]

    def _faults(self, values: dict[str, object]) -> Faults:
        faults: Faults = {}
        if not values["name"]:
            faults["name"] = _("Write the name of the event.")
        if self.scale not in EventScale.values:
            faults["scale"] = _("Choose the scale: national, provincial or local.")
        if wrong := year_fault(self.year):
            faults["year"] = wrong
        elif self.starts_on and self.starts_on.year != self.year:
            faults["starts_on"] = _("The date does not lie in the year %(year)s. Change one of them.") % {
                "year": self.year
            }
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            faults["ends_on"] = _("The event ends before it begins. Check both dates.")
        if self.ends_on and not self.starts_on:
            faults["starts_on"] = _("Write the first day as well, or leave both days empty.")
        if said := self._faults_of_partners():
            faults["partners"] = said
        return faults

    def _faults_of_partners(self) -> list[Sentence]:
        return [
            _("Line %(number)s: %(sentence)s") % {"number": number, "sentence": sentence}
            for number, name in enumerate(self.cleaned_partners(), start=1)
            for sentence in misfits(EventPartner, {"name": name}).values()
        ]
