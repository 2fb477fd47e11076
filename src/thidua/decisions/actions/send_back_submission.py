"""Send a whole proposal back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.vietnamese.hygiene import clean_text
from thidua.decisions.access import require
from thidua.decisions.actions.locking import locked_submission
from thidua.decisions.actions.telling import tell_sent_back
from thidua.decisions.enums import IN_EFFECT, DecisionState, SubmissionState
from thidua.decisions.models import DecisionLine, Submission
from thidua.nominations.actions.lead_on import mark_sent_back
from thidua.nominations.models import Dossier
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused


def send_back_submission(
    *, submission: Submission, reason: str, by: User | None, at: datetime | None = None
) -> Submission:
    """Send the dossiers of a proposal back to where they were proposed from, and return the letter.

    A decision that was being drafted is not issued. Raises NotAllowed, or Refused without a reason or when decided.
    """
    require(by, Right.DECIDE, submission.unit)
    why = clean_text(reason)
    if not why:
        raise Refused(
            {"reason": _("Write why the proposal goes back; the Board and the log keep these words.")}
        )
    with transaction.atomic():
        row = locked_submission(submission)
        if row.state == SubmissionState.SENT_BACK and row.sent_back_reason == why:
            return row
        if row.state != SubmissionState.PROPOSED or _has_effect(row):
            raise Refused(_("This proposal is decided or sent back already. Nothing has been changed."))
        for dossier in dossiers_of(row):
            mark_sent_back(dossier=dossier, reason=why, by=by, at=at)
        row.decisions.update(state=DecisionState.CANCELLED)
        _let_go_of_prizes(row)
        row.state, row.sent_back_reason, row.version = SubmissionState.SENT_BACK, why, row.version + 1
        row.save(update_fields=["state", "sent_back_reason", "version"])
        record(by=by, action="decisions.submission_sent_back", subject=row, details={"reason": why})
        tell_sent_back(row)
    return row


def _let_go_of_prizes(row: Submission) -> None:
    """Let the list of winners be corrected again: the letter's file keeps what was proposed."""
    DecisionLine.objects.filter(decision__submission=row, prize_result__isnull=False).delete()
    row.lines.filter(prize_result__isnull=False).delete()


def _has_effect(row: Submission) -> bool:
    return row.decisions.filter(state__in=IN_EFFECT).exists() or row.external_results.exists()


def dossiers_of(submission: Submission) -> list[Dossier]:
    """Return the dossiers of a proposal, in a fixed order, so that locks are taken alike."""
    rows = Dossier.objects.filter(nominations__proposed__submission=submission)
    return list(rows.select_related("unit", "deciding_unit", "movement").distinct().order_by("pk"))
