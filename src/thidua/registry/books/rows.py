"""What is read of a book before the register is asked: rows with their cells, values and faults."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from thidua.support.refusals import Sentence


class Field(StrEnum):
    """What a column of a book may say of an award."""

    ORDINAL = "ordinal"  # STT: never a key
    HONORIFIC = "honorific"
    NAME = "name"
    KIND = "kind"
    POST = "post"
    UNIT = "unit"
    AWARD = "award"
    TYPE = "type"
    DECISION = "decision"
    DECIDED_ON = "decided_on"
    AUTHORITY = "authority"
    YEAR = "year"
    AMOUNT = "amount"
    BORN = "born"
    WOMAN = "woman"
    ETHNICITY = "ethnicity"
    REASON = "reason"
    NOTE = "note"


@dataclass(frozen=True)
class Written:
    """Where a value stands, and the text as written; `cell` is "" when it comes from a title or a default."""

    cell: str
    text: str


@dataclass(frozen=True)
class AwardRead:
    """One award as the book tells it. Empty texts and None: the book does not say.

    `award_code`: of the law data, "" when the form of award was not recognised (`award_text` keeps the words).
    `holders`: more than one name for one award («ông A và bà B» as a household).
    """

    kind: str = ""  # RecipientKind
    name: str = ""
    honorific: str = ""
    post: str = ""
    unit: str = ""
    award_code: str = ""
    award_text: str = ""
    commendation_type: str = ""  # CommendationType
    decision_number: str = ""
    decision_date: date | None = None
    authority: str = ""
    year: int | None = None
    amount: int | None = None  # đồng
    birth_year: int | None = None
    birth_date: date | None = None
    woman: bool | None = None
    ethnicity: str = ""
    reason: str = ""


@dataclass(frozen=True)
class BookLine:
    """One row of a sheet or table. `award` is None for titles, headings, subtotals and signatures.

    A row with several awards (a matrix with X, a cell with several people) gives several lines of one `row`.
    `faults` stop it («unreadable»), `remarks` only tell; `faults_at` names the cell of each fault where it has one.
    `ignored` says in a word why there is no award: "title", "heading", "group", "subtotal", "signature", "note",
    "empty", or "joined": it went on with the row above.
    """

    sheet: str
    row: int
    award: AwardRead | None = None
    written: dict[Field, Written] = field(default_factory=dict)
    faults: tuple[Sentence, ...] = ()
    faults_at: tuple[str, ...] = ()  # runs parallel to faults, "" where the fault has no cell
    remarks: tuple[Sentence, ...] = ()
    ignored: str = ""
    text: str = ""  # the filled cells of an ignored row, joined

    def with_fault(self, sentence: Sentence, cell: str = "") -> BookLine:
        """Return the line with one fault more."""
        return replace(self, faults=(*self.faults, sentence), faults_at=(*self.faults_at, cell))


@dataclass(frozen=True)
class SheetReading:
    """How one sheet was understood: the heading rows, what each column says, and how sure that is (0 to 1)."""

    sheet: str
    heading_rows: tuple[int, ...]
    columns: dict[int, Field]  # column from 0
    headings: dict[int, str]  # the heading as written, two lines joined by « / »
    certainty: float


@dataclass(frozen=True)
class BookReading:
    """A whole book: its lines in order, how each sheet was understood, and remarks about the file."""

    lines: tuple[BookLine, ...]
    sheets: tuple[SheetReading, ...]
    remarks: tuple[Sentence, ...] = ()
