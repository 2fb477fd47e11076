"""Full years that have to pass after an award."""

import numpy as np

from thidua.core.language import Wording
from thidua.core.law.appraisal import Evidence
from thidua.core.law.book import LawBook
from thidua.core.law.columns import Column
from thidua.core.law.conditions.base import Angle, Condition, Told, awards_of, holds, number, titled
from thidua.core.law.facts import NomineeFacts
from thidua.core.law.provisions import Line
from thidua.core.law.sentences import counted, say


class GapYears(Condition):
    """`award`, `n`: counting years after the latest such award."""

    def asks(self, line: Line, book: LawBook) -> Wording:
        return say("gap_years.asks", years=counted("year", number(line)), title=titled(book, awards_of(line)))

    def _passed(self, line: Line, angle: Angle) -> Column:
        hearing = angle.hearing
        passed = hearing.full(0)
        held = hearing.full(0)
        for row in hearing.received(awards_of(line), merit=angle.merit):
            here = (row > 0).view(np.uint8)
            passed = np.where(here > 0, np.uint8(0), passed + held).astype(np.uint8)
            held = held | here
        return passed

    def judge(self, line: Line, angle: Angle) -> Column:
        return holds(self._passed(line, angle) >= number(line))

    def explain(self, line: Line, angle: Angle, facts: NomineeFacts) -> Told:
        passed = int(self._passed(line, angle)[0])
        short = number(line) - passed
        return Told(
            say("gap_years.found", years=counted("year", passed)),
            Evidence(counted=passed, needed=number(line)),
            say("gap_years.lacks", years=counted("year", short)) if short > 0 else None,
        )
