"""The content of a prize or a contest."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from thidua.contests.enums import CompetitionKind
from thidua.contests.models import Competition
from thidua.core.vietnamese.fold import fold
from thidua.core.vietnamese.hygiene import clean_line
from thidua.support.edits import Faults, misfits
from thidua.support.refusals import Refused


@dataclass(frozen=True, kw_only=True)
class CompetitionContent:
    """A standing prize or a contest: its kind, its full name, and what entrants make ("cuộc thi viết")."""

    kind: str
    name: str
    genre: str = ""

    def cleaned(self) -> dict[str, object]:
        """Return the values to store; raises Refused with a sentence per field at fault."""
        values: dict[str, object] = {
            "kind": self.kind,
            "name": clean_line(self.name),
            "genre": clean_line(self.genre),
        }
        faults: Faults = misfits(Competition, values)
        if self.kind not in CompetitionKind.values:
            faults["kind"] = _("Choose whether this is a prize or a contest.")
        if not values["name"]:
            faults["name"] = _("Write the name of the prize or contest.")
        if faults:
            raise Refused(faults)
        return values

    def derived(self) -> dict[str, object]:
        """Return what is stored beside the values: the text that lists are searched by."""
        return {"search_text": fold(f"{self.name} {self.genre}")}
