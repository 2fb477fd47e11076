"""A task-completion grade kept for consecutive counting years, or in the year considered."""

from collections.abc import Iterator

from thidua.core.language import Wording
from thidua.core.law.appraisal import Evidence
from thidua.core.law.book import LawBook
from thidua.core.law.columns import Column
from thidua.core.law.conditions.base import Angle, Condition, Told, holds, limits, number, span_years, word
from thidua.core.law.facts import NomineeFacts
from thidua.core.law.hearing import Rows, Span
from thidua.core.law.provisions import Line
from thidua.core.law.scales import grades
from thidua.core.law.sentences import counted, say, years_listed
from thidua.core.law.spans import ending_in_each_year, following_each_award, to_proposal


class GradeRun(Condition):
    """`grade`, `n`, `span`: to_proposal (also when left out), after_award_to_proposal, after_award, next_years."""

    def asks(self, line: Line, book: LawBook) -> Wording:
        grade, years = self.grade_words(line, book), counted("year", number(line))
        if number(line) == 1:
            return say("grade_run.asks.1", grade=grade)
        return say(f"grade_run.asks.{word(line, 'span') or 'plain'}", grade=grade, years=years)

    def grade_words(self, line: Line, book: LawBook) -> Wording:
        """Return «hoàn thành tốt nhiệm vụ trở lên»."""
        return graded_words(word(line, "grade"), book)

    def good(self, line: Line, angle: Angle) -> tuple[tuple[object, ...], Rows]:
        """Return the years that count, with the key under which they are shared."""
        grade = word(line, "grade")
        return (grade,), angle.hearing.graded(grade)

    def spans(self, line: Line, angle: Angle, bases: tuple[str, ...]) -> Iterator[Span]:
        """Return every run that can serve; `bases` are the awards that the alternative builds on."""
        hearing, span = angle.hearing, word(line, "span")
        key, good = self.good(line, angle)
        key = (*key, bases if span or angle.setting(line, "starts_after_award", False) else (), angle.merit)
        if span == "next_years":
            yield from following_each_award(hearing, key, good, hearing.received(bases, merit=angle.merit))
        elif span == "after_award":
            yield from ending_in_each_year(hearing, key, good, hearing.after(bases, merit=angle.merit))
        elif span == "after_award_to_proposal" or angle.setting(line, "starts_after_award", False):
            yield to_proposal(hearing, key, good, hearing.after(bases, merit=angle.merit))
        else:
            yield to_proposal(hearing, (*key, "all"), good, None)

    def _span(self, line: Line, angle: Angle) -> Span:
        if angle.run is line and angle.span is not None:
            return angle.span
        key, good = self.good(line, angle)
        return to_proposal(angle.hearing, (*key, "alone"), good, None)

    def judge(self, line: Line, angle: Angle) -> Column:
        if angle.place is not None:
            return holds(self.good(line, angle)[1][angle.place])
        return holds(self._span(line, angle).length >= number(line))

    def explain(self, line: Line, angle: Angle, facts: NomineeFacts) -> Told:
        hearing = angle.hearing
        if angle.place is not None:
            good = self.good(line, angle)[1][angle.place][0]
            years: tuple[int, ...] = (hearing.years[angle.place],) if good else ()
        else:
            years = span_years(self._span(line, angle), hearing)
        evidence = Evidence(years=years, counted=len(years), needed=number(line), span=limits(years))
        outcome = (
            say("grade_run.found", years=counted("year", len(years)), listed=years_listed(years))
            if years
            else say("grade_run.none")
        )
        short = number(line) - len(years)
        code = "grade_run.lacks.1" if number(line) == 1 else "grade_run.lacks"
        lacks = say(code, years=counted("year", short), grade=self.grade_words(line, angle.book))
        return Told(outcome, evidence, lacks if short > 0 else None)


def graded_words(grade: str, book: LawBook) -> Wording:
    """Return the words for «this grade or better»."""
    word = book.word("grades", grade)
    name = Wording(word.vi, f"“{word.en}”")
    return name if grade == grades()[-1] else say("grade_run.or_better", grade=name)
