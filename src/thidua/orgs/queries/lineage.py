"""Where a unit comes from and what became of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from thidua.orgs.models import Unit, UnitSuccession
from thidua.orgs.queries.successions import closure


@dataclass(frozen=True)
class UnitReference:
    """A unit as a link shows it, with the dates that tell it from others of its name."""

    id: int
    key: str
    name: str
    exists_from: date | None
    exists_to: date | None


@dataclass(frozen=True)
class LineageStep:
    """One link: on `date`, by `act`, `predecessor` passed to `successor` (None: nobody, or not known)."""

    date: date
    act: str
    kind: str
    predecessor: UnitReference
    successor: UnitReference | None
    part: bool
    certainty: str
    note: str


@dataclass(frozen=True)
class Lineage:
    """The links before a unit and after it, each in order of time."""

    before: tuple[LineageStep, ...]
    after: tuple[LineageStep, ...]


def lineage(unit: Unit) -> Lineage:
    """Return all links that lead to `unit` and all that lead on from it; two queries."""
    heirs, origins = _edges()
    after = {unit.pk} | closure([unit.pk], heirs)
    before = {unit.pk} | closure([unit.pk], origins)
    rows = (
        UnitSuccession.objects.filter(predecessor_id__in=after | before)
        .select_related("change", "predecessor", "successor")
        .order_by("change__date", "id")
    )
    steps = [(row.predecessor_id, row.successor_id, _step(row)) for row in rows]
    return Lineage(
        before=tuple(step for old, new, step in steps if new in before and old in before),
        after=tuple(step for old, _new, step in steps if old in after),
    )


def predecessor_ids(unit: Unit) -> set[int]:
    """Return the ids of all units that `unit` goes back to; one query.

    An award of theirs stays theirs: show it to the successor as inherited history, never count it again.
    """
    return closure([unit.pk], _edges()[1])


def successor_ids(unit: Unit) -> set[int]:
    """Return the ids of all units that go back to `unit`; one query."""
    return closure([unit.pk], _edges()[0])


def _edges() -> tuple[dict[int, set[int]], dict[int, set[int]]]:
    heirs: dict[int, set[int]] = defaultdict(set)
    origins: dict[int, set[int]] = defaultdict(set)
    rows = UnitSuccession.objects.filter(successor__isnull=False).order_by()
    for old, new in rows.values_list("predecessor_id", "successor_id"):
        assert new is not None
        heirs[old].add(new)
        origins[new].add(old)
    return heirs, origins


def _step(row: UnitSuccession) -> LineageStep:
    return LineageStep(
        date=row.change.date,
        act=row.change.act,
        kind=row.change.kind,
        predecessor=_reference(row.predecessor),
        successor=_reference(row.successor) if row.successor else None,
        part=row.part,
        certainty=row.certainty,
        note=row.note,
    )


def _reference(unit: Unit) -> UnitReference:
    return UnitReference(unit.pk, unit.key, unit.name, unit.exists_from, unit.exists_to)
