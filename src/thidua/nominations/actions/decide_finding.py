"""Confirm or overrule findings of the engine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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
from thidua.nominations.models import Dossier, FindingDecision, StoredAppraisal
from thidua.nominations.stored_findings import MET, StoredFinding, leaves
from thidua.support.audit.actions.record import Happening, record_all
from thidua.support.edits import EditedMeanwhile
from thidua.support.refusals import NotAllowed, Refused


@dataclass(frozen=True)
class Ruled:
    """What an officer says of one finding; `version`: that of an earlier decision which is changed."""

    appraisal: StoredAppraisal
    finding: str
    holds: bool
    reason: str
    version: int = 0


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
    ruled = Ruled(appraisal, finding, holds, reason, version)
    return decide_findings(dossier=appraisal.nomination.dossier, rulings=[ruled], by=by, at=at)[0]


def decide_findings(
    *, dossier: Dossier, rulings: Sequence[Ruled], by: User | None, at: datetime | None = None
) -> list[FindingDecision]:
    """Record what the officer says of findings of one dossier, of all or of none, and return it in their order.

    As `decide_finding`.
    """
    with transaction.atomic():
        row = lock(dossier)
        if not access.office_may(by, Right.APPRAISE, row):
            raise NotAllowed(_("Only officers of the Board appraise."))
        if row.state != RECEIVED:
            raise Refused(_("The appraisal is not open. Take the dossier back for appraisal first."))
        appraisals = {one.appraisal.pk: one.appraisal for one in rulings}
        found = {pk: {leaf.key: leaf for leaf in leaves(one.result)} for pk, one in appraisals.items()}
        rows = FindingDecision.objects.select_for_update().filter(appraisal__in=appraisals)
        known = {(one.appraisal_id, one.finding): one for one in rows}
        when, happenings = moment(at), []
        for one in rulings:
            key = (one.appraisal.pk, one.finding)
            former = known.get(key)
            before = former and [former.get_ruling_display(), former.reason]
            values = _values(one, found[one.appraisal.pk].get(one.finding))
            if former is not None and all(getattr(former, name) == value for name, value in values.items()):
                continue
            known[key] = _decision(one, former, values, by, when)
            details = {"finding": one.finding, **values, "before": before}
            del details["holds"]
            happenings.append(Happening("nominations.finding_decided", one.appraisal.nomination, details))
        decided = [known[one.appraisal.pk, one.finding] for one in rulings]
        FindingDecision.objects.bulk_create([one for one in decided if one.pk is None])
        record_all(by=by, happenings=happenings)
    return decided


def _values(ruled: Ruled, found: StoredFinding | None) -> dict[str, object]:
    """Return what the decision says; raises Refused."""
    if found is None:
        raise Refused(_("This finding does not belong to the appraisal. Load the page again."))
    reason = clean_text(ruled.reason)
    confirms = found.is_settled and (found.verdict == MET) == ruled.holds
    if not confirms and not reason:
        raise Refused({"reason": _("Write why; the finding of the engine stays beside your reason.")})
    ruling = FindingRuling.CONFIRMED if confirms else FindingRuling.OVERRULED
    return {"ruling": ruling, "holds": ruled.holds, "reason": reason}


def _decision(
    ruled: Ruled, row: FindingDecision | None, values: dict[str, object], by: User | None, at: datetime
) -> FindingDecision:
    """Return the changed row, or a new one that is not stored yet."""
    if row is None:
        return FindingDecision(appraisal=ruled.appraisal, finding=ruled.finding, by=by, at=at, **values)
    if row.version != ruled.version:
        told = _("Somebody else decided this meanwhile: “%(theirs)s”. Save again to keep yours.")
        theirs = f"{row.get_ruling_display()}. {row.reason}"
        raise EditedMeanwhile({"reason": [told % {"theirs": theirs}]}, row.version)
    for name, value in values.items():
        setattr(row, name, value)
    row.by, row.at, row.version = by, at, row.version + 1
    row.save()
    return row
