"""What a person says of an edition and its results, cleaned and checked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from thidua.core.vietnamese.hygiene import clean_line
from thidua.core.vietnamese.names import NameOrder, sort_key
from thidua.orgs.models import Unit
from thidua.registry.enums import RecipientKind
from thidua.support.provenance import Provenance
from thidua.support.refusals import Refused, Sentence


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
        faults: dict[str, Sentence | list[Sentence]] = {}
        if self.number is not None and self.number < 1:
            faults["number"] = _("Editions are counted from 1. Leave it empty if the edition has no number.")
        if self.awarded_on is not None and self.awarded_on.year < self.year:
            faults["awarded_on"] = _("The day of award lies before the year of the edition. Check both.")
        if faults:
            raise Refused(faults)
        return {
            "year": self.year,
            "number": self.number,
            "awarded_on": self.awarded_on,
            "source": clean_line(self.source),
            "provenance": self.provenance,
        }


@dataclass(frozen=True, kw_only=True)
class ResultLine:
    """Who won what."""

    kind: str
    name: str
    work: str = ""
    prize: str = ""
    unit: Unit | None = None
    provenance: str = Provenance.RECORDED

    def cleaned_name(self) -> str:
        """Return the name as it is stored; raises Refused when it is missing or the kind unknown."""
        if self.kind not in RecipientKind.values:
            raise Refused(
                {"results": _("Choose for each winner: collective, individual, household or author.")}
            )
        name = clean_line(self.name)
        if not name:
            raise Refused({"results": _("Every winner needs a name.")})
        return name

    def sort_key(self) -> str:
        """Return the key lists are sorted by: people by given name, everything else as written."""
        by_given_name = self.kind in {RecipientKind.INDIVIDUAL, RecipientKind.AUTHOR}
        return sort_key(self.cleaned_name(), NameOrder.GIVEN_LAST if by_given_name else NameOrder.WHOLE)
