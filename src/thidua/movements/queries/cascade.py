"""Who below has answered a movement, as a tree."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from thidua.core.vietnamese.dates import local_date
from thidua.movements.access import PUBLIC_STATES
from thidua.movements.enums import UnitLevel
from thidua.movements.models import Movement, Registration
from thidua.movements.queries.moments import end_of
from thidua.movements.queries.scope import ScopeUnit, units_in_scope
from thidua.orgs import paths


@dataclass(frozen=True)
class Answer:
    """A movement by which a unit answers: its address, its own name, and the day it was launched."""

    slug: str
    short_name: str
    launched_on: date


@dataclass(frozen=True)
class CascadeNode:
    """A unit of the tree: its answers, its registration's state ("" for none), and those below it.

    `in_scope` and `answered` count this unit and everything below it.
    """

    unit_id: int
    key: str
    name: str
    level: UnitLevel
    answers: tuple[Answer, ...]
    registration: str
    children: tuple[CascadeNode, ...]
    in_scope: int
    answered: int


@dataclass(frozen=True)
class LevelAnswers:
    """How many units of a level were called on, and how many have answered."""

    level: UnitLevel
    in_scope: int
    answered: int

    @property
    def silent(self) -> int:
        """How many have not answered."""
        return self.in_scope - self.answered


@dataclass(frozen=True)
class Cascade:
    """The tree below the launching unit as of a day, and its sums per level in the order of `UnitLevel`."""

    on: date
    nodes: tuple[CascadeNode, ...]
    levels: tuple[LevelAnswers, ...]

    @property
    def in_scope(self) -> int:
        """How many units were called on."""
        return sum(level.in_scope for level in self.levels)

    @property
    def answered(self) -> int:
        """How many of them have answered."""
        return sum(level.answered for level in self.levels)


def tree(movement: Movement, on: date) -> Cascade:
    """Return which units below have answered `movement` by the end of `on`; four queries whatever the rows.

    An answer to an answer counts: a commune may answer its district's movement.
    """
    units = units_in_scope(movement, on)
    answers = _answers(movement, on)
    states = dict(
        Registration.objects.filter(movement=movement, person__isnull=True).values_list("unit_id", "state")
    )
    below = _by_nearest_parent(units)
    called, answered = (
        Counter(unit.level for unit in units),
        Counter(unit.level for unit in units if unit.unit_id in answers),
    )

    def node(unit: ScopeUnit) -> CascadeNode:
        children = tuple(node(child) for child in below.get(unit.unit_id, ()))
        own = answers.get(unit.unit_id, ())
        return CascadeNode(
            unit_id=unit.unit_id,
            key=unit.key,
            name=unit.name,
            level=unit.level,
            answers=tuple(own),
            registration=states.get(unit.unit_id, ""),
            children=children,
            in_scope=1 + sum(child.in_scope for child in children),
            answered=bool(own) + sum(child.answered for child in children),
        )

    levels = tuple(
        LevelAnswers(level, called[level], answered[level]) for level in UnitLevel if called[level]
    )
    return Cascade(on, tuple(node(unit) for unit in below.get(None, ())), levels)


def answers_by_unit(movement: Movement, on: date) -> dict[int, list[Answer]]:
    """Return the launched movements that answer `movement`, directly or through others, by unit; one query."""
    return _answers(movement, on)


def _answers(movement: Movement, on: date) -> dict[int, list[Answer]]:
    rows = Movement.objects.filter(
        parent__isnull=False, state__in=PUBLIC_STATES, launched_at__lt=end_of(on)
    ).order_by("launched_at", "pk")
    following: dict[int, list[Movement]] = defaultdict(list)
    for row in rows.only("slug", "short_name", "launched_at", "parent_id", "launched_by_id"):
        following[row.parent_id or 0].append(row)
    found: dict[int, list[Answer]] = defaultdict(list)
    waiting = [movement.pk]
    while waiting:
        for row in following.pop(waiting.pop(), ()):
            assert row.launched_at is not None
            found[row.launched_by_id].append(Answer(row.slug, row.short_name, local_date(row.launched_at)))
            waiting.append(row.pk)
    return found


def _by_nearest_parent(units: Iterable[ScopeUnit]) -> dict[int | None, list[ScopeUnit]]:
    """Group units by the nearest unit above that is called on as well, level by level; None is the root."""
    known = {unit.unit_id: unit for unit in units}
    grouped: dict[int | None, list[ScopeUnit]] = defaultdict(list)
    for unit in known.values():
        above = paths.ids_in(unit.path)[-2::-1]
        grouped[next((pk for pk in above if pk in known), None)].append(unit)
    order = {level: place for place, level in enumerate(UnitLevel)}
    return {parent: sorted(below, key=lambda unit: order[unit.level]) for parent, below in grouped.items()}
