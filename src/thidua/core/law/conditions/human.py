"""Lines that a person answers: qualitative judgements and attested conduct."""

from datetime import date
from functools import reduce
from typing import Final

import numpy as np

from thidua.core.language import Wording
from thidua.core.law.book import LawBook
from thidua.core.law.columns import Column
from thidua.core.law.conditions.base import Angle, Condition, Told
from thidua.core.law.facts import NomineeFacts
from thidua.core.law.hearing import ONE, OPEN, YES
from thidua.core.law.numbering import line_number
from thidua.core.law.provisions import Line, Reading
from thidua.core.law.sentences import say

# The value of a setting under which a person judges every case.
LEFT_TO_A_PERSON: Final = "human"


class Qualitative(Condition):
    """A judgement that no record replaces: open until a person has answered it."""

    def asks(self, line: Line, book: LawBook) -> Wording:
        assert line.text is not None
        return line.text

    def judge(self, line: Line, angle: Angle) -> Column:
        return answered(line, angle)

    def explain(self, line: Line, angle: Angle, facts: NomineeFacts) -> Told:
        asked, verdict = self.asks(line, angle.book), int(self.judge(line, angle)[0])
        if verdict == YES:
            return Told(say("human.yes"))
        if verdict == OPEN and (reading := open_reading(line, angle)) is not None:
            why = Wording(reading.why.vi.rstrip("."), reading.why.en.rstrip("."))
            return Told(
                say("human.open.reading", name=reading.name, why=why),
                lacks=say("human.lacks", text=asked),
            )
        if verdict == OPEN:
            return Told(say("human.open"), lacks=say("human.lacks", text=asked))
        return Told(say("human.no"), lacks=say("human.lacks.no", text=asked))


class Attested(Qualitative):
    """Conduct confirmed by the proposing body; a running discipline or a pending matter contradicts it."""

    def _contradicted(self, angle: Angle) -> Column | None:
        columns = angle.hearing.columns
        known = [one for one in (columns.suspended, columns.disciplined_now) if one is not None]
        return reduce(np.bitwise_or, known) if known else None

    def judge(self, line: Line, angle: Angle) -> Column:
        contradicted, answer = self._contradicted(angle), answered(line, angle)
        return answer if contradicted is None else answer * (contradicted ^ ONE)

    def explain(self, line: Line, angle: Angle, facts: NomineeFacts) -> Told:
        contradicted = self._contradicted(angle)
        if contradicted is not None and contradicted[0]:
            return Told(
                say("human.contradicted"), lacks=say("human.lacks.no", text=self.asks(line, angle.book))
            )
        return super().explain(line, angle, facts)


def answered(line: Line, angle: Angle) -> Column:
    """Return the answers to a line: its own, else one given for the whole alternative, else open.

    An answer for an alternative that refers to this one («doanh nghiệp đạt tiêu chuẩn tại khoản 4») covers it.
    """
    judged = angle.hearing.columns.judged
    answer: Column | None = None
    for alternative in (*reversed(angle.referrers), angle.alternative):
        for number in (0, line_number(alternative, line)):
            given = judged.get((alternative.id, number)) if number is not None else None
            if given is not None:
                answer = given if answer is None else np.where(given == OPEN, answer, given)
    return angle.hearing.full(int(OPEN)) if answer is None else answer


def open_reading(line: Line, angle: Angle) -> Reading | None:
    """Return the question of the Board that leaves a line to a person on the law day; None when it does not.

    `setting` names the question, `setting_from` the day from which the text has left it open.
    """
    code, since = line.fields.get("setting"), line.fields.get("setting_from")
    if code is None or (isinstance(since, date) and angle.hearing.question.law_day < since):
        return None
    left = LEFT_TO_A_PERSON in angle.book.values_of(str(code), angle.alternative.id)
    return angle.book.readings[str(code)] if left else None
