"""The readiness of a dossier: the one list that the unit and the officer both work from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from thidua.accounts.models import User
from thidua.core.law.appraisal import Appraisal
from thidua.core.workflow.clock import Reading
from thidua.nominations.clock_rows import clock_of
from thidua.nominations.enums import ALIVE
from thidua.nominations.judging import judge
from thidua.nominations.models import Dossier, Nomination, ReturnedFault
from thidua.nominations.queries.missing import Lack, missing_parts, open_faults


@dataclass(frozen=True)
class NomineeFindings:
    """What the law engine says of one nominee now."""

    nomination: Nomination
    appraisal: Appraisal


@dataclass(frozen=True)
class Readiness:
    """What is missing, what the law says of each nominee, which faults are open, who holds the dossier until when."""

    lacks: tuple[Lack, ...]
    findings: tuple[NomineeFindings, ...]
    open_faults: tuple[ReturnedFault, ...]
    holder: User | None
    due_on: date | None
    clock: Reading | None

    @property
    def can_be_sent(self) -> bool:
        """Whether nothing that blocks is missing; what the law says never blocks, it is told."""
        return not any(lack.blocks for lack in self.lacks)


def readiness(dossier: Dossier, today: date, *, restricted: bool = False) -> Readiness:
    """Return the list for `dossier` on a day; a fixed number of queries whatever the nominees.

    `restricted`: with discipline and pending matters, for those who appraise.
    """
    nominees = list(
        dossier.nominations.filter(outcome__in=ALIVE).select_related("person", "unit", "household")
    )
    judged = judge(dossier, nominees, today, restricted=restricted)
    return Readiness(
        lacks=missing_parts(dossier),
        findings=tuple(NomineeFindings(one.nomination, one.appraisal) for one in judged),
        open_faults=tuple(open_faults(dossier)),
        holder=dossier.holder,
        due_on=dossier.due_on,
        clock=clock_of(dossier, today),
    )
