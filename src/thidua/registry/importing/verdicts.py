"""What is said of each row of a table before anything is kept."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from thidua.orgs.models import Household, Person, Unit
from thidua.registry.content import ConferralContent, HistoryContent, RecipientLine
from thidua.registry.enums import ImportContent


class Verdict(StrEnum):
    """What would happen to a row."""

    REFUSED = "refused"
    CHOOSE = "choose"  # several of the name: somebody has to say which one
    NEW = "new"
    SAME = "same"


@dataclass(frozen=True)
class Candidate:
    """Somebody whom a row may mean: the number in the register, and a line that tells them apart."""

    pk: int
    label: str


@dataclass(frozen=True)
class AwardToEnter:
    """An earlier award: its decision, whose unit keeps it, and its recipient."""

    conferral: ConferralContent
    line: RecipientLine
    unit: Unit

    @property
    def key(self) -> tuple[str, str, date | None, date | None, str, int]:
        """Rows with the same key are recipients of one decision."""
        paper = self.conferral
        return (
            *(paper.award_form, paper.decision_number, paper.decision_date, paper.presented_on),
            *(paper.source, self.unit.pk),
        )


@dataclass(frozen=True)
class RowVerdict:
    """One row: what it says, about whom, what would happen, and why not.

    `told` is what it says in words; `remarks` do not stop it, they are to be looked at.
    """

    number: int
    name: str
    verdict: Verdict
    recipient: Person | Unit | Household | None = None
    recipient_label: str = ""
    kept_by: Unit | None = None
    content: HistoryContent | None = None
    award: AwardToEnter | None = None
    told: str = ""
    candidates: tuple[Candidate, ...] = ()
    faults: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def shown_as(self) -> str:
        """What the row was before anybody chose among several: verdict and recipient, or those offered."""
        if self.candidates:
            return ",".join(str(one.pk) for one in self.candidates)
        about = self.recipient
        return f"{self.verdict}:{type(about).__name__}:{about.pk if about else ''}"


@dataclass(frozen=True)
class Preview:
    """A table with a verdict for each row."""

    content: ImportContent
    rows: tuple[RowVerdict, ...] = ()
    sha256: str = ""
    counted: Counter[Verdict] = field(default_factory=Counter)

    def count(self, verdict: Verdict) -> int:
        """Return how many rows have this verdict."""
        return self.counted[verdict]

    @property
    def to_keep(self) -> tuple[RowVerdict, ...]:
        """The rows that can be kept as they are."""
        return tuple(row for row in self.rows if row.verdict is Verdict.NEW)

    @property
    def open(self) -> int:
        """How many rows cannot be kept yet."""
        return self.count(Verdict.REFUSED) + self.count(Verdict.CHOOSE)

    @property
    def fingerprint(self) -> str:
        """A hash of the table and of what would happen now; it changes when the register below it changes."""
        digest = hashlib.sha256(self.sha256.encode())
        for row in self.rows:
            digest.update(f"|{row.number}:{row.shown_as}".encode())
        return digest.hexdigest()
