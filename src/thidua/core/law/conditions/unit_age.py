"""How long a unit has existed."""

from thidua.core.language import Wording
from thidua.core.law.appraisal import Evidence
from thidua.core.law.book import LawBook
from thidua.core.law.columns import Column
from thidua.core.law.conditions.base import Angle, Condition, Told, holds, number
from thidua.core.law.facts import NomineeFacts
from thidua.core.law.provisions import Line
from thidua.core.law.sentences import counted, say


class UnitAge(Condition):
    """`min_years`: from the year of founding, predecessors included, to the year of the proposal."""

    def asks(self, line: Line, book: LawBook) -> Wording:
        return say("unit_age.asks", years=counted("year", number(line, "min_years")))

    def judge(self, line: Line, angle: Angle) -> Column:
        founded = angle.hearing.columns.founded
        if founded is None:
            return angle.hearing.full(0)
        return holds((founded > 0) & (founded <= angle.hearing.year - number(line, "min_years")))

    def explain(self, line: Line, angle: Angle, facts: NomineeFacts) -> Told:
        if facts.founded is None:
            return Told(say("unit_age.none"), lacks=say("unit_age.lacks.unknown"))
        age = max(0, angle.hearing.year - facts.founded)
        short = number(line, "min_years") - age
        return Told(
            say("unit_age.found", founded=facts.founded, years=counted("year", age)),
            Evidence(years=(facts.founded,), counted=age, needed=number(line, "min_years")),
            say("unit_age.lacks", years=counted("year", short)) if short > 0 else None,
        )
