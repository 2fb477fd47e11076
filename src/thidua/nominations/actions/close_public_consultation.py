"""End a public consultation."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_text
from thidua.nominations.actions.consulting import require_consulting
from thidua.nominations.actions.guards import require_over
from thidua.nominations.actions.moving import lock, moment, refresh_due
from thidua.nominations.clock_rows import local_day
from thidua.nominations.enums import OpinionState
from thidua.nominations.models import PublicConsultation
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused


def close_public_consultation(
    *, consultation: PublicConsultation, summary: str, by: User | None, at: datetime | None = None
) -> PublicConsultation:
    """Close the consultation once its last day is over, with what came of it, and return it.

    Every opinion must have been moderated, and every one with a way to reach its sender answered.
    Raises Refused, NotAllowed.
    """
    summary = clean_text(summary)
    with transaction.atomic():
        dossier = lock(consultation.dossier)
        require_consulting(by, dossier)
        row = PublicConsultation.objects.select_for_update().get(pk=consultation.pk)
        if row.closed_at is not None:
            return row
        when = moment(at)
        require_over(
            row.closes_on, local_day(when), _("The public may speak until %(day)s. Close it after that day.")
        )
        waiting = row.opinions.filter(state=OpinionState.WAITING).count()
        unanswered = row.opinions.exclude(contact="").filter(answer="").count()
        if waiting or unanswered:
            raise Refused(
                _(
                    "%(waiting)s opinions wait for moderation, %(unanswered)s for an answer. Finish them first."
                )
                % {"waiting": waiting, "unanswered": unanswered}
            )
        if not summary:
            raise Refused({"summary": _("Write what came of it; “no opinion was sent” is an answer, too.")})
        row.closed_at, row.closed_by, row.summary = when, by, summary
        row.version += 1
        row.save()
        refresh_due(dossier, when)
        record(by=by, action="nominations.public_closed", subject=dossier, details={"summary": summary})
    return row
