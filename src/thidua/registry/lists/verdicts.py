"""What would become of each line of a list: as before, new, at fault, or worth a second look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from django.utils.translation import gettext as _

from thidua.core.vietnamese.fold import fold
from thidua.registry.lists.reading import ReadLine
from thidua.support.refusals import Sentence


class Storable(Protocol):
    """A line of a list as the actions take it."""

    kind: str
    name: str

    def faults(self) -> list[Sentence]: ...

    def texts(self) -> tuple[str, str, str, str]:
        """Return kind, name and the two columns beside them."""


Line = TypeVar("Line", bound=Storable)


class State(StrEnum):
    """What a line is, against the list that is stored."""

    KEPT = "kept"
    CHANGED = "changed"
    NEW = "new"
    AT_FAULT = "at_fault"


@dataclass(frozen=True)
class Verdict(Generic[Line]):
    """One line with what is wrong (`faults`) or strange (`doubts`) about it."""

    number: int
    line: Line
    state: State
    faults: list[Sentence] = field(default_factory=list)
    doubts: list[Sentence] = field(default_factory=list)


@dataclass(frozen=True)
class Judged(Generic[Line]):
    """A whole list: its verdicts, and the stored lines that would be dropped."""

    verdicts: list[Verdict[Line]]
    dropped: list[Line]

    @property
    def lines(self) -> list[Line]:
        """The lines to store, in their order."""
        return [verdict.line for verdict in self.verdicts]

    @property
    def faulty(self) -> int:
        """How many lines cannot be stored."""
        return sum(verdict.state is State.AT_FAULT for verdict in self.verdicts)


def judge(
    read: Sequence[ReadLine],
    stored: Sequence[Line],
    make: Callable[[ReadLine], Line],
    renew: Callable[[Line, Line], Line] = lambda kept, _made: kept,
) -> Judged[Line]:
    """Return a verdict for each line of `read`; a line that is stored already keeps its links and its mark.

    `renew`: what becomes of a stored line when the text says more of it than name, kind and the two columns.
    """
    waiting: dict[tuple[str, ...], list[Line]] = {}
    for line in stored:
        waiting.setdefault(line.texts(), []).append(line)
    made = [make(each) for each in read]
    named = Counter((line.kind, fold(line.name)) for line in made)
    verdicts = []
    for each, line in zip(read, made, strict=True):
        known = waiting.get(line.texts(), [])
        kept = known.pop(0) if known else None
        faults = [*each.faults, *line.faults()]
        stays = line if kept is None else renew(kept, line)
        state = State.AT_FAULT if faults else _state(kept, stays)
        repeated = named[line.kind, fold(line.name)] > 1
        doubts: list[Sentence] = [_("This name stands in the list more than once.")] if repeated else []
        verdicts.append(Verdict(each.number, stays, state, faults, doubts))
    return Judged(verdicts, [line for left in waiting.values() for line in left])


def _state(kept: object | None, stays: object) -> State:
    if kept is None:
        return State.NEW
    return State.KEPT if kept == stays else State.CHANGED
