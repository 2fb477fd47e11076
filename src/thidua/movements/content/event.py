"""The content of an event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from thidua.core.vietnamese.hygiene import clean_line, clean_text
from thidua.movements.enums import EventScale
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
        faults: dict[str, Sentence | list[Sentence]] = {}
        name = clean_line(self.name)
        if not name:
            faults["name"] = _("Write the name of the event.")
        if self.scale not in EventScale.values:
            faults["scale"] = _("Choose the scale: national, provincial or local.")
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            faults["ends_on"] = _("The event ends before it begins. Check both dates.")
        if self.starts_on and self.starts_on.year != self.year:
            faults["starts_on"] = _("The date does not lie in the year %(year)s. Change one of them.") % {
                "year": self.year
            }
        if faults:
            raise Refused(faults)
        return {
            "name": name,
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

    def cleaned_partners(self) -> list[str]:
        """Return the partners in order, without empty lines."""
        return [name for name in map(clean_line, self.partners) if name]
