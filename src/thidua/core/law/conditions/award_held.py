"""An award already held."""

from thidua.core.language import Wording
from thidua.core.law.appraisal import Evidence
from thidua.core.law.book import LawBook
from thidua.core.law.columns import Column
from thidua.core.law.conditions.base import (
    Angle,
    Condition,
    Told,
    awards_of,
    holds,
    recorded_awards,
    titled,
    word,
    years_where,
)
from thidua.core.law.facts import NomineeFacts
from thidua.core.law.provisions import Line
from thidua.core.law.sentences import say, years_listed


class AwardHeld(Condition):
    """`award`; `type`: merit when only merit counts (inside a merit alternative it always does)."""

    def asks(self, line: Line, book: LawBook) -> Wording:
        key = "award_held.asks.merit" if word(line, "type") == "merit" else "award_held.asks"
        return say(key, title=titled(book, awards_of(line)))

    def _merit(self, line: Line, angle: Angle) -> bool:
        return angle.merit or word(line, "type") == "merit"

    def judge(self, line: Line, angle: Angle) -> Column:
        return holds(angle.hearing.ever(awards_of(line), merit=self._merit(line, angle)))

    def explain(self, line: Line, angle: Angle, facts: NomineeFacts) -> Told:
        codes, hearing = awards_of(line), angle.hearing
        merit = self._merit(line, angle)
        years = years_where(hearing.received(codes, merit=merit), hearing)
        others = years_where(hearing.received(codes, merit=False), hearing)
        lacks = None if years else say("award_held.lacks", title=titled(angle.book, codes))
        if years:
            outcome = say("award_held.found", years=years_listed(years))
        elif others:
            outcome = say("award_held.other_type", years=years_listed(others))
        else:
            outcome = say("award_held.none")
        items = recorded_awards(facts, codes, frozenset(years or others), angle, merit=merit and bool(years))
        return Told(outcome, Evidence(years=years, items=items), lacks)
