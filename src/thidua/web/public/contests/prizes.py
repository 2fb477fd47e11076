"""The prizes of an edition: what the rules set out, and which of them nobody won."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from thidua.contests.models import Category, Edition
from thidua.contests.queries.published import PublishedResult


def categories_with_prizes(edition: Edition) -> list[Category]:
    """Return the categories in their order, with their prizes read; two queries."""
    return list(edition.categories.order_by("ordinal").prefetch_related("prizes"))


def set_out(categories: Iterable[Category]) -> list[tuple[str, str]]:
    """Return each category with its prizes as rules of contests write them: «01 giải nhất, 02 giải nhì»."""
    return [
        (row.name, ", ".join(_counted(one.name, one.quota) for one in row.prizes.all())) for row in categories
    ]


def not_awarded(categories: Iterable[Category], results: Sequence[PublishedResult]) -> str:
    """Return the prizes that no work won, by category; empty where all were, or where results name no category."""
    if any(not one.category for one in results):
        return ""
    given = Counter((one.category, one.prize) for one in results)
    told: list[str] = []
    for row in categories:
        left = [(one.name, one.quota - given[row.name, one.name]) for one in row.prizes.all()]
        prizes = ", ".join(_counted(name, count) for name, count in left if count > 0)
        if prizes:
            told.append(f"{prizes} ({row.name})")
    return "; ".join(told)


def _counted(prize: str, count: int) -> str:
    return f"{count:02d} {prize[:1].lower()}{prize[1:]}"
