"""The findings of a stored check beside the officer's decisions, each with its form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict

from thidua.core.law.cases.clauses import written_out
from thidua.core.law.citations import Citation
from thidua.lawbook.queries import current_book
from thidua.lawbook.spoken import language
from thidua.nominations.models import FindingDecision, StoredAppraisal
from thidua.nominations.queries import is_carried_over
from thidua.nominations.stored_findings import StoredFinding, leaves
from thidua.web.shell.tags import Tag
from thidua.web.workspace.appraisal.forms.finding import FindingForm
from thidua.web.workspace.appraisal.words import condition_tag, spoken


@dataclass(frozen=True)
class ShownFinding:
    """One condition: the engine's answer, the law's words, and the officer's decision with its form."""

    key: str
    tag: Tag
    text: str
    outcome: str
    lacks: str
    clause: str
    decision: FindingDecision | None
    is_carried_over: bool
    before: FindingDecision | None  # made on an earlier check, and not carried over
    form: FindingForm
    is_settled: bool

    @property
    def is_undisputed(self) -> bool:
        """Whether the engine settled it and nobody has decided about it yet."""
        return self.is_settled and self.decision is None


@dataclass(frozen=True)
class FindingGroup:
    """The conditions of one way to the award; `leading`: the one that carried it or lacks least, or common rules."""

    number: int  # 0: the rules for every award
    leading: bool
    findings: tuple[ShownFinding, ...]


def groups_of(
    stored: StoredAppraisal, anew: Mapping[str, FindingDecision], data: QueryDict | None
) -> list[FindingGroup]:
    """Return the findings by way, the leading way first.

    `stored`: with its decisions. `anew`: by finding, earlier decisions to be made again. `data`: what was sent.
    """
    decided = {one.finding: one for one in stored.decisions.all()}
    nearest = stored.result["by"] or stored.result["nearest"]
    found = list({one.key: one for one in leaves(stored.result)}.values())
    ways = list(dict.fromkeys(one.alternative for one in found))
    groups = [
        FindingGroup(
            number=ways.index(way) + 1 if way else 0,
            leading=not way or way == nearest,
            findings=tuple(
                _shown(one, stored, decided.get(one.key), anew.get(one.key), data)
                for one in found
                if one.alternative == way
            ),
        )
        for way in ways
    ]
    return sorted(groups, key=lambda group: not group.leading)


def _shown(
    found: StoredFinding,
    stored: StoredAppraisal,
    decision: FindingDecision | None,
    before: FindingDecision | None,
    data: QueryDict | None,
) -> ShownFinding:
    cites = [Citation(**cited) for cited in found.cites]
    return ShownFinding(
        key=found.key,
        tag=condition_tag(found.verdict),
        text=spoken(found.text),
        outcome=spoken(found.outcome),
        lacks=spoken(found.lacks),
        clause=written_out(cites, current_book(), language()),
        decision=decision,
        is_carried_over=decision is not None and is_carried_over(decision, stored),
        before=before,
        form=FindingForm.of(found.key, decision, data),
        is_settled=found.is_settled,
    )
