"""Reads of readers' comments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db.models import Count, Min, QuerySet
from django.utils import timezone

from thidua.core.calendar.working_days import national_calendar
from thidua.portal.enums import CommentState
from thidua.portal.models import Article, Comment

PROMISED: Final = 2  # working days until a comment is read; the form says so


@dataclass(frozen=True)
class Waiting:
    """How many comments wait, and since when the oldest; `due` is the day by which it should have been read."""

    count: int
    since: datetime
    due: date


def published_below(article: Article) -> QuerySet[Comment]:
    """Return the published comments of an article, newest first."""
    return Comment.objects.filter(article=article, state=CommentState.PUBLISHED).order_by("-sent_at", "-id")


def waiting_comments() -> QuerySet[Comment]:
    """Return the comments that nobody has decided about, oldest first, with their articles."""
    return (
        Comment.objects.filter(state=CommentState.WAITING).select_related("article").order_by("sent_at", "id")
    )


def moderated_comments() -> QuerySet[Comment]:
    """Return the comments that were decided about, with their articles and who decided."""
    rows = Comment.objects.exclude(state=CommentState.WAITING)
    return rows.select_related("article", "moderated_by")


def oldest_waiting() -> Waiting | None:
    """Return what waits, None for nothing; one query."""
    found = Comment.objects.filter(state=CommentState.WAITING).aggregate(
        count=Count("id"), since=Min("sent_at")
    )
    if not found["count"]:
        return None
    return Waiting(found["count"], found["since"], due_day(found["since"]))


def due_day(sent_at: datetime) -> date:
    """Return the last day on which the promise to read what was sent at `sent_at` is kept."""
    return national_calendar().add_working_days(timezone.localdate(sent_at), PROMISED)
