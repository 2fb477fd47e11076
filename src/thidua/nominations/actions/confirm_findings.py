"""Confirm at once what the engine itself settled."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.workflow.dossier import RECEIVED
from thidua.nominations import access
from thidua.nominations.actions.moving import lock, moment
from thidua.nominations.enums import FindingRuling
from thidua.nominations.models import Dossier, FindingDecision
from thidua.nominations.queries.standing import standing_appraisals
from thidua.nominations.stored_findings import MET, leaves
from thidua.support.audit.actions.record import record
from thidua.support.refusals import NotAllowed, Refused


def confirm_findings(
    *,
    dossier: Dossier,
    by: User | None,
    nomination: int | None = None,
    at: datetime | None = None,
) -> int:
    """Confirm every finding that the engine settled and nobody has decided, and return how many.

    For all nominees, or for one (id). What the engine left to a person stays open, and no decision is changed.
    Raises Refused, NotAllowed.
    """
    with transaction.atomic():
        row = lock(dossier)
        if not access.office_may(by, Right.APPRAISE, row):
            raise NotAllowed(_("Only officers of the Board appraise."))
        if row.state != RECEIVED:
            raise Refused(_("The appraisal is not open. Take the dossier back for appraisal first."))
        when, made = moment(at), []
        for stored in standing_appraisals(row, nomination):
            decided = {one.finding for one in stored.decisions.all()}
            made += [
                FindingDecision(
                    appraisal=stored,
                    finding=key,
                    ruling=FindingRuling.CONFIRMED,
                    holds=found.verdict == MET,
                    by=by,
                    at=when,
                )
                for key, found in {one.key: one for one in leaves(stored.result)}.items()
                if found.is_settled and key not in decided
            ]
        FindingDecision.objects.bulk_create(made)
        if made:
            told = {"findings": [f"{one.appraisal.nomination_id}: {one.finding}" for one in made]}
            record(by=by, action="nominations.findings_confirmed", subject=row, details=told)
    return len(made)
