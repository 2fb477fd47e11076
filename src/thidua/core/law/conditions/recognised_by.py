"""A certificate or confirmation of an authority."""

from thidua.core.language import Wording
from thidua.core.law.book import LawBook
from thidua.core.law.columns import Column
from thidua.core.law.conditions.base import Angle, Condition, Told, word
from thidua.core.law.facts import NomineeFacts
from thidua.core.law.hearing import ONE
from thidua.core.law.provisions import Line
from thidua.core.law.scales import covering
from thidua.core.law.sentences import say


class RecognisedBy(Condition):
    """`authority`: certified, or still to be certified; nothing recorded can refuse it."""

    def asks(self, line: Line, book: LawBook) -> Wording:
        return say("recognised_by.asks", authority=book.word("authorities", word(line, "authority")))

    def judge(self, line: Line, angle: Angle) -> Column:
        enough = covering("authorities", word(line, "authority")) or frozenset()
        certified = angle.hearing.full(0)
        for authority, column in angle.hearing.columns.confirmations.items():
            if authority in enough:
                certified = certified | column
        return certified + ONE

    def explain(self, line: Line, angle: Angle, facts: NomineeFacts) -> Told:
        if int(self.judge(line, angle)[0]) > 1:
            return Told(say("recognised_by.yes"))
        authority = angle.book.word("authorities", word(line, "authority"))
        return Told(say("human.open"), lacks=say("recognised_by.lacks", authority=authority))
