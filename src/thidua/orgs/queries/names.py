"""What units were called on given days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from thidua.orgs.enums import PLACES, Certainty
from thidua.orgs.models import Unit, UnitName
from thidua.orgs.periods import Span


@dataclass(frozen=True)
class UnitNameThen:
    """The name of a unit on a day; `in_address` writes the level word of a place small: «xã Đề Thám»."""

    unit_id: int
    kind: str
    name: str
    short_name: str
    official_code: str
    certainty: str
    note: str

    @property
    def in_address(self) -> str:
        """The name as it stands inside an address."""
        return self.name[:1].lower() + self.name[1:] if self.kind in PLACES else self.name

    @property
    def is_certain(self) -> bool:
        """Whether the name is confirmed."""
        return self.certainty == Certainty.CONFIRMED


Periods = dict[int, list[tuple[Span, UnitNameThen]]]


def name_as_of(unit: Unit, day: date) -> UnitNameThen:
    """Return what `unit` was called on `day`: its first name before it began, its last after it ended."""
    return names_on([(unit.pk, day)])[unit.pk, day]


def names_as_of(unit_ids: Iterable[int], day: date) -> dict[int, UnitNameThen]:
    """Return what each unit was called on `day`, by id; one query."""
    return {unit_id: name for (unit_id, _), name in names_on((pk, day) for pk in unit_ids).items()}


def names_on(pairs: Iterable[tuple[int, date]]) -> dict[tuple[int, date], UnitNameThen]:
    """Return what each unit was called on its own day, by (unit id, day); one query."""
    wanted = list(pairs)
    periods = name_periods({unit_id for unit_id, _ in wanted})
    return {pair: name_at(periods, *pair) for pair in wanted if pair[0] in periods}


def name_periods(unit_ids: Iterable[int]) -> Periods:
    """Return every name of the units with its span, oldest first; one query."""
    rows = UnitName.objects.filter(unit_id__in=set(unit_ids)).values_list(
        *("valid_from", "valid_to", "unit_id", "unit__kind", "name", "short_name", "official_code"),
        *("certainty", "note"),
    )
    periods: Periods = defaultdict(list)
    for first, last, *rest in rows:
        name = UnitNameThen(*rest)
        periods[name.unit_id].append((Span(first, last), name))
    return periods


def name_at(periods: Periods, unit_id: int, day: date) -> UnitNameThen:
    """Pick the name of `day` from what `name_periods` returned."""
    spans = periods[unit_id]
    for span, name in spans:
        if span.holds(day):
            return name
    before = [name for span, name in spans if span.starts <= day]
    return before[-1] if before else spans[0][1]
