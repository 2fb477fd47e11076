"""Who cannot be considered: met means «not excluded»."""

import numpy as np

from thidua.core.language import Wording
from thidua.core.law.book import LawBook
from thidua.core.law.columns import Column
from thidua.core.law.conditions.base import Angle, Condition, Told, holds, number, word
from thidua.core.law.facts import NomineeFacts
from thidua.core.law.provisions import Line
from thidua.core.law.scales import levels_from
from thidua.core.law.sentences import say


class NewlyRecruited(Condition):
    """`n` months of work in the counting year; statutory maternity leave counts as worked."""

    def asks(self, line: Line, book: LawBook) -> Wording:
        return say("newly_recruited_months_less_than.asks", n=number(line))

    def judge(self, line: Line, angle: Angle) -> Column:
        worked = angle.hearing.columns.months_worked
        return angle.hearing.full(2) if worked is None else holds(worked >= number(line))

    def explain(self, line: Line, angle: Angle, facts: NomineeFacts) -> Told:
        if int(self.judge(line, angle)[0]):
            return Told(say("exclusion.clear"))
        months = (facts.months_worked or 0) + facts.maternity_months
        found = say("newly_recruited_months_less_than.lacks", n=months)
        return Told(found, lacks=found)


class DisciplineAtLeast(Condition):
    """`level`: a measure at it or above that touches the counting year."""

    def asks(self, line: Line, book: LawBook) -> Wording:
        return say("discipline_at_least.asks", level=book.word("discipline_levels", word(line, "level")))

    def judge(self, line: Line, angle: Angle) -> Column:
        touched = angle.hearing.full(0)
        for level, column in angle.hearing.columns.disciplined_in_year.items():
            if level in levels_from(word(line, "level")):
                touched = touched | column
        return holds(touched == 0)

    def explain(self, line: Line, angle: Angle, facts: NomineeFacts) -> Told:
        if int(self.judge(line, angle)[0]):
            return Told(say("exclusion.clear"))
        found = say("discipline_at_least.lacks")
        return Told(found, lacks=found)


class NotRegistered(Condition):
    """Bars those who are recorded as not registered; where nothing is recorded it bars nobody."""

    def asks(self, line: Line, book: LawBook) -> Wording:
        return say("not_registered_for_emulation.asks")

    def judge(self, line: Line, angle: Angle) -> Column:
        registered = angle.hearing.columns.registered
        return angle.hearing.full(2) if registered is None else holds(np.asarray(registered) > 0)

    def explain(self, line: Line, angle: Angle, facts: NomineeFacts) -> Told:
        if int(self.judge(line, angle)[0]):
            return Told(say("exclusion.clear"))
        found = say("not_registered_for_emulation.lacks")
        return Told(found, lacks=found)
