"""Awards for forms 0602.N and 0603.N: grouped by the database, so that a country's year is one pass over its rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from django.db.models import Count, Q, QuerySet

from thidua.core.law.book import LawBook
from thidua.lawbook.queries import current_book
from thidua.registry.enums import AwardStatus, RecipientKind
from thidua.registry.models import Award, Conferral
from thidua.reports.statistics.conditions import Condition
from thidua.reports.statistics.scope import StatisticsScope
from thidua.reports.statistics.sources.group import Group

# attribute → the column it is told from
_COLUMNS: Final[Mapping[str, str]] = {
    "award": "conferral__award_code",
    "award_kind": "conferral__award_code",
    "level": "conferral__award_code",
    "sender": "conferral__from_decision",
    "kind": "recipient_kind",
    "enterprise": "enterprise",
    "class": "recipient_class",
    "type": "commendation_type",
}
_RAW: Final = tuple(dict.fromkeys(_COLUMNS.values()))


class Awards:
    """Awards by the day of the decision, else of the presentation. What was cancelled as wrongly given is left out."""

    def groups(self, scope: StatisticsScope) -> list[Group]:
        book = current_book()
        return [
            Group({name: _told(name, raw[column], book) for name, column in _COLUMNS.items()}, count)
            for raw, count in _raw_groups(scope)
        ]

    def behind(self, scope: StatisticsScope, conditions: tuple[Condition, ...]) -> QuerySet[Award]:
        book = current_book()
        raws = [raw for raw, _count in _raw_groups(scope)]
        found = awards_of(scope)
        for condition in conditions:
            column = _COLUMNS[condition.attribute]
            seen = {raw[column] for raw in raws}
            fitting = [
                value
                for value in seen
                if condition.answer({condition.attribute: _told(condition.attribute, value, book)})
            ]
            found = found.filter(**{f"{column}__in": fitting})
        return found


def awards_of(scope: StatisticsScope) -> QuerySet[Award]:
    """Return the awards of the scope: given by its units, or to somebody of them."""
    days = (scope.period.start, scope.period.end)
    then = Q(decision_date__range=days) | Q(decision_date__isnull=True, presented_on__range=days)
    given = Conferral.objects.filter(then, scope.readable("deciding_unit")).order_by().values("pk")
    return (
        Award.objects.filter(conferral__in=given)
        .exclude(status=AwardStatus.CANCELLED)
        .filter(scope.within("conferral__deciding_unit", "place", "unit"))
    )


def _raw_groups(scope: StatisticsScope) -> Iterator[tuple[dict[str, Any], int]]:
    for row in awards_of(scope).order_by().values(*_RAW).annotate(counted=Count("pk")):
        count = row.pop("counted")
        yield row, count


def _told(attribute: str, raw: Any, book: LawBook) -> str | None:
    """Return what a stored value says of an attribute; None for «not known»."""
    if attribute in ("award_kind", "level"):
        award = book.awards.get(raw)
        return (award.kind if attribute == "award_kind" else award.level) if award else None
    if attribute == "sender":
        return "province" if raw else None
    if attribute == "kind":
        return RecipientKind.INDIVIDUAL.value if raw == RecipientKind.AUTHOR else str(raw)
    if attribute == "enterprise":
        return None if raw is None else ("yes" if raw else "no")
    return str(raw) or None
