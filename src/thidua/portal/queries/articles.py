"""Which articles readers find, and by what."""

from __future__ import annotations

from django.db.models import QuerySet

from thidua.core.vietnamese.fold import fold
from thidua.portal.models import Article, Topic


def published_articles() -> QuerySet[Article]:
    """Return the articles that everybody reads, newest first."""
    return Article.objects.live().order_by("-published_on", "-first_published_at", "-pk")


def articles_matching(*, topic: str = "", year: int | None = None, words: str = "") -> QuerySet[Article]:
    """Return the published articles of a topic (its address) and a year in which every word stands, marks or not.

    Words are looked for in titles and leads, in Vietnamese and English; one query more than without words.
    """
    rows = published_articles()
    if topic:
        rows = rows.filter(topics__slug=topic)
    if year is not None:
        rows = rows.filter(published_on__year=year)
    wanted = fold(words).split()
    if not wanted:
        return rows
    texts = rows.order_by().values_list("pk", "title", "full_title", "lead", "title_en", "lead_en")
    found = [pk for pk, *parts in texts if _has_all(fold(" ".join(parts)), wanted)]
    return rows.filter(pk__in=found)


def _has_all(text: str, words: list[str]) -> bool:
    return all(word in text for word in words)


def years_of_articles() -> list[int]:
    """Return the years in which articles stand, the latest first; one query."""
    days = Article.objects.live().order_by().dates("published_on", "year", order="DESC")
    return [day.year for day in days]


def topics_of_articles() -> QuerySet[Topic]:
    """Return the topics under which something is published, in their order."""
    return Topic.objects.filter(articles__live=True).distinct()
