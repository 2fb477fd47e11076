"""What a row or column of a form asks of the things it counts, answered with yes, no or «not known»."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

Values: TypeAlias = Mapping[str, str | None]  # attribute → value; None: not known


@dataclass(frozen=True)
class Condition:
    """An attribute has one of `wanted`, or (`but` True) a known value that is none of them."""

    attribute: str
    wanted: frozenset[str]
    but: bool = False

    def answer(self, values: Values) -> bool | None:
        """Tell whether `values` meet it; None where the attribute is not known."""
        value = values.get(self.attribute)
        return None if value is None else (value in self.wanted) is not self.but


def conditions_of(written: Mapping[str, Any] | None) -> tuple[Condition, ...]:
    """Return the conditions of a mapping of the layout: `kind: [order]`, `award: {but: [state_prize]}`."""
    found = []
    for attribute, said in (written or {}).items():
        but = isinstance(said, dict)
        found.append(Condition(attribute, frozenset(said["but"] if but else said), but))
    return tuple(found)


def meets(conditions: tuple[Condition, ...], values: Values) -> bool | None:
    """Tell whether `values` meet all conditions: False as soon as one fails, None where it is open."""
    answers = [one.answer(values) for one in conditions]
    if False in answers:
        return False
    return None if None in answers else True
