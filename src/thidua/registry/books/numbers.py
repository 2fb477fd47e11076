"""The paper of an award: number, day and authority of a decision, as one cell tells them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from thidua.support.refusals import Sentence


@dataclass(frozen=True)
class Paper:
    """A decision as a cell names it: «125/QĐ-UBND», its day, who signed. Empty where the cell does not say.

    `year`: of the paper where only the year stands («125/2019»). `text`: the cell as written. `fault`: why its day is none.
    """

    number: str = ""
    date: date | None = None
    authority: str = ""
    year: int | None = None
    text: str = ""
    fault: Sentence | None = None


def read_decision(value: object) -> Paper:
    """Return the paper that a cell names: «QĐ số 34/QĐ-LĐTL ngày 11/01/2006, của …», «163», 163.0."""
    text = str(value)
    return Paper(number=text, text=text)
