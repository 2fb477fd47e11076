"""Send what is due."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from smtplib import (
    SMTPAuthenticationError,
    SMTPException,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPServerDisconnected,
)
from typing import Any, Final

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db.models import F
from django.utils import timezone

from thidua.support.notices.enums import Channel, NoticeState, SendFault
from thidua.support.notices.models import Notice

MOST_ATTEMPTS: Final = 6
PAUSE: Final = timedelta(minutes=10)  # before the second attempt; doubled before each further one
STUCK: Final = timedelta(minutes=15)

Foot = Callable[[Notice], str]


@dataclass(frozen=True)
class _Failure:
    fault: SendFault
    said: str
    again: bool  # whether it is certain that it did not leave, and time may help


def send_due(*, now: datetime | None = None, limit: int = 500, foot: Foot | None = None) -> tuple[int, int]:
    """Send the e-mails that are due, each on its own, and return how many left and how many did not.

    Each is claimed before it leaves, so that two senders never send one twice. A sender that was killed in between
    leaves it claimed: after a while it counts as failed, and a person decides whether it goes again. When the mail
    server cannot be reached the round ends: the others keep their attempts. `foot` gives the last line of a letter.
    """
    moment = now or timezone.now()
    Notice.objects.filter(state=NoticeState.SENDING, claimed_at__lt=moment - STUCK).update(
        state=NoticeState.FAILED, fault=SendFault.CUT_OFF, fault_said=""
    )
    due = Notice.objects.filter(state=NoticeState.READY, channel=Channel.EMAIL, due_at__lte=moment)
    connection = get_connection()
    left = kept = 0
    try:
        for pk in due.order_by("due_at", "id").values_list("pk", flat=True)[:limit]:
            failure = _sent(pk, now, connection, foot)
            left, kept = left + (failure is None), kept + (failure is not None)
            if failure and failure.fault in (SendFault.UNREACHABLE, SendFault.SIGN_IN):
                break
    finally:
        _close(connection)
    return left, kept


def send_now(*, notice: Notice, foot: Foot | None = None) -> Notice:
    """Send one released e-mail at once, and return it as it stands then: sent, or with its fault."""
    connection = get_connection()
    try:
        _sent(notice.pk, None, connection, foot)
    finally:
        _close(connection)
    notice.refresh_from_db()
    return notice


def _sent(pk: int, now: datetime | None, connection: Any, foot: Foot | None) -> _Failure | None:
    """Send one if it is still to be sent; None when it left or another sender was first."""
    moment = now or timezone.now()
    claim = Notice.objects.filter(pk=pk, state=NoticeState.READY)
    if not claim.update(state=NoticeState.SENDING, claimed_at=moment, attempts=F("attempts") + 1):
        return None
    row = Notice.objects.get(pk=pk)
    failure = _handed_in(row, connection, foot)
    mine = Notice.objects.filter(pk=pk, state=NoticeState.SENDING, claimed_at=row.claimed_at)
    if failure is None:
        mine.update(state=NoticeState.SENT, sent_at=timezone.now(), fault="", fault_said="")
        return None
    again = failure.again and row.attempts < MOST_ATTEMPTS
    mine.update(
        state=NoticeState.READY if again else NoticeState.FAILED,
        due_at=moment + PAUSE * 2 ** (row.attempts - 1),
        fault=SendFault.LATER if failure.again and not again else failure.fault,
        fault_said=failure.said[:500],
    )
    return failure


def _handed_in(row: Notice, connection: Any, foot: Foot | None) -> _Failure | None:
    try:
        connection.open()
    except SMTPAuthenticationError as fault:
        return _Failure(SendFault.SIGN_IN, str(fault), again=True)
    except (SMTPException, OSError) as fault:
        return _Failure(SendFault.UNREACHABLE, str(fault), again=True)
    last = foot(row) if foot else ""
    body = f"{row.text}\n\n{last}" if last else row.text
    # The same letter keeps its name, so that a mailbox can tell it when a person sends it again.
    name = f"<thidua-{row.pk}@{settings.DEFAULT_FROM_EMAIL.rpartition('@')[2].strip('> ')}>"
    letter = EmailMessage(
        row.subject, body, to=[row.address], headers={"Message-ID": name}, connection=connection
    )
    try:
        letter.send()
    except SMTPRecipientsRefused as fault:
        answers = list(fault.recipients.values())
        _close(connection)
        said = "; ".join(_words(*answer) for answer in answers)
        return _refusal(SendFault.ADDRESS, said, max((code for code, _text in answers), default=550))
    except SMTPServerDisconnected as fault:
        _close(connection)
        return _Failure(SendFault.CUT_OFF, str(fault), again=False)
    except SMTPResponseException as fault:
        _close(connection)
        return _refusal(SendFault.REFUSED, _words(fault.smtp_code, fault.smtp_error), fault.smtp_code)
    except (SMTPException, ValueError) as fault:
        _close(connection)
        return _Failure(SendFault.REFUSED, str(fault), again=False)
    except OSError as fault:
        _close(connection)
        return _Failure(SendFault.CUT_OFF, str(fault), again=False)
    return None


def _refusal(fault: SendFault, said: str, code: int) -> _Failure:
    """An answer of the four hundreds asks to come back; one of the five hundreds is final (RFC 5321, 4.2.1)."""
    later = 400 <= code < 500
    return _Failure(SendFault.BUSY if later else fault, said, again=later)


def _words(code: int, text: bytes | str) -> str:
    """Return what the server answered as one line: «550 no such user»."""
    said = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return f"{code} {' '.join(said.split())}"


def _close(connection: Any) -> None:
    try:
        connection.close()
    except (SMTPException, OSError):
        connection.connection = None  # what is broken already needs no farewell
