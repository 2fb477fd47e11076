"""The units a search means by a place: the place then, and those it was made of.

An award of xã Đề Thám in 2019 is found under huyện Tràng Định, where the commune stood then, and under xã Tràng Định,
its successor of today.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import reduce
from operator import or_
from typing import Final

from django.db.models import Q
from django.utils.translation import gettext as _

from thidua.core.vietnamese.fold import fold
from thidua.core.vietnamese.hygiene import same_text
from thidua.orgs import paths
from thidua.orgs.models import Unit, UnitName, UnitPlacement
from thidua.orgs.queries import predecessor_ids, search_units
from thidua.orgs.queries.search import UnitHit
from thidua.support.refusals import Sentence

MOST_NAMED: Final = 8  # units of one name that are all meant
MOST_ASKED: Final = 40


class Era(StrEnum):
    """Which tree of units is meant: that of the award's day, that of today, or either."""

    THEN = "then"
    NOW = "now"
    EITHER = "either"


@dataclass(frozen=True)
class PlaceMeant:
    """The units that were named (as found, with what stood above them and when), and all that counts as theirs."""

    named: tuple[UnitHit, ...]
    units: frozenset[int]
    faults: tuple[Sentence, ...]


def places_meant(said: Iterable[str], era: Era = Era.EITHER) -> PlaceMeant:
    """Return the units meant by places as typed; a place that no unit bears is a fault, and finds nothing."""
    named: list[UnitHit] = []
    faults: list[Sentence] = []
    for text in said:
        hits = _best(text) or _best(text.partition(" ")[2])
        if not hits:
            faults.append(
                _("There is no unit “%(name)s”. Write its name of then or of today.") % {"name": text}
            )
        named += hits
    return PlaceMeant(tuple(named), within([hit.unit_id for hit in named], era), tuple(faults))


def within(unit_ids: Iterable[int], era: Era = Era.EITHER) -> frozenset[int]:
    """Return the ids of the units and of all that ever stood below them, or (`now`) became part of them."""
    named = set(unit_ids)
    if not named or era is Era.THEN:
        return frozenset(named | _ever_below(named))
    today = named | _ever_below(named, only_last=era is Era.NOW)
    origins = set().union(*(predecessor_ids(unit) for unit in Unit.objects.filter(pk__in=named)))
    return frozenset(today | origins | _ever_below(origins))


def _best(text: str) -> list[UnitHit]:
    """Return the units that are called so, whatever their time; where none is, the best of those that look like it."""
    own, _comma, _above = text.partition(",")
    folded = fold(own)
    if not folded:
        return []
    called = UnitName.objects.filter(Q(folded_name=folded) | Q(folded_short_name=folded)).order_by()
    ids = set(called.values_list("unit_id", flat=True)[:MOST_ASKED])
    hits = search_units(text, within=ids, limit=MOST_ASKED) if ids else []
    if not hits:
        return search_units(text, limit=1)
    whole = [hit for hit in hits if fold(hit.name) == folded]
    marked = [hit for hit in whole or hits if same_text(hit.name.lower(), own.lower())]
    return (marked or whole or hits)[:MOST_NAMED]


def _ever_below(unit_ids: set[int], *, only_last: bool = False) -> set[int]:
    if not unit_ids:
        return set()
    rows = UnitPlacement.objects.filter(unit_id__in=unit_ids).order_by()
    ranges = {paths.subtree_range(path) for path in rows.values_list("path", flat=True)}
    if not ranges:
        return set()
    below = reduce(or_, (Q(path__gte=low, path__lt=high) for low, high in sorted(ranges)))
    found = UnitPlacement.objects.filter(below).order_by()
    if only_last:
        found = found.filter(is_last=True)
    return set(found.values_list("unit_id", flat=True))
