"""What a person says of a report as a whole, cleaned and checked before it is stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from thidua.core.vietnamese.hygiene import clean_line, clean_text
from thidua.movements.models import Movement
from thidua.reports.models import ClosingReport
from thidua.support.edits import Faults, misfits
from thidua.support.refusals import Refused

_LINES = ("title", "author_name", "document_number", "document_symbol", "signer_post", "signer_name")


@dataclass(frozen=True, kw_only=True)
class ReportFrame:
    """Period, movements, and what the paper form needs. An empty title takes that of the wording."""

    year: int
    starts_on: date
    ends_on: date
    as_of: date
    movements: Sequence[Movement]
    title: str = ""
    author_name: str = ""
    document_number: str = ""
    document_symbol: str = ""
    document_date: date | None = None
    signer_post: str = ""
    signer_name: str = ""
    recipients: str = ""
    previous: ClosingReport | None = None

    def cleaned(self) -> dict[str, object]:
        """Return the values to store; raises Refused with a sentence per field at fault."""
        values: dict[str, object] = {name: clean_line(getattr(self, name)) for name in _LINES}
        values |= {
            "year": self.year,
            "starts_on": self.starts_on,
            "ends_on": self.ends_on,
            "as_of": self.as_of,
            "document_date": self.document_date,
            "recipients": clean_text(self.recipients),
            "previous": self.previous,
        }
        faults = misfits(ClosingReport, values) | self._faults()
        if faults:
            raise Refused(faults)
        return values

    def _faults(self) -> Faults:
        faults: Faults = {}
        if self.ends_on < self.starts_on:
            faults["ends_on"] = _("The figures end before they begin. Check both dates.")
        elif self.as_of < self.ends_on:
            faults["as_of"] = _("The report tells up to a day within its own period. Choose a later day.")
        if not self.starts_on.year <= self.year <= self.as_of.year:
            faults["year"] = _("The year does not lie in the period of the report. Check both.")
        if not self.movements:
            faults["movements"] = _("Choose at least one movement that the report is about.")
        if self.previous is not None and self.previous.year >= self.year:
            faults["previous"] = _("Choose the report of an earlier year to compare with.")
        return faults
