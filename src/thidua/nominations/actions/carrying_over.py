"""Earlier decisions on findings go over to a new check only where nothing changed under them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from thidua.nominations.enums import FindingRuling
from thidua.nominations.models import FindingDecision, StoredAppraisal
from thidua.nominations.stored_findings import StoredFinding, leaves

# Among the facts of an appraisal, what an officer's own judgement rests on.
_READ: Final = ("written", "papers")


def carry_over(made: Sequence[StoredAppraisal]) -> int:
    """Copy to each new appraisal the decisions of the one before it that still hold, and return how many; four queries.

    A decision holds where the engine says the same of its finding on the same evidence; one that overrules the
    engine, or settles what it left open, also needs the same report and papers. Who decided, when and why is kept.
    """
    before = {
        (one.nomination_id, one.ordinal + 1): one
        for one in StoredAppraisal.objects.filter(
            nomination__in=[one.nomination_id for one in made]
        ).prefetch_related("decisions")
    }
    copies = [
        FindingDecision(
            appraisal=new,
            finding=old.finding,
            ruling=old.ruling,
            holds=old.holds,
            reason=old.reason,
            by_id=old.by_id,
            at=old.at,
        )
        for new in made
        if (former := before.get((new.nomination_id, new.ordinal)))
        for old in _standing(former, new)
    ]
    FindingDecision.objects.bulk_create(copies)
    return len(copies)


def _standing(former: StoredAppraisal, new: StoredAppraisal) -> list[FindingDecision]:
    was, now = _by_key(former.result), _by_key(new.result)
    is_same_reading = all(former.facts.get(name) == new.facts.get(name) for name in _READ)
    return [
        one
        for one in former.decisions.all()
        if one.finding in now
        and was.get(one.finding) == now[one.finding]
        and (is_same_reading or one.ruling == FindingRuling.CONFIRMED)
    ]


def _by_key(result: Mapping[str, Any]) -> dict[str, StoredFinding]:
    return {one.key: one for one in leaves(result)}
