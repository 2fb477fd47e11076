"""What stands beside an article: what it is about, and what else to read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.db.models import Count, Q

from thidua.movements.access import PUBLIC_STATES
from thidua.movements.models import Movement
from thidua.portal.models import Article, Topic
from thidua.registry.models import Conferral

MOST: Final = 3  # articles to read on


@dataclass(frozen=True)
class Beside:
    """Topics, movements and decisions of an article, and articles that share most with it, newest first."""

    topics: Sequence[Topic]
    movements: Sequence[Movement]
    decisions: Sequence[Conferral]
    related: Sequence[Article]


def beside(article: Article) -> Beside:
    """Return what stands beside the article; four queries. Movements the public may not see are left out."""
    topics = list(article.topics.all())
    movements = list(article.movements.filter(state__in=PUBLIC_STATES))
    return Beside(topics, movements, list(article.decisions.all()), _related(article, topics, movements))


def _related(article: Article, topics: list[Topic], movements: list[Movement]) -> list[Article]:
    if not topics and not movements:
        return []
    shares = Count("topics", filter=Q(topics__in=topics), distinct=True) + Count(
        "movements", filter=Q(movements__in=movements), distinct=True
    )
    others = Article.objects.live().exclude(pk=article.pk).annotate(shares=shares).filter(shares__gt=0)
    return list(others.order_by("-shares", "-published_on", "pk")[:MOST])
