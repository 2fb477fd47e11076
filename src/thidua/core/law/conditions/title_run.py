"""A title received several times in a row, or for the year considered."""

import numpy as np

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
    limits,
    number,
    recorded_awards,
    titled,
    word,
    years_where,
)
from thidua.core.law.facts import NomineeFacts
from thidua.core.law.hearing import ONE, Rows
from thidua.core.law.provisions import Line
from thidua.core.law.sentences import counted, say, years_listed
from thidua.core.law.spans import chained, ending_at, longest

PROPOSAL_YEAR, LATEST, ANY = "proposal_year", "latest", "any"


class TitleRun(Condition):
    """`title` or `titles`, `n`; `ending`: proposal_year (also when left out), latest, any.

    `interval`: the most years from one time to the next (1: consecutive years; 3: a title given in cycles of
    three years), with `overlap` telling whether cycles may overlap.
    """

    def asks(self, line: Line, book: LawBook) -> Wording:
        title = titled(book, awards_of(line))
        if number(line) == 1:
            return say(f"title_run.asks.1{'.latest' if word(line, 'ending') == LATEST else ''}", title=title)
        asked = say("title_run.asks", times=counted("time", number(line)), title=title)
        if word(line, "ending") in {LATEST, ANY} or "ending_setting" in line.fields:
            return asked
        reach = say("title_run.proposal")
        return Wording(asked.vi + reach.vi, asked.en + reach.en)

    def _ending(self, line: Line, angle: Angle) -> str:
        reading = line.fields.get("ending_setting")
        if reading is not None:
            return PROPOSAL_YEAR if angle.settings[str(reading)] else ANY
        return word(line, "ending") or (LATEST if word(line, "interval") else PROPOSAL_YEAR)

    def _good(self, line: Line, angle: Angle) -> Rows:
        rows = angle.hearing.counting(awards_of(line), merit=angle.merit)
        return angle.hearing.once(
            ("held", awards_of(line), angle.merit), lambda: [(row > 0).view(np.uint8) for row in rows]
        )

    def _length(self, line: Line, angle: Angle) -> Column:
        good, ending, hearing = self._good(line, angle), self._ending(line, angle), angle.hearing
        if angle.place is not None:
            return good[angle.place]
        if ending == LATEST:
            return sum(self._chain(line, angle), hearing.full(0))
        if ending == ANY:
            return hearing.once(("longest", awards_of(line), angle.merit), lambda: longest(good))
        return hearing.once(
            ("reaching", awards_of(line), angle.merit),
            lambda: np.maximum(
                ending_at(good, len(good) - 1), ending_at(good, len(good) - 2) * (hearing.closed ^ ONE)
            ),
        )

    def _chain(self, line: Line, angle: Angle) -> Rows:
        interval = line.fields.get("interval", 1)
        assert isinstance(interval, int)
        overlap = bool(angle.setting(line, "overlap", True))
        return chained(self._good(line, angle), interval, overlap=overlap)

    def judge(self, line: Line, angle: Angle) -> Column:
        return holds(self._length(line, angle) >= number(line))

    def explain(self, line: Line, angle: Angle, facts: NomineeFacts) -> Told:
        codes, length = awards_of(line), int(self._length(line, angle)[0])
        held = years_where(self._good(line, angle), angle.hearing)
        years = self._years(line, angle, held, length) if length else ()
        short = number(line) - length
        code = (
            "title_run.lacks.1"
            if number(line) == 1 and self._ending(line, angle) != LATEST
            else "title_run.lacks"
        )
        if not held:
            outcome = say("title_run.none")
        elif length:
            outcome = say("title_run.found", times=counted("time", length), years=years_listed(years))
        else:
            outcome = say("title_run.broken", years=years_listed(held))
        return Told(
            outcome,
            Evidence(
                years=years,
                items=recorded_awards(facts, codes, frozenset(years or held), angle, merit=angle.merit),
                counted=length,
                needed=number(line),
                span=limits(years),
            ),
            say(code, times=counted("time", short), title=titled(angle.book, codes)) if short > 0 else None,
        )

    def _years(self, line: Line, angle: Angle, held: tuple[int, ...], length: int) -> tuple[int, ...]:
        """The years of the run: one alone, those of a chain of cycles, or the latest so long in a row."""
        if angle.place is not None:
            return (angle.hearing.years[angle.place],)
        if self._ending(line, angle) == LATEST:
            return years_where(self._chain(line, angle), angle.hearing)
        first = max(year for year in held if set(range(year, year + length)) <= set(held))
        return tuple(range(first, first + length))
