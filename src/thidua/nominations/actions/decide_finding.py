"""Confirm or overrule one finding of the engine."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.vietnamese.hygiene import clean_text
from thidua.core.workflow.dossier import RECEIVED
from thidua.nominations import access
from thidua.nominations.actions.moving import lock, moment
from thidua.nominations.enums import FindingRuling
from thidua.nominations.models import FindingDecision, StoredAppraisal
from thidua.nominations.stored_findings import MET, leaves
from thidua.support.audit.actions.record import record
from thidua.support.edits import EditedMeanwhile
from thidua.support.refusals import NotAllowed, Refused


def decide_finding(
    *,
    appraisal: StoredAppraisal,
    finding: str,
    holds: bool,
    reason: str,
    by: User | None,
    version: int = 0,
    at: datetime | None = None,
) -> FindingDecision:
    """Record whether the officer sees the condition of `finding` («alternative/path») as fulfilled.

    Seeing it as the engine did confirms the finding; anything else overrules it and needs a reason, as does a
    finding that the engine left to a person. The finding itself stays as it was. `version`: that of an earlier
    decision which is changed. Raises Refused, NotAllowed.
    """
    reason = clean_text(reason)
    with transaction.atomic():
        dossier = lock(appraisal.nomination.dossier)
        if not access.office_may(by, Right.APPRAISE, dossier):
            raise NotAllowed(_("Only officers of the Board appraise."))
        if dossier.state != RECEIVED:
            raise Refused(_("The appraisal is not open. Take the dossier back for appraisal first."))
        found = {one.key: one for one in leaves(appraisal.result)}.get(finding)
        if found is None:
            raise Refused(_("This finding does not belong to the appraisal. Load the page again."))
        confirms = found.is_settled and (found.verdict == MET) == holds
        if not confirms and not reason:
            raise Refused({"reason": _("Write why; the finding of the engine stays beside your reason.")})
        ruling = FindingRuling.CONFIRMED if confirms else FindingRuling.OVERRULED
        row = FindingDecision.objects.select_for_update().filter(appraisal=appraisal, finding=finding).first()
        values = {"ruling": ruling, "holds": holds, "reason": reason}
        if row is not None and all(getattr(row, name) == value for name, value in values.items()):
            return row
        before = row and [row.get_ruling_display(), row.reason]
        row = _written(row, appraisal, finding, values, version, by, moment(at))
        record(
            by=by,
            action="nominations.finding_decided",
            subject=appraisal.nomination,
            details={"finding": finding, "ruling": ruling, "reason": reason, "before": before},
        )
    return row


def _written(
    row: FindingDecision | None,
    appraisal: StoredAppraisal,
    finding: str,
    values: dict[str, object],
    seen: int,
    by: User | None,
    at: datetime,
) -> FindingDecision:
    if row is None:
        return FindingDecision.objects.create(appraisal=appraisal, finding=finding, by=by, at=at, **values)
    if row.version != seen:
        told = _("Somebody else decided this meanwhile: “%(theirs)s”. Save again to keep yours.")
        theirs = f"{row.get_ruling_display()}. {row.reason}"
        raise EditedMeanwhile({"reason": [told % {"theirs": theirs}]}, row.version)
    for name, value in values.items():
        setattr(row, name, value)
    row.by, row.at, row.version = by, at, row.version + 1
    row.save()
    return row
