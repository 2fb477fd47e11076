"""What a person does with what they were told."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.utils import timezone

from thidua.support.notices.models import Notice
from thidua.support.notices.queries import inbox


def mark_read(*, notice: Notice, by: Any) -> Notice:
    """Mark a notice in the system as read by the person it is for; the first time counts."""
    inbox(by).filter(pk=notice.pk, read_at__isnull=True).update(read_at=timezone.now())
    notice.refresh_from_db()
    return notice


def mark_all_read(*, by: Any, only: Collection[int] | None = None) -> int:
    """Mark what `by` was told in the system as read (`only` these ids), and return how many notices that were."""
    rows = inbox(by).filter(read_at__isnull=True)
    if only is not None:
        rows = rows.filter(pk__in=only)
    return rows.update(read_at=timezone.now())
