"""Days as a person types them, counted from today: the demonstration's own days follow the calendar, too."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone


def day(after: int = 0) -> str:
    """Return the day so many days after today (before it, when negative): «23/11/2026»."""
    return f"{timezone.localdate() + timedelta(days=after):%d/%m/%Y}"
