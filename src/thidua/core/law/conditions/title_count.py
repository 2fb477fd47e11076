"""An award received several times, usually inside the run of years."""

from thidua.core.language import Wording
from thidua.core.law.appraisal import Evidence
from thidua.core.law.book import LawBook
from thidua.core.law.columns import Column
from thidua.core.law.conditions.base import (
    Angle,
    Condition,
    Told,
    awards_of,
    bounds,
    holds,
    inside,
    number,
    recorded_awards,
    titled,
    word,
    years_where,
)
from thidua.core.law.facts import NomineeFacts
from thidua.core.law.hearing import Span
from thidua.core.law.provisions import Line
from thidua.core.law.sentences import counted, say


class TitleCount(Condition):
    """`title` or `titles`, `n`, `within`: same_span, or left out for all years."""

    def asks(self, line: Line, book: LawBook) -> Wording:
        asked = say(
            "title_count.asks", times=counted("time", number(line)), title=titled(book, awards_of(line))
        )
        return say("title_count.within", asked=asked) if word(line, "within") else asked

    def _span(self, line: Line, angle: Angle) -> Span | None:
        return angle.span if word(line, "within") == "same_span" else None

    def _count(self, line: Line, angle: Angle) -> Column:
        codes, hearing = awards_of(line), angle.hearing
        rows = hearing.counting(codes, merit=angle.merit)
        return hearing.counted(("counting", codes, angle.merit), rows, self._span(line, angle))

    def judge(self, line: Line, angle: Angle) -> Column:
        return holds(self._count(line, angle) >= number(line))

    def explain(self, line: Line, angle: Angle, facts: NomineeFacts) -> Told:
        codes, hearing, found = awards_of(line), angle.hearing, int(self._count(line, angle)[0])
        within, short = inside(self._span(line, angle), hearing), number(line) - found
        counting = years_where(hearing.counting(codes, merit=angle.merit), hearing)
        years = tuple(year for year in counting if year in within)
        lacks = "title_count.lacks.within" if word(line, "within") else "title_count.lacks"
        return Told(
            say("title_count.found", times=counted("time", found)),
            Evidence(
                years=years,
                items=recorded_awards(facts, codes, frozenset(years), angle, merit=angle.merit),
                counted=found,
                needed=number(line),
                span=bounds(self._span(line, angle), hearing),
            ),
            say(lacks, times=counted("time", short), title=titled(angle.book, codes)) if short > 0 else None,
        )
