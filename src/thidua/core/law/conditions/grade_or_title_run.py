"""Consecutive counting years, each either graded so or holding one of some titles."""

from collections.abc import Iterator

import numpy as np

from thidua.core.language import Wording
from thidua.core.law.book import LawBook
from thidua.core.law.conditions.base import Angle, awards_of, titled
from thidua.core.law.conditions.grade_run import GradeRun
from thidua.core.law.hearing import Rows, Span
from thidua.core.law.provisions import Line
from thidua.core.law.sentences import say

MIXED_YEARS = "mixed_grade_title_years"


class GradeOrTitleRun(GradeRun):
    """As grade_run with `titles`. Where the Board does not let the two mix, one of them carries every year."""

    def grade_words(self, line: Line, book: LawBook) -> Wording:
        return say(
            "grade_run.or_title",
            grade=super().grade_words(line, book),
            titles=titled(book, awards_of(line)),
        )

    def spans(self, line: Line, angle: Angle, bases: tuple[str, ...]) -> Iterator[Span]:
        if angle.settings.get(MIXED_YEARS, True) is not False:
            yield from super().spans(line, angle, bases)
            return
        for alone in ("grade", "title"):
            yield from super().spans(
                line, angle.turned(settings={**angle.settings, MIXED_YEARS: alone}), bases
            )

    def good(self, line: Line, angle: Angle) -> tuple[tuple[object, ...], Rows]:
        hearing, titles = angle.hearing, awards_of(line)
        key, graded = super().good(line, angle)
        mixed = angle.settings.get(MIXED_YEARS, True)
        if mixed == "grade":
            return key, graded
        held = [(row > 0).view(np.uint8) for row in hearing.counting(titles, merit=angle.merit)]
        if mixed == "title":
            return ("held", titles, angle.merit), held
        key = (*key, titles, angle.merit)
        return key, hearing.once(("good", *key), lambda: [a | b for a, b in zip(graded, held, strict=True)])
