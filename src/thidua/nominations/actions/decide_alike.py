"""Carry a decision about a finding over to the other nominees of the dossier."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from thidua.accounts.models import User
from thidua.nominations.actions.decide_finding import decide_finding
from thidua.nominations.models import FindingDecision
from thidua.nominations.queries.standing import standing_appraisals
from thidua.nominations.stored_findings import leaves


def decide_alike(*, decision: FindingDecision, by: User | None, at: datetime | None = None) -> int:
    """Decide the same, with the same reason, for the other nominees of whom the engine said the same; return how many.

    What somebody decided about another nominee stays as it is. Raises Refused, NotAllowed.
    """
    judged = decision.appraisal
    verdict = {one.key: one.verdict for one in leaves(judged.result)}[decision.finding]
    count = 0
    with transaction.atomic():
        for other in standing_appraisals(judged.nomination.dossier):
            found = {one.key: one.verdict for one in leaves(other.result)}
            decided = {one.finding for one in other.decisions.all()}
            if other.pk == judged.pk or decision.finding in decided or found.get(decision.finding) != verdict:
                continue
            decide_finding(
                appraisal=other,
                finding=decision.finding,
                holds=decision.holds,
                reason=decision.reason,
                by=by,
                at=at,
            )
            count += 1
    return count
