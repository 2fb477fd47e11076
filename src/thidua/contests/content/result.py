"""One winner of an edition."""

from __future__ import annotations

from dataclasses import dataclass

from thidua.contests.models import Entry, Result
from thidua.core.vietnamese.fold import fold
from thidua.core.vietnamese.hygiene import clean_line
from thidua.core.vietnamese.names import NameOrder, sort_key
from thidua.orgs.models import Unit
from thidua.registry.content.lines import faults_of_texts, told_line
from thidua.registry.enums import PEOPLE
from thidua.support.provenance import Provenance
from thidua.support.refusals import Sentence


@dataclass(frozen=True, kw_only=True)
class ResultLine:
    """Who won what; `entry` is the work in the contest where it was judged here."""

    kind: str
    name: str
    work: str = ""
    prize: str = ""
    unit: Unit | None = None
    provenance: str = Provenance.RECORDED
    entry: Entry | None = None

    def faults(self) -> list[Sentence]:
        """Return what is wrong with this line, empty when it can be stored."""
        texts = {"recipient_name": self.name, "work": self.work, "prize": self.prize}
        return faults_of_texts(Result, self.kind, texts)

    def texts(self) -> tuple[str, str, str, str]:
        """Return kind, name, work and prize, cleaned: what a written list says of the line."""
        return self.kind, clean_line(self.name), clean_line(self.work), clean_line(self.prize)

    def values(self) -> dict[str, object]:
        """Return the columns to store; people are listed by their given names, everything else as written."""
        name = clean_line(self.name)
        order = NameOrder.GIVEN_LAST if self.kind in PEOPLE else NameOrder.WHOLE
        return {
            "recipient_kind": self.kind,
            "recipient_name": name,
            "recipient_sort_key": sort_key(name, order),
            "work": clean_line(self.work),
            "prize": clean_line(self.prize),
            "unit": self.unit,
            "entry": self.entry,
            "search_text": fold(f"{name} {self.work} {self.prize}"),
            "provenance": self.provenance,
        }

    def told(self) -> str:
        """Return the line for the log."""
        return told_line(self.kind, (self.name, self.work, self.prize), {"unit": self.unit}, self.provenance)
