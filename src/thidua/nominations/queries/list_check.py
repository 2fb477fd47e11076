"""A list of nominees judged line by line before anything is saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thidua.core.law.appraisal import Verdict
from thidua.lawbook.queries import current_book
from thidua.nominations.content import NomineeLine
from thidua.nominations.judging import verdicts
from thidua.nominations.models import Dossier, Nomination
from thidua.nominations.queries.duplicates import Duplicate, duplicates_of
from thidua.support.edits import Faults


@dataclass(frozen=True)
class LineVerdict:
    """One line: what keeps it from being saved, what stands against it, and what the law says (None: not asked)."""

    line: NomineeLine
    faults: Faults
    duplicates: tuple[Duplicate, ...]
    verdict: Verdict | None

    @property
    def can_be_saved(self) -> bool:
        """Whether nothing keeps it from being saved; duplicates and the law are told, they do not."""
        return not self.faults


def check_list(dossier: Dossier, lines: Sequence[NomineeLine], today: date) -> list[LineVerdict]:
    """Return a verdict for each line that is to be added to `dossier`; a fixed number of queries for 500 lines.

    Discipline and pending matters are left out: the unit reads this.
    """
    book = current_book()
    faults = [line.faults(book) for line in lines]
    rows = [Nomination(dossier=dossier, **line.values()) for line in lines]
    judged = verdicts(dossier, rows, today, restricted=False)
    doubles = duplicates_of(lines, drafts_of=dossier.unit)
    return [
        LineVerdict(line, wrong, hits, None if wrong else verdict)
        for line, wrong, hits, verdict in zip(lines, faults, doubles, judged, strict=True)
    ]
