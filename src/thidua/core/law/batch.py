"""A whole province or country at once: who is eligible for what, with evidence that expands on demand."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from thidua.core.law.appraisal import Appraisal, Verdict
from thidua.core.law.book import LawBook
from thidua.core.law.columns import Column, Columns
from thidua.core.law.engine import explained
from thidua.core.law.facts import NomineeFacts, Question
from thidua.core.law.recollecting import facts_of
from thidua.core.law.ruling import rule_on

CHUNK = 65_536  # nominees at a time: their columns stay in the processor's cache, Python hardly counts


@dataclass(frozen=True)
class Verdicts:
    """One award judged for everybody.

    `verdict`: a byte each, 0 not met, 1 needs a person, 2 met. `by`: place in `alternatives`, 255 for none.
    """

    book: LawBook
    question: Question
    columns: Columns
    alternatives: tuple[str, ...]
    verdict: Column
    by: Column

    def met(self) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
        """Return the places of those who meet it."""
        return np.flatnonzero(self.verdict == Verdict.MET)

    def count(self, verdict: Verdict) -> int:
        """Return how many have a verdict."""
        return int(np.count_nonzero(self.verdict == verdict))

    def explain(self, place: int) -> Appraisal:
        """Return the reasoned answer for one of them: the same judgement over its own columns.

        Raises IndexError for a place outside the batch.
        """
        columns = _only(self.columns, place)
        ruling = rule_on(self.book, self.question, columns)
        return explained(self.book, self.question, _facts(columns), ruling)


def judge_all(book: LawBook, question: Question, columns: Columns, chunk: int = CHUNK) -> Verdicts:
    """Judge one award for every nominee of the columns."""
    return eligible(book, [question], columns, chunk)[0]


def eligible(
    book: LawBook, questions: Sequence[Question], columns: Columns, chunk: int = CHUNK
) -> tuple[Verdicts, ...]:
    """Judge several awards for the same nominees; what their rules count in common is counted once.

    `columns` hold the facts as they stood on the days asked about: questions of other days need their own.
    """
    verdicts = [np.empty(columns.size, dtype=np.uint8) for _ in questions]
    carried = [np.empty(columns.size, dtype=np.uint8) for _ in questions]
    names: list[tuple[str, ...]] = [()] * len(questions)
    for start in range(
        0, max(columns.size, 1), chunk
    ):  # nobody at all is judged too: it names the alternatives
        part = columns.part(start, start + chunk)
        made: dict[tuple[object, ...], dict[tuple[object, ...], object]] = {}
        for place, question in enumerate(questions):
            shared = made.setdefault((question.law_day, question.on, question.type), {})
            ruling = rule_on(book, question, part, shown=False, made=shared)
            verdicts[place][start : start + chunk] = ruling.verdict
            carried[place][start : start + chunk] = ruling.by
            names[place] = tuple(one.alternative.id for one in ruling.considered)
    return tuple(
        Verdicts(book, question, columns, names[place], verdicts[place], carried[place])
        for place, question in enumerate(questions)
    )


def facts_at(columns: Columns, place: int) -> NomineeFacts:
    """Return the facts of one nominee of a batch, as recorded or as its columns tell them."""
    return _facts(_only(columns, place))


def _only(columns: Columns, place: int) -> Columns:
    if not 0 <= place < columns.size:
        raise IndexError(f"{place} is not a place among {columns.size} nominees")
    return columns.part(place, place + 1)


def _facts(columns: Columns) -> NomineeFacts:
    return columns.people[0] if columns.people else facts_of(columns)
