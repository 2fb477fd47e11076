"""Units by level and kind, for form 0604.N: as they stood on the last day of the period."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q, QuerySet

from thidua.council.models import CouncilMember
from thidua.orgs.enums import COMMUNE_LEVEL, DISTRICT_LEVEL, Hierarchy, UnitKind
from thidua.orgs.models import Unit
from thidua.orgs.periods import existing_on
from thidua.reports.models import EmulationOfficer
from thidua.reports.statistics.conditions import Condition
from thidua.reports.statistics.scope import StatisticsScope
from thidua.reports.statistics.sources.group import Group, grouped, keys_meeting


class Bodies:
    """Units, with whether they have a council of emulation and officers on record."""

    def groups(self, scope: StatisticsScope) -> list[Group]:
        return grouped(values for _pk, values in _things(scope))

    def behind(self, scope: StatisticsScope, conditions: tuple[Condition, ...]) -> QuerySet[Unit]:
        return Unit.objects.filter(pk__in=keys_meeting(_things(scope), conditions))


def _things(scope: StatisticsScope) -> Iterator[tuple[int, dict[str, str | None]]]:
    day = scope.period.end
    there = Q(here_from__lte=day) & (Q(here_to__isnull=True) | Q(here_to__gte=day))
    staffed = set(EmulationOfficer.objects.filter(there).order_by().values_list("unit_id", flat=True))
    sitting = Q(since__lte=day) & (Q(until__isnull=True) | Q(until__gte=day))
    councils = set(CouncilMember.objects.filter(sitting).order_by().values_list("unit_id", flat=True))
    rows = Unit.objects.filter(existing_on(day), scope.readable("pk"), scope.within("pk"))
    for pk, kind, hierarchy in (
        rows.exclude(kind=UnitKind.VILLAGE).order_by("pk").values_list("pk", "kind", "hierarchy")
    ):
        yield (
            pk,
            {
                "body": body_of(kind, hierarchy),
                "council": "yes" if pk in councils else None,
                "staffed": "yes" if pk in staffed else None,
            },
        )


def body_of(kind: str, hierarchy: str) -> str:
    """Return the row of the form that a unit belongs to."""
    if kind == UnitKind.PROVINCE:
        return "province"
    if kind in DISTRICT_LEVEL:
        return "district"
    if kind in COMMUNE_LEVEL:
        return "commune"
    if kind == UnitKind.ENTERPRISE or hierarchy == Hierarchy.ENTERPRISE:
        return "enterprise"
    return {Hierarchy.PARTY: "party", Hierarchy.MASS: "mass"}.get(Hierarchy(hierarchy), "agency")
