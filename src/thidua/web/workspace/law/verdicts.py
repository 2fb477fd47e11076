"""A reasoned answer of the engine, ready to be drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from thidua.core.language import Wording
from thidua.core.law.appraisal import AlternativeFinding, Appraisal, Finding, Verdict
from thidua.core.law.book import LawBook
from thidua.core.law.cases.clauses import closest, written_out
from thidua.core.law.cases.judging import Outcome
from thidua.core.law.citations import Citation
from thidua.lawbook.spoken import language
from thidua.web.shell.tags import Tag
from thidua.web.workspace.law.words import VERDICTS


@dataclass(frozen=True)
class ShownFinding:
    """One condition judged: what is asked, what was found, what it lacks, and where the law says so."""

    verdict: Tag
    text: Wording
    outcome: Wording
    lacks: Wording | None
    clause: str
    findings: tuple[ShownFinding, ...]


@dataclass(frozen=True)
class ShownWay:
    """One alternative judged."""

    id: str
    clause: str
    verdict: Tag
    counts: bool
    is_nearest: bool
    aside: Wording | None
    capped: Wording | None
    checked: str
    findings: tuple[ShownFinding, ...]


@dataclass(frozen=True)
class ShownVerdict:
    """The whole answer: the way that carried it or came nearest is `first`, the others follow."""

    award: str
    name: Wording
    verdict: Tag
    by: str  # the clause that carried it
    text: Wording | None
    reasons: tuple[Wording, ...]
    rules: tuple[Wording, ...]
    warnings: tuple[Wording, ...]
    missing: tuple[Wording, ...]
    earliest: int | None
    first: ShownWay | None
    others: tuple[ShownWay, ...]
    aside: tuple[ShownWay, ...]
    version: str


@dataclass(frozen=True)
class ShownCase:
    """One case of a file: its verdict, or the faults for which it was not judged."""

    name: str
    verdict: ShownVerdict | None
    faults: tuple[tuple[str, Wording], ...]
    mismatches: tuple[Wording, ...]


def shown_case(book: LawBook, outcome: Outcome) -> ShownCase:
    """Return one case of a file."""
    case, found = outcome.entry.case, outcome.appraisal
    return ShownCase(
        name=outcome.entry.name,
        verdict=_shown(book, found, book.awards[found.award].name_on(case.question.law_day))
        if case is not None and found is not None
        else None,
        faults=tuple((fault.path, fault.message) for fault in outcome.entry.faults),
        mismatches=tuple(one.message for one in outcome.mismatches),
    )


def _shown(book: LawBook, found: Appraisal, name: Wording) -> ShownVerdict:
    ways = [_way(book, way, found) for way in found.alternatives]
    leading = found.by or found.nearest
    first = next((way for way in ways if way.id == leading), None)
    others = [way for way in ways if way is not first]
    text = book.texts.get(found.text)
    met = found.verdict is Verdict.MET
    return ShownVerdict(
        award=found.award,
        name=name,
        verdict=_tag(found.verdict),
        by=first.clause if first and found.by else "",
        text=text.short if text else None,
        reasons=() if met else found.reasons,
        rules=tuple(rule.outcome for rule in found.rules if rule.verdict is not Verdict.MET),
        warnings=tuple(dict.fromkeys(found.warnings)),
        missing=() if met else found.missing,
        earliest=found.earliest if found.verdict is Verdict.NOT_MET else None,
        first=first,
        others=tuple(way for way in others if way.counts),
        aside=tuple(way for way in others if not way.counts),
        version=found.law_version,
    )


def _way(book: LawBook, way: AlternativeFinding, found: Appraisal) -> ShownWay:
    return ShownWay(
        id=way.id,
        clause=written_out(way.cites, book, language()),
        verdict=_tag(way.verdict),
        counts=way.counts,
        is_nearest=way.id == found.nearest and found.verdict is not Verdict.MET,
        aside=way.aside,
        capped=way.capped if way.verdict is not Verdict.NOT_MET else None,
        checked=way.checked,
        findings=tuple(_finding(book, finding, way.cites) for finding in way.findings),
    )


def _finding(book: LawBook, finding: Finding, around: Iterable[Citation]) -> ShownFinding:
    around = tuple(around)
    cites = tuple(closest(finding.cites, around))
    return ShownFinding(
        verdict=_tag(finding.verdict),
        text=finding.text,
        outcome=finding.outcome,
        lacks=_more_than_said(finding),
        clause=written_out(cites, book, language()) if cites != around else "",
        findings=tuple(_finding(book, inner, around) for inner in finding.findings),
    )


def _more_than_said(finding: Finding) -> Wording | None:
    """Return what is lacking, unless the line above says as much: by the outcome, or by what is asked itself."""
    lacks = finding.lacks
    if lacks is None or lacks == finding.outcome or finding.text.vi.lower() in lacks.vi.lower():
        return None
    return lacks


def _tag(verdict: Verdict) -> Tag:
    words, tone = VERDICTS[verdict]
    return Tag(str(words), tone)
