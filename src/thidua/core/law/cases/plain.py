"""An outcome as plain values for JSON."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from typing import Any

from thidua.core.language import Wording
from thidua.core.law.appraisal import AlternativeFinding, Appraisal, Evidence, Finding
from thidua.core.law.book import LawBook
from thidua.core.law.cases.clauses import clause, closest
from thidua.core.law.cases.judging import Outcome
from thidua.core.law.citations import Citation

Plain = dict[str, Any]


def plain(outcome: Outcome, book: LawBook) -> Plain:
    """Return one case as JSON values; a case with faults has no verdict but its errors."""
    entry, found = outcome.entry, outcome.appraisal
    return {
        "name": entry.name,
        "award": found.award if found else entry.award or None,
        "verdict": found.verdict.code if found else None,
        "by": (found.by or None) if found else None,
        **(_appraisal(found, book) if found else _nothing_judged()),
        "difference": _difference(outcome),
        "errors": [{"path": fault.path, "message": _both(fault.message)} for fault in entry.faults],
    }


def _appraisal(found: Appraisal, book: LawBook) -> Plain:
    return {
        "law_text": found.text or None,
        "findings": _findings(found, book),
        "missing": _all(found.missing),
        "earliest": found.earliest,
        "nearest": found.nearest or None,
        "reasons": _all(found.reasons),
        "warnings": _all(found.warnings),
        "under_old_text": None if found.under_old_text is None else found.under_old_text.code,
        "alternatives": [_alternative(way, book) for way in found.alternatives],
        "settings": _value(found.choices),
        "law_version": found.law_version,
    }


def _nothing_judged() -> Plain:
    lists: Plain = {name: [] for name in ("findings", "missing", "reasons", "warnings", "alternatives")}
    nothing = dict.fromkeys(("law_text", "earliest", "nearest", "under_old_text", "settings", "law_version"))
    return {**nothing, **lists}


def _findings(found: Appraisal, book: LawBook) -> list[Plain]:
    """Return all findings in reading order, a group before what it holds; common rules last."""
    listed = [
        _finding(one, way.cites, book)
        for way in found.alternatives
        for top in way.findings
        for one in _flattened(top)
    ]
    return listed + [_finding(one, (), book) for top in found.rules for one in _flattened(top)]


def _flattened(finding: Finding) -> Iterator[Finding]:
    yield finding
    for inner in finding.findings:
        yield from _flattened(inner)


def _finding(finding: Finding, of: tuple[Citation, ...], book: LawBook) -> Plain:
    said: Plain = {
        "alternative": finding.alternative or "common_rules",
        "condition": finding.condition,
        "path": finding.path,
        "verdict": finding.verdict.code,
        "clause": clause(closest(finding.cites, of) or of, book),
        "text": _both(finding.text),
        "outcome": _both(finding.outcome),
        "evidence": _evidence(finding.evidence),
    }
    if finding.lacks is not None:
        said["lacks"] = _both(finding.lacks)
    if finding.line is not None:
        said["line"] = finding.line
    return said


def _evidence(evidence: Evidence) -> Plain:
    """Return what the evidence holds; what does not apply is left out."""
    return {name: _value(held) for name, held in vars(evidence).items() if held not in (None, ())}


def _alternative(way: AlternativeFinding, book: LawBook) -> Plain:
    return {
        "id": way.id,
        "verdict": way.verdict.code,
        "counts": way.counts,
        "certainty": str(way.certainty),
        "clause": clause(way.cites, book),
        "aside": _both(way.aside),
        "capped": _both(way.capped),
        "checked": way.checked or None,
    }


def _difference(outcome: Outcome) -> Plain | None:
    if not outcome.mismatches:
        return None
    return {
        one.field: {"expected": one.expected, "found": one.found, "message": _both(one.message)}
        for one in outcome.mismatches
    }


def _all(wordings: Iterable[Wording]) -> list[Plain | None]:
    return [_both(wording) for wording in wordings]


def _both(wording: Wording | None) -> Plain | None:
    return None if wording is None else {"vi": wording.vi, "en": wording.en}


def _value(held: object) -> Any:
    """Return a value that JSON can hold."""
    if isinstance(held, Wording):
        return _both(held)
    if isinstance(held, Mapping):
        return {str(name): _value(value) for name, value in held.items()}
    if isinstance(held, list | tuple):
        return [_value(value) for value in held]
    if isinstance(held, set | frozenset):
        return sorted(_value(value) for value in held)
    if isinstance(held, date):
        return held.isoformat()
    if isinstance(held, Enum):
        return _value(held.value)
    return held if held is None or isinstance(held, bool | int | float | str) else str(held)
