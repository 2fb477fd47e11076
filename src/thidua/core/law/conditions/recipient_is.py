"""A branch that is for some kinds of recipients only: workers, or farmers (Đ42-44 k2 b, c Luật 2022)."""

from thidua.core.language import Wording
from thidua.core.law.book import LawBook
from thidua.core.law.columns import Column
from thidua.core.law.conditions.base import Angle, Condition, Told
from thidua.core.law.facts import NomineeFacts
from thidua.core.law.provisions import Line
from thidua.core.law.sentences import listed, say


class RecipientIs(Condition):
    """`kinds`: the kinds of recipients that the branch is for."""

    def asks(self, line: Line, book: LawBook) -> Wording:
        kinds = [book.word("recipient_kinds", kind) for kind in _kinds(line)]
        return say("recipient_is.asks", kinds=listed(kinds))

    def judge(self, line: Line, angle: Angle) -> Column:
        question = angle.hearing.question
        return angle.hearing.full(2 * bool({question.recipient, question.worker_kind} & set(_kinds(line))))

    def explain(self, line: Line, angle: Angle, facts: NomineeFacts) -> Told:
        question = angle.hearing.question
        own = say(
            "recipient_is.found",
            kind=angle.book.word("recipient_kinds", question.worker_kind or question.recipient),
        )
        if self.judge(line, angle)[0]:
            return Told(own)
        return Told(own, lacks=say("recipient_is.lacks", asked=self.asks(line, angle.book)))


def _kinds(line: Line) -> tuple[str, ...]:
    kinds = line.fields["kinds"]
    assert isinstance(kinds, list | tuple)
    return tuple(str(kind) for kind in kinds)
