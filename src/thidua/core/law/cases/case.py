"""One case: a question, the facts of a nominee, and the answer that is expected."""

from dataclasses import dataclass, field

from thidua.core.law.appraisal import Verdict
from thidua.core.law.book import BoardChoices
from thidua.core.law.cases.faults import Fault
from thidua.core.law.facts import NomineeFacts, Question


@dataclass(frozen=True)
class Expectation:
    """What the writer of a case expects; None is not compared.

    `alternative`: `verdict` is that of this alternative alone, whatever the others say.
    """

    verdict: Verdict | None = None
    by: str | None = None
    alternative: str | None = None
    earliest: int | None = None


@dataclass(frozen=True)
class Case:
    """A case that can be judged. `choices`: the Board's, for this case alone."""

    name: str
    question: Question
    facts: NomineeFacts
    choices: BoardChoices = field(default_factory=BoardChoices)
    expect: Expectation = field(default_factory=Expectation)


@dataclass(frozen=True)
class Entry:
    """One element of a case file: a case, or the faults for which it is not judged."""

    name: str
    award: str  # as written; empty where none is
    case: Case | None
    faults: tuple[Fault, ...] = ()
