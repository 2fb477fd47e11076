"""The content of a conferral."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from thidua.core.law.reading import load_law
from thidua.core.vietnamese.fold import fold
from thidua.core.vietnamese.hygiene import clean_line
from thidua.registry.content.years import fault_of_year
from thidua.registry.models import Conferral
from thidua.support.edits import Faults, misfits
from thidua.support.provenance import Provenance
from thidua.support.refusals import Refused

_LINES = (
    "award_form",
    "award_code",
    "decision_number",
    "authority",
    "presented_by",
    "occasion",
    "reason",
    "source",
)

_SERIAL = re.compile(r"[0-9]{1,9}(?![0-9])")


@dataclass(frozen=True, kw_only=True)
class ConferralContent:
    """The fields of a conferral. Decision and presentation are apart; a day of one or the decision's year is known.

    `decided_year`: only where the date of the decision is not known. `authority`: who decided, where it is not the
    deciding unit itself.
    `award_code`: a code of the law book; empty where an old paper names an award that the book does not hold.
    """

    award_form: str
    award_code: str = ""
    decision_number: str = ""
    decision_date: date | None = None
    presented_on: date | None = None
    decided_year: int | None = None
    authority: str = ""
    presented_by: str = ""
    occasion: str = ""
    reason: str = ""
    source: str = ""
    provenance: str = Provenance.RECORDED

    def cleaned(self) -> dict[str, object]:
        """Return the values to store; raises Refused with a sentence per field at fault."""
        values: dict[str, object] = {name: clean_line(getattr(self, name)) for name in _LINES}
        values |= {
            "decision_date": self.decision_date,
            "presented_on": self.presented_on,
            "decided_year": None if self.decision_date else self.decided_year,
            "provenance": self.provenance,
        }
        faults = misfits(Conferral, values) | self._faults(values)
        if faults:
            raise Refused(faults)
        return values

    def derived(self) -> dict[str, object]:
        """Return what is stored beside the values: the text and the number that lists are searched by."""
        return {
            "search_text": fold(" ".join(getattr(self, name) for name in _LINES if name != "award_code")),
            "decision_serial": decision_serial(self.decision_number),
        }

    def _faults(self, values: dict[str, object]) -> Faults:
        faults: Faults = {}
        if not values["award_form"]:
            faults["award_form"] = _(
                "Write which award was given, for example “Bằng khen của Chủ tịch UBND tỉnh”."
            )
        if values["award_code"] and values["award_code"] not in load_law().awards:
            faults["award_code"] = _("The law book has no such award. Choose one from the list.")
        if self.decision_date is None and self.presented_on is None and self.decided_year is None:
            faults["presented_on"] = _("Give the date of the decision or the day of presentation.")
        if values["decision_number"] and self.decision_date is None and self.decided_year is None:
            faults["decision_date"] = _("A decision number needs its date: numbers start again each year.")
        if self.decided_year is not None and (fault := fault_of_year(self.decided_year)):
            faults["decided_year"] = fault
        if self.decision_date and self.presented_on and self.presented_on < self.decision_date:
            faults["presented_on"] = _("The day of presentation lies before the decision. Check both dates.")
        return faults


def decision_serial(decision_number: str) -> int | None:
    """Return the number that a decision number begins with, 163 of "163/QĐ-UBND"; None where there is none."""
    found = _SERIAL.match(decision_number)
    return int(found[0]) if found else None
