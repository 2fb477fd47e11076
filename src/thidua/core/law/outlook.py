"""What is missing: the nearest alternative, its missing conditions, and the earliest year it could be met."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import MAXYEAR, date

from thidua.core.language import Wording
from thidua.core.law.appraisal import AlternativeFinding, Finding, Verdict
from thidua.core.law.book import LawBook
from thidua.core.law.conditions import REF
from thidua.core.law.conditions.base import awards_of
from thidua.core.law.facts import AwardHeld, Initiative, Members, NomineeFacts, Question
from thidua.core.law.gathering import columns_of
from thidua.core.law.hearing import Hearing
from thidua.core.law.judging import judge_alternative
from thidua.core.law.numbering import answerable, leaves
from thidua.core.law.provisions import Alternative, Line
from thidua.core.law.scales import grade_number

SOON = 5
YEARS_AHEAD = 35  # the longest wait any condition asks for is thirty years of a unit's existence


def nearest(found: tuple[AlternativeFinding, ...]) -> AlternativeFinding | None:
    """Return the deciding alternative that lacks least: open lines weigh less than failed ones."""
    deciding = [one for one in found if one.counts]
    return min(deciding, key=_distance, default=None)


def _distance(one: AlternativeFinding) -> tuple[int, float, float, int, int]:
    """Years and titles that lack come together as time goes on, so the longest wait counts, then their sum."""
    needed = [leaf for finding in one.findings for leaf in _needed(finding)]
    failed = [leaf for leaf in needed if leaf.verdict is Verdict.NOT_MET]
    waits = [wait for leaf in failed if (wait := _shortfall(leaf)) is not None]
    absent = len(failed) - len(waits)  # a feat or award that is not there: no waiting brings it
    return (
        -int(one.verdict),
        2.0 * absent + max(waits, default=0.0),
        sum(waits),
        sum(leaf.verdict is Verdict.NEEDS_HUMAN for leaf in needed),
        -sum(bool(leaf.evidence.counted or leaf.evidence.items) for leaf in needed),
    )


def _shortfall(leaf: Finding) -> float | None:
    """Years and times that lack, as a share of what is asked; None where nothing is counted."""
    asked, found = leaf.evidence.needed, leaf.evidence.counted
    return None if not asked or found is None else max(0, asked - found) / asked


def _needed(finding: Finding) -> Iterator[Finding]:
    """The conditions that still have to hold: of «any of» only the way that lacks least."""
    if finding.verdict is not Verdict.MET and all(one.verdict is Verdict.MET for one in finding.findings):
        yield finding  # a condition, or a standard referred to that nobody has checked
    elif not finding.findings:
        yield finding
    elif finding.condition == "any_of":
        ways = [list(_needed(inner)) for inner in finding.findings]
        yield from min(
            ways,
            key=lambda way: (
                sum(leaf.verdict is Verdict.NOT_MET for leaf in way),
                sum(leaf.verdict is not Verdict.MET for leaf in way),
            ),
        )
    else:
        for inner in finding.findings:
            yield from _needed(inner)


def missing(one: AlternativeFinding) -> tuple[Wording, ...]:
    """Return what still lacks, in words, failed conditions before those a person has to answer."""
    lacking = [
        leaf
        for finding in one.findings
        for leaf in _needed(finding)
        if leaf.verdict is not Verdict.MET and leaf.lacks is not None
    ]
    lacking.sort(key=lambda leaf: leaf.verdict)
    return tuple(dict.fromkeys(leaf.lacks for leaf in lacking if leaf.lacks is not None))


def earliest(book: LawBook, question: Question, facts: NomineeFacts, alternative: Alternative) -> int | None:
    """Return the first counting year in which the alternative could be met if things go on.

    «Going on»: each further year brings the grade, titles and initiatives that the alternative counts, people
    answer its open lines with yes and certify, the members stay as asked. A line answered with no stays so for
    the year considered. What it builds on and cannot come by going on (an award to be held first, a feat, a
    discipline that runs) is not assumed: then None.
    """
    lines = _lines(book, alternative)

    def met(then: tuple[int, NomineeFacts]) -> bool:
        return _met(book, question, alternative, lines, *then)

    if met((question.law_day.year, facts)):
        return question.law_day.year
    if alternative.lines.kind == "any_of" and not _counts_years(lines):
        return None
    awaited = facts
    gone_on = [(year, awaited := _year_gone_on(awaited, year, lines)) for year in _years(question, facts)]
    if any(line.kind == "round_anniversary" or "interval" in line.fields for line in lines):
        # Met in some years only: the round ones, those in which a whole cycle ends.
        return next((then[0] for then in gone_on if met(then)), None)
    # What goes on only adds up: once met it stays so. Most waits are short, and short ones are judged faster.
    end = len(gone_on) - 1
    for last in (min(SOON, end), end):
        if gone_on and met(gone_on[last]):
            return gone_on[bisect_left(gone_on, True, hi=last, key=met)][0]
    return None


def _lines(book: LawBook, alternative: Alternative) -> list[Line]:
    """The conditions of an alternative, and of those that it refers to."""
    others = {one.id: one for one in book.awards[alternative.award].alternatives}
    found: list[Line] = []
    for line in leaves(alternative.lines):
        found.append(line)
        if line.kind == REF and (target := others.get(str(line.fields["ref"]))) is not None:
            found += _lines(book, target)
    return found


def _met(
    book: LawBook,
    question: Question,
    alternative: Alternative,
    lines: list[Line],
    year: int,
    facts: NomineeFacts,
) -> bool:
    asked = question
    if year > question.law_day.year:
        asked = replace(question, on=date(year, 12, 31), received=None, proposed=None)
    answers = _answered(facts, alternative, refused=year == question.law_day.year)
    seen = replace(facts, judged={alternative.id: answers}, confirmations=_certified(lines, facts))
    hearing = Hearing(book, columns_of([seen], asked), asked)
    return int(judge_alternative(hearing, alternative).verdict[0]) == Verdict.MET


def _answered(facts: NomineeFacts, alternative: Alternative, *, refused: bool) -> bool | Mapping[int, bool]:
    """Yes to every line; what a person refused is asked again only in a later year."""
    given = facts.judged.get(alternative.id, True) if refused else True
    if isinstance(given, bool):
        return given
    numbers = range(1, len(answerable(alternative, ())) + 2)  # its own lines, and that of conduct
    return {number: given.get(number, True) for number in numbers}


def _counts_years(lines: list[Line]) -> bool:
    return any(line.kind in {"grade_run", "grade_or_title_run", "title_run", "unit_age"} for line in lines)


def _years(question: Question, facts: NomineeFacts) -> range:
    """From the year after the last one considered."""
    year = question.law_day.year
    first = (
        year + 1
        if year in facts.grades or any(held.year == year and held.status == "active" for held in facts.awards)
        else year
    )
    return range(first, min(year + YEARS_AHEAD, MAXYEAR) + 1)


def _year_gone_on(facts: NomineeFacts, year: int, lines: list[Line]) -> NomineeFacts:
    grades, awards = dict(facts.grades), list(facts.awards)
    initiatives = list(facts.initiatives)
    built_on = {code for line in lines if line.kind == "award_held" for code in awards_of(line)}
    asked = [str(line.fields["grade"]) for line in lines if line.kind in _GRADED]
    if asked:
        grades[year] = max(asked, key=grade_number)
    for line in lines:
        if line.kind in {"title_run", "title_count"}:
            for code in awards_of(line)[:1]:
                held_before = any(held.award == code and held.status == "active" for held in awards)
                if code not in built_on or held_before:
                    awards.append(AwardHeld(code, year))
        if line.kind == "initiative_count":
            initiatives.append(Initiative(year, str(line.fields["scope"])))
    return replace(
        facts,
        grades=grades,
        awards=tuple(awards),
        initiatives=tuple(initiatives),
        members=_as_asked(facts.members, lines),
        months_worked=None,  # what is recorded of the counting year says nothing of a later one
        maternity_months=0,
    )


_GRADED = frozenset({"grade_run", "grade_count", "grade_or_title_run"})


def _as_asked(members: Members | None, lines: list[Line]) -> Members | None:
    """The members of a coming year: all titles and grades that the lines ask for, nobody disciplined."""
    if members is None:
        return None
    titles = {
        code: members.count
        for line in lines
        if line.kind in {"member_share", "member_exists"}
        for code in awards_of(line)
    }
    grades = {str(line.fields["grade"]): members.count for line in lines if line.kind == "members_all"}
    return Members(members.count, {**members.shares, **titles}, grades or members.grades, {})


def _certified(lines: list[Line], facts: NomineeFacts) -> frozenset[str]:
    return facts.confirmations | {
        str(line.fields["authority"]) for line in lines if line.kind == "recognised_by"
    }
