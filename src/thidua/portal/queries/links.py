"""What has been written about a movement."""

from __future__ import annotations

from django.db.models import QuerySet

from thidua.movements.models import Movement
from thidua.portal.models import Article


def articles_about(movement: Movement) -> QuerySet[Article]:
    """Return the published articles that name `movement`, newest first; one query."""
    return Article.objects.live().filter(movements=movement).order_by("-published_on", "-pk")
