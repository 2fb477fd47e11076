"""Send what is due."""

from __future__ import annotations

from datetime import datetime, timedelta
from smtplib import SMTPException
from typing import Final

from django.core.mail import EmailMessage
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.support.notices.enums import Channel, NoticeState
from thidua.support.notices.models import Notice

MOST_ATTEMPTS: Final = 5
PAUSE: Final = timedelta(minutes=10)  # before the next attempt
STUCK: Final = timedelta(minutes=15)


def send_due(*, now: datetime | None = None, limit: int = 500) -> tuple[int, int]:
    """Send the e-mails that are due, each on its own, and return how many left and how many did not.

    Each is claimed before it leaves, so that two senders never send one twice. A sender that was killed in between
    leaves it claimed: after a while it counts as failed, and a person decides whether it goes again.
    """
    moment = now or timezone.now()
    Notice.objects.filter(state=NoticeState.SENDING, claimed_at__lt=moment - STUCK).update(
        state=NoticeState.FAILED,
        fault=_("Sending was cut off: nobody knows whether it left. Release it to send it again."),
    )
    due = Notice.objects.filter(state=NoticeState.READY, channel=Channel.EMAIL, due_at__lte=moment)
    left = kept = 0
    for pk in due.order_by("due_at", "id").values_list("pk", flat=True)[:limit]:
        if _sent(pk, moment):
            left += 1
        else:
            kept += 1
    return left, kept


def _sent(pk: int, moment: datetime) -> bool:
    claim = Notice.objects.filter(pk=pk, state=NoticeState.READY)
    if not claim.update(state=NoticeState.SENDING, claimed_at=moment, attempts=F("attempts") + 1):
        return False  # another sender was first
    row = Notice.objects.get(pk=pk)
    try:
        EmailMessage(subject=row.subject, body=row.text, to=[row.address]).send()
    except (SMTPException, OSError, ValueError) as fault:
        again = row.attempts < MOST_ATTEMPTS
        Notice.objects.filter(pk=pk).update(
            state=NoticeState.READY if again else NoticeState.FAILED,
            due_at=moment + PAUSE * row.attempts,
            fault=str(fault)[:500],
        )
        return False
    Notice.objects.filter(pk=pk).update(state=NoticeState.SENT, sent_at=timezone.now(), fault="")
    return True
