"""Some of the years of the run carry a grade."""

from thidua.core.language import Wording
from thidua.core.law.appraisal import Evidence
from thidua.core.law.book import LawBook
from thidua.core.law.columns import Column
from thidua.core.law.conditions.base import (
    Angle,
    Condition,
    Told,
    bounds,
    holds,
    inside,
    number,
    word,
    years_where,
)
from thidua.core.law.conditions.grade_run import graded_words
from thidua.core.law.facts import NomineeFacts
from thidua.core.law.hearing import Span
from thidua.core.law.provisions import Line
from thidua.core.law.sentences import counted, say, years_listed


class GradeCount(Condition):
    """`grade`, `n`, `within`: same_span, or left out for every year."""

    def asks(self, line: Line, book: LawBook) -> Wording:
        key = "grade_count.within" if word(line, "within") else "grade_count.asks"
        return say(key, years=counted("year", number(line)), grade=graded_words(word(line, "grade"), book))

    def _span(self, line: Line, angle: Angle) -> Span | None:
        return angle.span if word(line, "within") == "same_span" else None

    def judge(self, line: Line, angle: Angle) -> Column:
        grade, hearing = word(line, "grade"), angle.hearing
        rows = hearing.graded(grade)
        return holds(hearing.counted(("graded", grade), rows, self._span(line, angle)) >= number(line))

    def explain(self, line: Line, angle: Angle, facts: NomineeFacts) -> Told:
        grade, hearing = word(line, "grade"), angle.hearing
        within = inside(self._span(line, angle), hearing)
        years = tuple(year for year in years_where(hearing.graded(grade), hearing) if year in within)
        short = number(line) - len(years)
        return Told(
            say("grade_count.found", years=counted("year", len(years)), listed=years_listed(years))
            if years
            else say("grade_count.none"),
            Evidence(
                years=years,
                counted=len(years),
                needed=number(line),
                span=bounds(self._span(line, angle), hearing),
            ),
            say("grade_count.lacks", years=counted("year", short), grade=graded_words(grade, angle.book))
            if short > 0
            else None,
        )
