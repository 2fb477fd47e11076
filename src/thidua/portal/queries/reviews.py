"""What was sent for review and waits for approval."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, WorkflowState


@dataclass(frozen=True)
class InReview:
    """How many pages wait for approval; of the one sent first its key and its title."""

    count: int
    page: int
    title: str


def in_review() -> InReview | None:
    """Return what waits for approval, None for nothing; one query, two where something waits."""
    waiting = WorkflowState.objects.filter(
        status=WorkflowState.STATUS_IN_PROGRESS, base_content_type=ContentType.objects.get_for_model(Page)
    )
    keys = [int(key) for key in waiting.order_by("created_at", "pk").values_list("object_id", flat=True)]
    titles = dict(Page.objects.filter(pk__in=keys).values_list("pk", "draft_title")) if keys else {}
    standing = [key for key in keys if key in titles]
    return InReview(len(standing), standing[0], titles[standing[0]]) if standing else None
