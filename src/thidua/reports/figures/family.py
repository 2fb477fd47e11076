"""A family of figures: what it offers, and the one function that reads it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise

from thidua.reports.figures.bound import BoundFigure
from thidua.reports.figures.scope import Scope

Label = str | Promise


@dataclass(frozen=True)
class Family:
    """Figures read together.

    `offered(scope)` maps every place of the family to what it says; `load(scope, wanted)` returns the figures
    of the wanted places for which there are records, with a number of queries that does not depend on the rows.
    """

    name: str
    label: Label
    offered: Callable[[Scope], Mapping[str, Label]]
    load: Callable[[Scope, frozenset[str]], Mapping[str, BoundFigure]]


def fixed(places: Mapping[str, Label]) -> Callable[[Scope], Mapping[str, Label]]:
    """Return an `offered` for a family whose places are the same in every report."""
    return lambda scope: places
