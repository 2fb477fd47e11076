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
            interval = line.fields.get("interval", 1)
            assert isinstance(interval, int)
            return chained(good, interval, overlap=bool(angle.setting(line, "overlap", True)))
        if ending == ANY:
            return hearing.once(("longest", awards_of(line), angle.merit), lambda: longest(good))
        return hearing.once(
            ("reaching", awards_of(line), angle.merit),
            lambda: np.maximum(
                ending_at(good, len(good) - 1), ending_at(good, len(good) - 2) * (hearing.closed ^ ONE)
            ),
        )

    def judge(self, line: Line, angle: Angle) -> Column:
        return holds(self._length(line, angle) >= number(line))

    def explain(self, line: Line, angle: Angle, facts: NomineeFacts) -> Told:
        hearing, codes = angle.hearing, awards_of(line)
        held, length = years_where(self._good(line, angle), hearing), int(self._length(line, angle)[0])
        years = held if angle.place is None else tuple(y for y in held if y == hearing.years[angle.place])
        if length and self._ending(line, angle) != ANY and angle.place is None:
            years = years[-length:] if self._ending(line, angle) == LATEST else _last_run(years, length)
        short = number(line) - length
        if not held:
            outcome = say("title_run.none")
        elif length:
            outcome = say("title_run.found", times=counted("time", length), years=years_listed(years))
        else:
            outcome = say("title_run.broken", years=years_listed(held))
        return Told(
            outcome,
            Evidence(
                years=years if length else (),
                items=recorded_awards(facts, codes, frozenset(years if length else held)),
                counted=length,
                needed=number(line),
                span=limits(years),
            ),
            say("title_run.lacks", times=counted("time", short), title=titled(angle.book, codes))
            if short > 0
            else None,
        )


def _last_run(years: tuple[int, ...], length: int) -> tuple[int, ...]:
    """The years of the run that reaches the proposal: the latest `length` consecutive ones."""
    return tuple(years[-length:])
