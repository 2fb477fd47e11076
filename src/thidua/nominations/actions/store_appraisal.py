"""Run the check by the law and keep its answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.workflow.dossier import RECEIVED
from thidua.nominations import access
from thidua.nominations.actions.moving import lock, moment
from thidua.nominations.clock_rows import local_day
from thidua.nominations.enums import ALIVE
from thidua.nominations.judging import Judged, judge
from thidua.nominations.models import Dossier, Nomination, StoredAppraisal
from thidua.support.audit.actions.record import record
from thidua.support.refusals import NotAllowed, Refused


def store_appraisals(
    *,
    dossier: Dossier,
    by: User | None,
    nominations: Sequence[Nomination] | None = None,
    at: datetime | None = None,
) -> list[StoredAppraisal]:
    """Judge the nominations (all that may still become something) and store each answer with what it rests on.

    An answer equal to the last one is not stored again, so decisions on its findings stay. Returns the appraisals
    that hold now. Raises Refused, NotAllowed.
    """
    with transaction.atomic():
        row = lock(dossier)
        if not access.office_may(by, Right.APPRAISE, row):
            raise NotAllowed(_("Only officers of the Board appraise."))
        if row.state != RECEIVED:
            raise Refused(
                _("The appraisal is not open: the dossier is “%(state)s”.")
                % {"state": row.get_state_display()}
            )
        wanted = row.nominations.filter(outcome__in=ALIVE).select_related("person", "unit", "household")
        if nominations is not None:
            wanted = wanted.filter(pk__in=[one.pk for one in nominations])
        when = moment(at)
        judged = judge(row, list(wanted), local_day(when))
        stored = _stored(judged, by, when)
        if stored:
            verdicts = {str(one.nomination.pk): one.appraisal.verdict.code for one in judged}
            record(by=by, action="nominations.appraised", subject=row, details={"verdicts": verdicts})
    return stored


def _stored(judged: Sequence[Judged], by: User | None, at: datetime) -> list[StoredAppraisal]:
    last: dict[int, StoredAppraisal] = {}
    rows = StoredAppraisal.objects.filter(nomination__in=[one.nomination.pk for one in judged])
    for row in rows.defer("asked", "facts", "result").order_by("nomination", "ordinal"):
        last[row.nomination_id] = row
    holding = []
    for one in judged:
        data = one.stored()
        former = last.get(one.nomination.pk)
        if former is not None and former.fingerprint == data["fingerprint"]:
            holding.append(former)
            continue
        holding.append(
            StoredAppraisal.objects.create(
                nomination=one.nomination,
                ordinal=former.ordinal + 1 if former else 1,
                at=at,
                by=by,
                verdict=one.appraisal.verdict.code,
                law_text=one.appraisal.text,
                law_version=one.appraisal.law_version,
                **data,
            )
        )
    return holding
