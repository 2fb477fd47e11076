"""What was expected of a case beside what was found."""

from dataclasses import dataclass

from thidua.core.language import Wording
from thidua.core.law.appraisal import Appraisal
from thidua.core.law.cases.case import Expectation
from thidua.core.law.cases.sentences import sentence


@dataclass(frozen=True)
class Mismatch:
    """One expected field that came out otherwise; None: nothing was found."""

    field: str  # verdict | by | alternative | earliest
    expected: object
    found: object
    message: Wording


def differences(expected: Expectation, found: Appraisal) -> tuple[Mismatch, ...]:
    """Return what differs. With `alternative`, the verdict compared is that of this alternative alone."""
    mismatches = []
    verdict = found.verdict
    if expected.alternative is not None:
        alone = next((way for way in found.alternatives if way.id == expected.alternative), None)
        if alone is None:
            not_judged = sentence("alternative_not_judged", expected=expected.alternative)
            return (Mismatch("alternative", expected.alternative, None, not_judged),)
        verdict = alone.verdict
    if expected.verdict not in {None, verdict}:
        assert expected.verdict is not None
        told = sentence(
            "other_verdict" if expected.alternative is None else "other_verdict_of",
            alternative=expected.alternative,
            expected=sentence(expected.verdict.code),
            found=sentence(verdict.code),
        )
        mismatches.append(Mismatch("verdict", expected.verdict.code, verdict.code, told))
    if expected.by not in {None, found.by}:
        told = sentence("other_by", expected=expected.by, found=found.by or "–")
        mismatches.append(Mismatch("by", expected.by, found.by or None, told))
    if expected.earliest not in {None, found.earliest}:
        told = sentence("other_earliest", expected=expected.earliest, found=found.earliest or "–")
        mismatches.append(Mismatch("earliest", expected.earliest, found.earliest, told))
    return tuple(mismatches)
