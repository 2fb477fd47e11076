"""Put a notice into the outbox."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from thidua.support.notices.enums import Channel, NoticeState
from thidua.support.notices.models import Notice

LONGEST_SUBJECT = 300


def tell(
    *,
    users: Iterable[Any],
    subject: str,
    text: str,
    key: str,
    link: str = "",
    read_first: bool = False,
    due_at: datetime | None = None,
) -> int:
    """Tell each of `users` once of the occasion `key`: in the system, and by e-mail where an address is known.

    Written in the caller's transaction, so that what happened and what is told stand or fall together. With
    `read_first` the e-mail waits until somebody released it. Returns how many people it is for.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("A notice is written in the transaction of what it tells of.")
    now = timezone.now()
    people = {user.pk: user for user in users if user is not None and user.is_active}
    common = {"subject": subject[:LONGEST_SUBJECT], "text": text, "link": link, "key": key}
    rows = []
    for user in people.values():
        rows.append(
            Notice(
                user=user,
                channel=Channel.IN_APP,
                state=NoticeState.SENT,
                created_at=now,
                due_at=due_at or now,
                sent_at=now,
                **common,
            )
        )
        if user.email:
            rows.append(
                Notice(
                    user=user,
                    address=user.email,
                    channel=Channel.EMAIL,
                    state=NoticeState.DRAFT if read_first else NoticeState.READY,
                    created_at=now,
                    due_at=due_at or now,
                    **common,
                )
            )
    Notice.objects.bulk_create(rows, ignore_conflicts=True)
    return len(people)
