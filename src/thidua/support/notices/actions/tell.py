"""Put a notice into the outbox."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
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


@dataclass(frozen=True, kw_only=True)
class News:
    """What some people are told, as `tell` takes it."""

    users: Iterable[Any]
    subject: str
    text: str
    key: str
    kind: NoticeKind
    about: About | None = None
    office: int | None = None
    read_first: bool = False
    due_at: datetime | None = None


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
    return tell_all(
        [
            News(
                users=users,
                subject=subject,
                text=text,
                key=key,
                kind=kind,
                about=about,
                office=office,
                read_first=read_first,
                due_at=due_at,
            )
        ]
    )


def tell_all(news: Sequence[News]) -> int:
    """Tell everything of `news`, as `tell` does; a fixed number of queries, and return how many people it is for."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("A notice is written in the transaction of what it tells of.")
    now = timezone.now()
    rows: list[Notice] = []
    told = [
        (one, {user.pk: user for user in one.users if user is not None and user.is_active}) for one in news
    ]
    reached = _reached(told)
    for one, people in told:
        for user in people.values():
            rows.append(_notice(one, user, now, channel=Channel.IN_APP, state=NoticeState.SENT, sent_at=now))
        waits = one.read_first and one.office is not None
        state = NoticeState.DRAFT if waits else NoticeState.READY
        for pk in people.keys() & reached[one.kind]:
            address = people[pk].email
            rows.append(_notice(one, people[pk], now, channel=Channel.EMAIL, state=state, address=address))
    Notice.objects.bulk_create(rows, ignore_conflicts=True)
    return sum(len(people) for _one, people in told)


def _reached(told: Sequence[tuple[News, dict[int, Any]]]) -> dict[NoticeKind, set[int]]:
    """Return by kind of news who also reads them as e-mails."""
    readers: dict[NoticeKind, dict[int, Any]] = defaultdict(dict)
    for one, people in told:
        readers[one.kind].update(people)
    return {kind: reached_by_email(people.values(), kind) for kind, people in readers.items()}


def _notice(one: News, user: Any, now: datetime, **values: Any) -> Notice:
    return Notice(
        user=user,
        subject=one.subject[:LONGEST_SUBJECT],
        text=one.text,
        kind=one.kind,
        about_kind=one.about.kind if one.about else "",
        about_code=one.about.code if one.about else "",
        office=one.office,
        key=one.key,
        created_at=now,
        due_at=one.due_at or now,
        **values,
    )
