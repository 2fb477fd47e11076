"""What officers decided on earlier checks of a nominee, and what of that stands now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from thidua.nominations.models import FindingDecision, StoredAppraisal
from thidua.nominations.stored_findings import leaves


@dataclass(frozen=True)
class EarlierDecisions:
    """Of one nominee: how many decisions were carried over, and by finding those to be made anew."""

    carried: int = 0
    anew: dict[str, FindingDecision] = field(default_factory=dict)


def earlier_decisions(standing: Sequence[StoredAppraisal]) -> dict[int, EarlierDecisions]:
    """Return by nomination what became of decisions on checks before the standing ones; one query.

    `standing`: with their decisions. A decision older than the check it belongs to was carried over to it.
    """
    ordinals = {one.nomination_id: one.ordinal for one in standing}
    former: dict[int, dict[str, FindingDecision]] = defaultdict(dict)
    rows = FindingDecision.objects.filter(appraisal__nomination__in=ordinals)
    rows = rows.defer("appraisal__asked", "appraisal__facts", "appraisal__result")
    for row in rows.select_related("by", "appraisal").order_by("appraisal__ordinal"):
        if row.appraisal.ordinal < ordinals[row.appraisal.nomination_id]:
            former[row.appraisal.nomination_id][row.finding] = row
    found = {}
    for one in standing:
        decided = {row.finding: row for row in one.decisions.all()}
        open_now = {leaf.key for leaf in leaves(one.result)} - decided.keys()
        found[one.nomination_id] = EarlierDecisions(
            carried=sum(is_carried_over(row, one) for row in decided.values()),
            anew={key: row for key, row in former[one.nomination_id].items() if key in open_now},
        )
    return found


def is_carried_over(decision: FindingDecision, stored: StoredAppraisal) -> bool:
    """Tell whether a decision of `stored` was made on an earlier check."""
    return decision.at < stored.at
