"""Awards commune by commune: those of the commune of today, and those it inherited from the ones before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from django.db.models import Count, F, QuerySet
from django.db.models.functions import Coalesce

from thidua.orgs import paths
from thidua.orgs.enums import COMMUNE_LEVEL
from thidua.orgs.models import Unit, UnitPlacement
from thidua.orgs.queries import units_as_of
from thidua.orgs.queries.successions import Link, follow, links_by_predecessor
from thidua.registry.enums import AwardStatus
from thidua.registry.models import Award

LOOKED_BACK: Final = 30  # years in which a last award is looked for
_Yearly: TypeAlias = dict[int, int]  # year → awards


@dataclass(frozen=True)
class CommuneAwards:
    """A commune of today: awards in the years asked for, its own and inherited, and the last year of each."""

    unit_id: int
    key: str
    name: str
    short_name: str
    code: str
    sort_key: str
    own: int
    inherited: int
    last_own: int | None
    last_inherited: int | None

    @property
    def last(self) -> int | None:
        """The last year with an award of either sort, None where none is on record."""
        return max((year for year in (self.last_own, self.last_inherited) if year), default=None)

    @property
    def is_white(self) -> bool:
        """Whether no award of the years asked for is on record, inherited ones counted."""
        return not self.own and not self.inherited


@dataclass(frozen=True)
class CommuneCount:
    """Every commune, of how many awards in all, and of how many no place is known."""

    communes: tuple[CommuneAwards, ...]
    counted: int
    unplaced: int


def communes_with_awards(
    on: date, years: int, awards: QuerySet[Award] | None = None, units: QuerySet[Unit] | None = None
) -> CommuneCount:
    """Return the communes of the day `on` with the awards of the last `years` years; a fixed number of queries.

    An award counts where its recipient worked or lived then, else by the unit or household it names; those to
    whom no place is known are told apart. What was given before the commune of today began, or to one that
    it follows, is inherited: shown, never counted as its own. `awards`: those to count; `units`: those to show.
    """
    present = units_as_of(on, kinds=COMMUNE_LEVEL)
    if units is not None:
        present = present.filter(pk__in=units.order_by().values("pk"))
    rows = {unit.pk: unit for unit in present}
    holders, unplaced = _by_holder(awards if awards is not None else Award.objects.all(), on.year)
    own: dict[int, _Yearly] = defaultdict(lambda: defaultdict(int))
    inherited: dict[int, _Yearly] = defaultdict(lambda: defaultdict(int))
    communes = _commune_of(set(holders))
    links = links_by_predecessor()
    for holder, yearly in holders.items():
        _assign(communes.get(holder), yearly, rows, own, inherited, links, on)
    since = on.year - years + 1
    return CommuneCount(
        tuple(_row(unit, own[pk], inherited[pk], since) for pk, unit in rows.items()),
        sum(sum(count for year, count in yearly.items() if year >= since) for yearly in holders.values()),
        sum(count for year, count in unplaced.items() if year >= since),
    )


def _by_holder(awards: QuerySet[Award], last: int) -> tuple[dict[int, _Yearly], _Yearly]:
    """Return the awards by the unit that holds them and by year, and those of no known place by year."""
    held = awards.exclude(status=AwardStatus.CANCELLED).filter(year__gt=last - LOOKED_BACK, year__lte=last)
    rows = (
        held.order_by()
        .annotate(holder=Coalesce(F("place_id"), F("unit_id"), F("household__address_unit_id")))
        .values("holder", "year")
        .annotate(counted=Count("pk"))
        .values_list("holder", "year", "counted")
    )
    found: dict[int, _Yearly] = defaultdict(lambda: defaultdict(int))
    unplaced: _Yearly = defaultdict(int)
    for holder, year, count in rows:
        (unplaced if holder is None else found[holder])[year] += count
    return found, unplaced


def _commune_of(holders: set[int]) -> dict[int, int]:
    """Return the commune that each unit is or stands below, as it stood last; units of no commune are left out."""
    communes = set(Unit.objects.filter(kind__in=COMMUNE_LEVEL).order_by().values_list("pk", flat=True))
    placed = UnitPlacement.objects.filter(is_last=True).order_by().values_list("unit_id", "path")
    found = {}
    for unit, path in placed:
        if unit in holders:
            above = [one for one in paths.ids_in(path) if one in communes]
            if above:
                found[unit] = above[-1]
    return found


def _assign(
    commune: int | None,
    yearly: _Yearly,
    rows: Mapping[int, Unit],
    own: dict[int, _Yearly],
    inherited: dict[int, _Yearly],
    links: dict[int, list[Link]],
    on: date,
) -> None:
    if commune is None:
        return
    unit = rows.get(commune)
    if unit is None:
        for heir in follow(commune, on, links).reached:
            for year, count in yearly.items():
                inherited[heir][year] += count
        return
    begins = unit.exists_from.year if unit.exists_from else 0
    for year, count in yearly.items():
        (own if year >= begins else inherited)[commune][year] += count


def _row(unit: Unit, own: _Yearly, inherited: _Yearly, since: int) -> CommuneAwards:
    return CommuneAwards(
        unit_id=unit.pk,
        key=unit.key,
        name=unit.name_then,
        short_name=unit.short_name_then,
        code=unit.code_then,
        sort_key=unit.sort_key_then,
        own=sum(count for year, count in own.items() if year >= since),
        inherited=sum(count for year, count in inherited.items() if year >= since),
        last_own=max(own, default=None),
        last_inherited=max(inherited, default=None),
    )
