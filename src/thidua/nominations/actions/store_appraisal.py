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
from thidua.nominations.actions.carrying_over import carry_over
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

    An answer equal to the last one is not stored again; to a new one go the decisions under which nothing changed.
    Returns the appraisals that hold now. Raises Refused, NotAllowed.
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
        return keep_answers(row, list(wanted), by=by, at=moment(at))


def keep_answers(
    row: Dossier, nominations: Sequence[Nomination], *, by: User | None, at: datetime
) -> list[StoredAppraisal]:
    """Judge nominations of the locked `row` and store what is new, as `store_appraisals`; asks for no right."""
    judged = judge(row, nominations, local_day(at))
    papers = [
        (about, f"{kind}:{file}")
        for about, kind, file in row.evidence.filter(withdrawn_at__isnull=True).values_list(
            "nomination", "kind", "file"
        )
    ]
    holding, made = _stored(judged, papers, by, at)
    if holding:
        told = {"verdicts": {str(one.nomination.pk): one.appraisal.verdict.code for one in judged}}
        carried = carry_over([one for one in made if one.ordinal > 1])
        record(
            by=by,
            action="nominations.appraised",
            subject=row,
            details=told | ({"carried_over": carried} if carried else {}),
        )
    return holding


def _stored(
    judged: Sequence[Judged], papers: Sequence[tuple[int | None, str]], by: User | None, at: datetime
) -> tuple[list[StoredAppraisal], list[StoredAppraisal]]:
    """Return the appraisals that hold now, and those of them that are new. `papers`: nomination or None, and what."""
    last: dict[int, StoredAppraisal] = {}
    rows = StoredAppraisal.objects.filter(nomination__in=[one.nomination.pk for one in judged])
    for row in rows.defer("asked", "facts", "result").order_by("nomination", "ordinal"):
        last[row.nomination_id] = row
    holding, made = [], []
    for one in judged:
        data = one.stored([paper for about, paper in papers if about in (None, one.nomination.pk)])
        former = last.get(one.nomination.pk)
        if former is not None and former.fingerprint == data["fingerprint"]:
            holding.append(former)
            continue
        row = StoredAppraisal(
            nomination=one.nomination,
            ordinal=former.ordinal + 1 if former else 1,
            at=at,
            by=by,
            verdict=one.appraisal.verdict.code,
            law_text=one.appraisal.text,
            law_version=one.appraisal.law_version,
            **data,
        )
        holding.append(row)
        made.append(row)
    StoredAppraisal.objects.bulk_create(made)
    return holding, made
