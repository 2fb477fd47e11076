"""A founding anniversary whose number of years ends in 0 (Đ3 k6 Luật 2022)."""

from thidua.core.language import Wording
from thidua.core.law.appraisal import Evidence
from thidua.core.law.book import LawBook
from thidua.core.law.columns import Column
from thidua.core.law.conditions.base import Angle, Condition, Told, holds
from thidua.core.law.facts import NomineeFacts
from thidua.core.law.provisions import Line
from thidua.core.law.sentences import counted, say


class RoundAnniversary(Condition):
    """The year of the proposal is a round anniversary of the founding."""

    def asks(self, line: Line, book: LawBook) -> Wording:
        return say("round_anniversary.asks")

    def judge(self, line: Line, angle: Angle) -> Column:
        founded = angle.hearing.columns.founded
        if founded is None:
            return angle.hearing.full(0)
        age = angle.hearing.year - founded
        return holds((founded > 0) & (age > 0) & (age % 10 == 0))

    def explain(self, line: Line, angle: Angle, facts: NomineeFacts) -> Told:
        if facts.founded is None:
            return Told(say("unit_age.none"), lacks=say("unit_age.lacks.unknown"))
        age = angle.hearing.year - facts.founded
        holding = age > 0 and age % 10 == 0
        return Told(
            say("round_anniversary.found", years=counted("year", max(age, 0))),
            Evidence(years=(facts.founded,), counted=max(age, 0)),
            None if holding else say("round_anniversary.lacks", year=angle.hearing.year + 10 - age % 10),
        )
