"""Reads of the outbox."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from thidua.support.notices.enums import Channel, NoticeState
from thidua.support.notices.models import Notice


def inbox(user: Any) -> QuerySet[Notice]:
    """Return what `user` was told in the system, newest first."""
    return Notice.objects.filter(user=user, channel=Channel.IN_APP)


def unread_count(user: Any) -> int:
    """Return how many notices `user` has not read; one query."""
    return inbox(user).filter(read_at__isnull=True).count()


def outbox(*, waiting_only: bool = False) -> QuerySet[Notice]:
    """Return the e-mails, newest first; `waiting_only`: those that may still be read and changed before they leave."""
    rows = Notice.objects.filter(channel=Channel.EMAIL).select_related("user")
    waiting = (NoticeState.DRAFT, NoticeState.READY, NoticeState.FAILED)
    return rows.filter(state__in=waiting) if waiting_only else rows
