"""The reasoned answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from thidua.core.language import Wording
from thidua.core.law.citations import Citation
from thidua.core.law.provisions import Certainty


class Verdict(IntEnum):
    """Ordered, so that «all of» is the least and «any of» the greatest."""

    NOT_MET = 0
    NEEDS_HUMAN = 1
    MET = 2

    @property
    def code(self) -> str:
        """met | not_met | needs_human."""
        return self.name.lower()


@dataclass(frozen=True)
class Evidence:
    """What a finding rests on. Only what applies is filled."""

    years: tuple[int, ...] = ()
    items: tuple[Mapping[str, object], ...] = ()  # awards, initiatives, feats: as recorded
    counted: int | None = None
    needed: int | None = None
    span: tuple[int, int] | None = None  # first and last counting year looked at
    settings: tuple[str, ...] = ()  # readings left open by the Board that change this result


@dataclass(frozen=True)
class Finding:
    """One condition judged, or a group («all_of», «any_of») with what it holds."""

    alternative: str
    condition: str
    path: str  # place in the alternative: «2», «4.1»; an exclusion «x1»; a common rule its id
    verdict: Verdict
    cites: tuple[Citation, ...]
    text: Wording  # what the law asks, as a sentence
    outcome: Wording  # what was found, as a sentence
    evidence: Evidence
    lacks: Wording | None = None  # what is missing, when it does not hold
    line: int | None = None  # number under which a person answers it in `judged`
    findings: tuple["Finding", ...] = ()

    def leaves(self) -> tuple["Finding", ...]:
        """Return this finding, or the conditions inside it when it is a group."""
        if not self.findings:
            return (self,)
        return tuple(leaf for inner in self.findings for leaf in inner.leaves())


@dataclass(frozen=True)
class AlternativeFinding:
    """One alternative judged: what it asks and what became of it.

    `counts` False: shown, but does not decide (disabled, or of another type of commendation): see `aside`.
    """

    id: str
    verdict: Verdict
    counts: bool
    certainty: Certainty
    cites: tuple[Citation, ...]
    findings: tuple[Finding, ...]
    aside: Wording | None = None
    capped: Wording | None = None  # why it is at best needs_human
    checked: str = ""  # who checked it against the official text, and when


@dataclass(frozen=True)
class Appraisal:
    """The whole answer for one nominee and one award."""

    award: str
    verdict: Verdict
    by: str  # id of the alternative that carried it; empty when none did
    alternatives: tuple[AlternativeFinding, ...]
    rules: tuple[Finding, ...]  # common rules that applied: suspension, discipline, warnings
    reasons: tuple[Wording, ...]  # why the verdict is what it is, beyond the alternatives
    warnings: tuple[Wording, ...]
    text: str  # code of the text in force on the law day
    under_old_text: Verdict | None = None  # what the text still loaded says, when the verdict is capped
    nearest: str = ""  # the alternative that lacks least
    missing: tuple[Wording, ...] = ()
    earliest: int | None = None  # first counting year in which it could be met if things go on
    law_version: str = ""
    choices: Mapping[str, object] = field(default_factory=dict)  # the Board's settings it was judged under
