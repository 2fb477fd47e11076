"""What is said of each row of a table before anything is kept."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from thidua.core.periods import Period
from thidua.orgs.models import Unit
from thidua.targets.models import Indicator


class Verdict(StrEnum):
    """What would happen to a row."""

    NEW = "new"
    SAME = "same"
    CHANGES = "changes"
    REFUSED = "refused"
    BLANK = "blank"  # a row of a template that nobody filled in


@dataclass(frozen=True)
class CellSentence:
    """A sentence about a cell («C7»), or about the whole row ("")."""

    cell: str
    sentence: str


@dataclass(frozen=True)
class RowVerdict:
    """One row: what it says as far as it was understood, what would happen, and why not.

    `now` and `before` are the values in words; `questions` do not stop the import, they are to be looked at.
    """

    number: int
    verdict: Verdict
    indicator: Indicator | None = None
    unit: Unit | None = None
    period: Period | None = None
    value: Decimal | None = None
    numerator: int | None = None
    denominator: int | None = None
    comparator: str = ""
    as_of: date | None = None
    source: str = ""
    note: str = ""
    authority: str = ""
    document: str = ""
    now: str = ""
    before: str = ""
    former_id: int | None = None
    faults: tuple[CellSentence, ...] = ()
    questions: tuple[CellSentence, ...] = ()


@dataclass(frozen=True)
class Preview:
    """A table with a verdict for each row; `faults` are about the whole table, which has no rows then."""

    file_name: str
    sha256: str
    rows: tuple[RowVerdict, ...] = ()
    faults: tuple[CellSentence, ...] = ()
    unknown_headings: tuple[str, ...] = ()

    def count(self, verdict: str) -> int:
        """Return how many rows have this verdict."""
        return Counter(row.verdict for row in self.rows)[Verdict(verdict)]

    @property
    def is_importable(self) -> bool:
        """Whether the whole table can be kept: nothing is refused, and something is new."""
        return not self.faults and not self.refused and bool(self.to_keep)

    @property
    def refused(self) -> tuple[RowVerdict, ...]:
        """The rows that stop the import."""
        return tuple(row for row in self.rows if row.verdict is Verdict.REFUSED)

    @property
    def to_keep(self) -> tuple[RowVerdict, ...]:
        """The rows that say something new."""
        return tuple(row for row in self.rows if row.verdict in {Verdict.NEW, Verdict.CHANGES})

    @property
    def questions(self) -> tuple[RowVerdict, ...]:
        """The rows with something to look at."""
        return tuple(row for row in self.rows if row.questions)

    @property
    def fingerprint(self) -> str:
        """A hash of the file and of what would happen now; it changes when the data below it change."""
        digest = hashlib.sha256(self.sha256.encode())
        for row in self.rows:
            digest.update(f"|{row.number}:{row.verdict}:{row.former_id}".encode())
        return digest.hexdigest()
