"""Publish an opinion, or keep it back with a reason."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_text
from thidua.nominations.actions.consulting import require_consulting
from thidua.nominations.actions.moving import moment
from thidua.nominations.enums import OpinionState
from thidua.nominations.models import Opinion
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused


def moderate_opinion(
    *, opinion: Opinion, publish: bool, by: User | None, reason: str = "", at: datetime | None = None
) -> Opinion:
    """Publish the opinion or keep it back with a reason, and return it. Nothing of it is ever deleted.

    Raises Refused, NotAllowed.
    """
    reason = clean_text(reason)
    require_consulting(by, opinion.consultation.dossier)
    if not publish and not reason:
        raise Refused(
            {"reason": _("Write why it is kept back: insult, private data, not about the nominee.")}
        )
    with transaction.atomic():
        row = Opinion.objects.select_for_update().get(pk=opinion.pk)
        state = OpinionState.PUBLISHED if publish else OpinionState.KEPT_BACK
        if row.state == state and row.moderation_reason == reason:
            return row
        row.state, row.moderation_reason = state, "" if publish else reason
        row.moderated_by, row.moderated_at = by, moment(at)
        row.version += 1
        row.save()
        record(
            by=by,
            action="nominations.opinion_moderated",
            subject=row,
            details={"state": state, "reason": reason},
        )
    return row


def answer_opinion(*, opinion: Opinion, answer: str, by: User | None, at: datetime | None = None) -> Opinion:
    """Record what the office answered the sender, and return the opinion. Raises Refused, NotAllowed."""
    answer = clean_text(answer)
    require_consulting(by, opinion.consultation.dossier)
    if not answer:
        raise Refused({"answer": _("Write the answer that the sender gets.")})
    with transaction.atomic():
        row = Opinion.objects.select_for_update().get(pk=opinion.pk)
        if row.answer == answer:
            return row
        if row.answer:
            raise Refused({"answer": _("This opinion was answered already; the sender has that answer.")})
        row.answer, row.answered_by, row.answered_at = answer, by, moment(at)
        row.version += 1
        row.save()
        record(by=by, action="nominations.opinion_answered", subject=row, details={"answer": answer})
    return row
