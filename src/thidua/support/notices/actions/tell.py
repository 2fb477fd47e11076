"""Put a notice into the outbox."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from thidua.support.notices.enums import Channel, NoticeKind, NoticeState
from thidua.support.notices.models import Notice
from thidua.support.notices.queries import reached_by_email

LONGEST_SUBJECT = 300


@dataclass(frozen=True)
class About:
    """What a notice speaks of: «dossier», «HS-2026-00042»."""

    kind: str
    code: str


def tell(
    *,
    users: Iterable[Any],
    subject: str,
    text: str,
    key: str,
    kind: NoticeKind,
    about: About | None = None,
    office: int | None = None,
    read_first: bool = False,
    due_at: datetime | None = None,
) -> int:
    """Tell each of `users` once of the occasion `key`: in the system, and by e-mail who confirmed an address.

    Written in the caller's transaction, so that what happened and what is told stand or fall together. `office`: id of
    the unit whose officers may read the e-mail before it leaves; with `read_first` it waits until one of them released
    it. Returns how many people it is for.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("A notice is written in the transaction of what it tells of.")
    now = timezone.now()
    people = {user.pk: user for user in users if user is not None and user.is_active}
    reached = reached_by_email(people.values(), kind)
    common = {
        "subject": subject[:LONGEST_SUBJECT],
        "text": text,
        "kind": kind,
        "about_kind": about.kind if about else "",
        "about_code": about.code if about else "",
        "office": office,
        "key": key,
        "created_at": now,
        "due_at": due_at or now,
    }
    rows = [
        Notice(user=user, channel=Channel.IN_APP, state=NoticeState.SENT, sent_at=now, **common)
        for user in people.values()
    ]
    state = NoticeState.DRAFT if read_first and office is not None else NoticeState.READY
    rows += [
        Notice(user=user, address=user.email, channel=Channel.EMAIL, state=state, **common)
        for user in people.values()
        if user.pk in reached
    ]
    Notice.objects.bulk_create(rows, ignore_conflicts=True)
    return len(people)
