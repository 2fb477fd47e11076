"""Finding a unit by any name it ever bore, typed without marks, always told with its parent and era."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import CharField, F, Q, QuerySet, Value
from django.db.models.functions import Concat
from django.utils.translation import gettext as _

from thidua.core.vietnamese.dates import format_date
from thidua.core.vietnamese.fold import fold
from thidua.core.vietnamese.hygiene import clean_line
from thidua.orgs import paths
from thidua.orgs.models import UnitName, UnitPlacement
from thidua.orgs.periods import existing_on
from thidua.orgs.queries.names import name_at, name_periods

MOST_CANDIDATES = 400


@dataclass(frozen=True)
class UnitHit:
    """A unit that was found: the name that matched, what stood above it then, and when it existed.

    `where` is «huyện Tràng Định, tỉnh Lạng Sơn»; `era` is «đến 31/12/2019», «từ 01/07/2025» or "".
    """

    unit_id: int
    key: str
    kind: str
    name: str
    where: str
    era: str
    ended: bool

    @property
    def label(self) -> str:
        """One line that tells this unit from every other: «Xã Chi Lăng (huyện Tràng Định…; đến 30/06/2025)»."""
        about = "; ".join(part for part in (self.where, self.era) if part)
        return f"{self.name} ({about})" if about else self.name


def search_units(
    text: str,
    *,
    on: date | None = None,
    kinds: Iterable[str] | None = None,
    within: Iterable[int] | QuerySet[Any, Any] | None = None,
    limit: int = 20,
) -> list[UnitHit]:
    """Return units whose name old or new fits `text`, best first; three queries.

    What follows a comma, or what is left of the text behind the name, must fit a unit above: "de tham trang
    dinh" and "Đề Thám, Tràng Định" both find it. `on` keeps the units that exist on that day; `kinds` and
    `within` (unit ids) narrow further.
    """
    typed = clean_line(text)
    if not fold(typed.replace(",", " ")):
        return []
    candidates = _candidates(typed, on, kinds, within)
    above = _names_above(candidates)
    ranked = []
    for row in candidates:
        superiors = above.get(row.pk, [])
        rank = _rank(typed, row, [fold(name) for name in superiors])
        if rank is not None:
            ended = row.unit.exists_to is not None
            ranked.append(((rank, ended, row.sort_key, row.unit_id), _hit(row, superiors)))
    ranked.sort(key=lambda pair: pair[0])
    unique = {hit.unit_id: hit for _rank_, hit in reversed(ranked)}
    return list(reversed(unique.values()))[:limit]


def _candidates(
    typed: str,
    on: date | None,
    kinds: Iterable[str] | None,
    within: Iterable[int] | QuerySet[Any, Any] | None,
) -> list[UnitName]:
    own = fold(typed.partition(",")[0])
    spaced = Value(f" {own} ", output_field=CharField())
    names = UnitName.objects.annotate(
        typed=spaced, spaced_short=Concat(Value(" "), F("folded_short_name"), Value(" "))
    ).filter(Q(folded_name__contains=own) | Q(typed__contains=F("spaced_short")))
    if on is not None:
        names = names.filter(existing_on(on, "unit__"))
    if kinds is not None:
        names = names.filter(unit__kind__in=list(kinds))
    if within is not None:
        names = names.filter(unit_id__in=within)
    return list(names.select_related("unit").order_by("folded_short_name", "pk")[:MOST_CANDIDATES])


def _names_above(rows: list[UnitName]) -> dict[int, list[str]]:
    """Return for each candidate the names above it at the end of its time, the nearest first."""
    placements = UnitPlacement.objects.filter(unit_id__in={row.unit_id for row in rows}, is_last=True)
    found = {
        unit_id: (path, last) for unit_id, path, last in placements.values_list("unit_id", "path", "valid_to")
    }
    names = name_periods({pk for path, _last in found.values() for pk in paths.ids_in(path)[:-1]})
    above: dict[int, list[str]] = {}
    for row in rows:
        path, last = found.get(row.unit_id, ("", None))
        day = last or date.max
        above[row.pk] = [name_at(names, pk, day).in_address for pk in paths.ids_in(path)[-2::-1]]
    return above


def _rank(typed: str, row: UnitName, superiors: list[str]) -> int | None:
    """Return 0 for the name as typed, 1 without marks, 2 for a beginning, 3 for a part; None for no fit."""
    own, _comma, rest = typed.partition(",")
    folded = fold(own)
    if not all(any(fold(part) in name for name in superiors) for part in rest.split(",") if fold(part)):
        return None
    if clean_line(own).lower() in {row.name.lower(), row.short_name.lower()}:
        return 0
    if folded in {row.folded_name, row.folded_short_name}:
        return 1
    if row.folded_name.startswith(folded) or row.folded_short_name.startswith(folded):
        return 2
    if folded in row.folded_name:
        return 3
    for name in (row.folded_name, row.folded_short_name):
        if f" {folded} ".startswith(f" {name} "):
            left = folded[len(name) :].split()
            return 1 if set(left) <= set(" ".join(superiors).split()) else None
    return None


def _hit(row: UnitName, superiors: list[str]) -> UnitHit:
    unit = row.unit
    return UnitHit(
        unit_id=unit.pk,
        key=unit.key,
        kind=unit.kind,
        name=row.name,
        where=", ".join(superiors),
        era=_era(row.valid_from or unit.exists_from, row.valid_to or unit.exists_to),
        ended=unit.exists_to is not None,
    )


def _era(first: date | None, last: date | None) -> str:
    if first and last:
        return _("from %(first)s to %(last)s") % {"first": format_date(first), "last": format_date(last)}
    if last:
        return _("until %(last)s") % {"last": format_date(last)}
    return _("since %(first)s") % {"first": format_date(first)} if first else ""
