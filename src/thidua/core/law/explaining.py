"""Findings for the only nominee of the columns, read from the same arrays that gave the verdict."""

from dataclasses import replace

from thidua.core.language import Wording
from thidua.core.law.appraisal import AlternativeFinding, Evidence, Finding, Verdict
from thidua.core.law.clauses import clause
from thidua.core.law.columns import Column
from thidua.core.law.conditions import GROUPS, KINDS, REF, Angle, asks
from thidua.core.law.facts import NomineeFacts
from thidua.core.law.judging import Judged, common_lines, judge_alternative, judge_line, referred
from thidua.core.law.numbering import line_number
from thidua.core.law.provisions import Line
from thidua.core.law.selection import Considered, doubt
from thidua.core.law.sentences import listed, say

GROUP_OUTCOMES = {
    Verdict.MET: "group.holds",
    Verdict.NEEDS_HUMAN: "group.open",
    Verdict.NOT_MET: "group.fails",
}


def alternative_finding(
    one: Considered, judged: Judged, verdict: Column, facts: NomineeFacts
) -> AlternativeFinding:
    """Return an alternative with every condition judged, evidence and all."""
    alternative = one.alternative
    angle = best_angle(judged)
    book = angle.book
    check = book.check_of(f"alternative/{alternative.id}")
    return AlternativeFinding(
        id=alternative.id,
        verdict=Verdict(int(verdict[0])),
        counts=one.counts,
        certainty=alternative.certainty,
        cites=alternative.cites,
        findings=_disputed(findings(angle, facts), judged),
        aside=one.aside,
        capped=one.capped,
        checked=f"{check.by}, {check.on:%d/%m/%Y}" if check else "",
    )


def best_angle(judged: Judged) -> Angle:
    """Return the angle that speaks best for the nominee; of equal ones that with the longest run."""

    def worth(looked: tuple[Angle, Column]) -> tuple[int, int, int]:
        angle, verdict = looked
        holding = sum(int(judge_line(line, angle)[0]) == 2 for line in angle.alternative.lines.lines)
        return int(verdict[0]), holding, int(angle.span.length[0]) if angle.span else 0

    return max(judged.angles, key=worth)[0]


def findings(angle: Angle, facts: NomineeFacts) -> tuple[Finding, ...]:
    """Return the findings of an alternative: its lines, its exclusions, the common lines over it."""
    alternative = angle.alternative
    found = [_finding(line, str(place), angle, facts) for place, line in enumerate(_top(angle), start=1)]
    for place, line in enumerate(alternative.exclusions, start=1):
        found.append(_finding(line, f"x{place}", angle, facts))
    for line in common_lines(angle.hearing, alternative):
        found.append(_finding(line, line.common, angle, facts))
    return tuple(found)


def _top(angle: Angle) -> tuple[Line, ...]:
    lines = angle.alternative.lines
    return lines.lines if lines.kind == "all_of" else (lines,)


def _finding(line: Line, path: str, angle: Angle, facts: NomineeFacts) -> Finding:
    verdict = Verdict(int(judge_line(line, angle)[0]))
    cites = line.cites or angle.alternative.cites
    if line.kind in GROUPS:
        inner = tuple(
            _finding(one, f"{path}.{place}", angle, facts) for place, one in enumerate(line.lines, start=1)
        )
        lacks = None if verdict is Verdict.MET else _lacking(line, inner)
        return Finding(
            angle.alternative.id, line.kind, path, verdict, cites, asks(line, angle.book),
            say(GROUP_OUTCOMES[verdict]), Evidence(), lacks, findings=inner,
        )  # fmt: skip
    if line.kind == REF:
        return _referred(line, path, angle, facts, verdict)
    told = KINDS[line.kind].explain(line, angle, facts)
    return Finding(
        angle.alternative.id, line.kind, path, verdict, cites, asks(line, angle.book),
        told.outcome, told.evidence, told.lacks, line_number(angle.alternative, line),
    )  # fmt: skip


def _referred(line: Line, path: str, angle: Angle, facts: NomineeFacts, verdict: Verdict) -> Finding:
    target = referred(line, angle)
    if target is None:
        return Finding(
            angle.alternative.id, REF, path, verdict, angle.alternative.cites, asks(line, angle.book),
            say("ref.other_type"), Evidence(),
        )  # fmt: skip
    judged = judge_alternative(angle.hearing, target, (*angle.referrers, angle.alternative))
    seen = best_angle(judged)
    inner = tuple(
        _under(angle.alternative.id, _finding(one, f"{path}.{place}", seen, facts))
        for place, one in enumerate(_top(seen), start=1)
    )
    outcome, lacks = say(GROUP_OUTCOMES[verdict]), _lacking(target.lines, inner)
    if verdict is Verdict.NEEDS_HUMAN and lacks is None:
        outcome = lacks = doubt(angle.book, target) or outcome
    return Finding(
        angle.alternative.id, REF, path, verdict, target.cites,
        say("ref.asks", asked=clause(target.cites, angle.book)),
        outcome, Evidence(), lacks, findings=inner,
    )  # fmt: skip


def _under(alternative: str, finding: Finding) -> Finding:
    """A finding as one of the alternative that refers to its own; the number of its line is not one there."""
    inner = tuple(_under(alternative, one) for one in finding.findings)
    return replace(finding, alternative=alternative, line=None, findings=inner)


def _lacking(group: Line, inner: tuple[Finding, ...]) -> Wording | None:
    """What a group lacks: all that its lines lack, or one of the ways to fill it."""
    lacks = [finding.lacks for finding in inner if finding.lacks is not None]
    return listed(lacks, "and" if group.kind == "all_of" else "or") if lacks else None


def _disputed(found: tuple[Finding, ...], judged: Judged) -> tuple[Finding, ...]:
    """Name the reading that the Board left open on the lines whose result depends on it."""
    if not judged.disputed:
        return found
    return tuple(_mark(finding, judged) for finding in found)


def _mark(finding: Finding, judged: Judged) -> Finding:
    verdicts = set()
    for angle, _ in judged.angles:
        lines = {str(place): line for place, line in enumerate(_top(angle), start=1)}
        if finding.path in lines:
            verdicts.add(int(judge_line(lines[finding.path], angle)[0]))
    if len(verdicts) < 2:
        return finding
    book = judged.angles[0][0].book
    names = listed([book.readings[reading].name for reading in judged.disputed])
    outcome = say("grade_run.setting", setting=names)
    return replace(
        finding,
        verdict=Verdict.NEEDS_HUMAN,
        outcome=Wording(f"{finding.outcome.vi}; {outcome.vi}", f"{finding.outcome.en}; {outcome.en}"),
        evidence=replace(finding.evidence, settings=judged.disputed),
        lacks=outcome,
    )
