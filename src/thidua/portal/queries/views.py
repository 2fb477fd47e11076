"""Reads of the counts of views."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.db import connection
from django.db.models import F, IntegerField, OuterRef, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from thidua.portal.models import Article, DailyViews

_COUNTED: Final = f'SELECT SUM(counted) FROM "{DailyViews._meta.db_table}" WHERE page_id = %s'  # noqa: S608


@dataclass(frozen=True)
class Views:
    """How often an article was read: `counted` by us, `imported` as the former site told."""

    counted: int
    imported: int

    @property
    def total(self) -> int:
        """What readers see."""
        return self.counted + self.imported


def views_of(article: Article) -> Views:
    """Return the views of an article; one query."""
    # By hand: each page of each reader asks it anew, and building the query would cost more than running it.
    with connection.cursor() as cursor:
        cursor.execute(_COUNTED, [article.pk])
        (counted,) = cursor.fetchone()
    return Views(int(counted or 0), article.imported_views)


def views_by_page(pages: Collection[int]) -> dict[int, int]:
    """Return what we counted for each of the pages; those never read are left out. One query."""
    rows = (
        DailyViews.objects.filter(page__in=pages).order_by().values_list("page").annotate(sum=Sum("counted"))
    )
    return dict(rows)


def with_views(articles: QuerySet[Article]) -> QuerySet[Article]:
    """Annotate articles with `counted` (by us) and `read` (with what the former site told)."""
    counted = (
        DailyViews.objects.filter(page=OuterRef("pk")).order_by().values("page").annotate(sum=Sum("counted"))
    )
    sum_of = Subquery(counted.values("sum"), output_field=IntegerField())
    return articles.annotate(counted=Coalesce(sum_of, Value(0))).annotate(
        read=F("counted") + F("imported_views")
    )


def days_of(page: int, *, until: date, days: int) -> list[DailyViews]:
    """Return a row for each of the last `days` days up to `until`, oldest first; days without a line are zero."""
    first = until - timedelta(days=days - 1)
    kept = {row.day: row for row in DailyViews.objects.filter(page=page, day__range=(first, until))}
    every = (first + timedelta(days=number) for number in range(days))
    return [kept.get(day) or DailyViews(page_id=page, day=day) for day in every]


def all_days_of(page: int) -> QuerySet[DailyViews]:
    """Return every day on which a page was shown, newest first."""
    return DailyViews.objects.filter(page=page).order_by("-day")
