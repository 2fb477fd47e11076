"""A figure that stands in a report: what is printed, and everything that stands behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from thidua.core.periods import Period
from thidua.support.provenance import Provenance

Value = Decimal | int | str | date | None


@dataclass(frozen=True)
class RowReference:
    """A row behind a figure. `model` and `pk` name it ("targets.observation", "12"), so that a screen can link."""

    label: str
    model: str
    pk: str
    detail: str = ""
    provenance: Provenance = Provenance.RECORDED


@dataclass(frozen=True)
class FigurePart:
    """One of the values that a figure was made of: the plan, the same period, one kind of recipient.

    `as_said` is how a note names it: «kế hoạch 5.452 tỷ đồng».
    """

    label: str
    text: str
    value: Value = None
    provenance: Provenance = Provenance.RECORDED
    as_said: str = ""


@dataclass(frozen=True)
class BoundFigure:
    """A figure bound to a query.

    `text` is what is printed, in the language of the report; `label` says what it is. `value` is the bare
    value, None where there is no record (then `text` says so) or where the figure is a list of names.
    """

    place: str
    label: str
    text: str
    value: Value = None
    unit: str = ""
    basis: str = ""
    period: Period | None = None
    as_of: date | None = None
    source: str = ""
    accepted_by: str = ""
    accepted_at: datetime | None = None
    provenance: Provenance = Provenance.RECORDED
    rows: tuple[RowReference, ...] = ()
    parts: tuple[FigurePart, ...] = ()
    remark: str = ""
    is_missing: bool = False

    @property
    def needs_mark(self) -> bool:
        """Whether the figure, or any value it was computed from, is invented or for testing."""
        return self.provenance.needs_mark

    @property
    def marked_parts(self) -> tuple[FigurePart, ...]:
        """The parts that a note under the text has to name."""
        marked = tuple(part for part in self.parts if part.provenance.needs_mark)
        if marked or not self.needs_mark:
            return marked
        return (FigurePart(self.label, self.text, self.value, self.provenance),)
