"""The facts of many nominees as columns: one row a year, a byte a nominee.

Narrow columns are what makes the engine fast: ten years of one column of three million people are 30 MB, and
every rule that counts years shares them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from thidua.core.law.facts import NomineeFacts

Column: TypeAlias = npt.NDArray[np.uint8]
Heads: TypeAlias = npt.NDArray[np.int64]
FeatKey: TypeAlias = tuple[str, frozenset[tuple[str, object]]]

LONGEST = 200  # counting years looked back on: the length of a run is a byte


@dataclass(frozen=True)
class Columns:
    """Facts of `size` nominees over the counting years from `first_year`.

    Matrices are (years, size) bytes. `grades`: 0 none, else the place in the scale of grades. `awards`: number
    received, active ones only, by (award, type). `initiatives`: number by (scope, form), effective ones;
    recognised ones whose effect is not certified under (scope, form + "?"). Vectors are (size,). A matrix of
    counts may be wider than a byte.
    """

    size: int
    first_year: int
    grades: Column
    awards: Mapping[tuple[str, str], Column] = field(default_factory=dict)
    initiatives: Mapping[tuple[str, str], Column] = field(default_factory=dict)
    lost_until: npt.NDArray[np.int16] | None = None  # last counting year lost to discipline
    disciplined_now: Column | None = None  # 1: a measure is running on the law day
    disciplined_in_year: Mapping[str, Column] = field(default_factory=dict)  # level → 1 in the counting year
    suspended: Column | None = None
    dissolved: Column | None = None
    founded: npt.NDArray[np.int16] | None = None  # 0: not recorded
    eligible_for_flag: Column | None = None  # 0 no, 1 not recorded, 2 yes
    registered: Column | None = None  # 0 no, 1 not recorded, 2 yes
    months_worked: Column | None = None  # 255: not recorded; maternity leave included
    school_year: Column | None = None  # 1: counts school years
    members: Heads | None = None
    member_titles: Mapping[str, Heads] = field(default_factory=dict)
    member_grades: Mapping[str, Heads] = field(default_factory=dict)
    member_discipline: Mapping[str, Heads] = field(default_factory=dict)
    confirmations: Mapping[str, Column] = field(default_factory=dict)
    feats: Mapping[FeatKey, Column] = field(default_factory=dict)
    judged: Mapping[tuple[str, int], Column] = field(default_factory=dict)  # 0 no, 1 open, 2 yes; line 0: all
    people: Sequence[NomineeFacts] | None = None

    @property
    def last_year(self) -> int:
        """The last counting year that has a row."""
        return self.first_year + len(self.grades) - 1

    def part(self, start: int, stop: int) -> "Columns":
        """Return nominees `start` to `stop` as columns of their own; matrices are views, nothing is copied."""
        rows = slice(start, stop)
        changed: dict[str, object] = {"size": min(stop, self.size) - start}
        for name, value in vars(self).items():
            if name == "people":
                changed[name] = None if value is None else value[rows]
            elif isinstance(value, np.ndarray):
                changed[name] = value[..., rows]
            elif isinstance(value, Mapping):
                changed[name] = {key: column[..., rows] for key, column in value.items()}
        return replace(self, **changed)  # type: ignore[arg-type]
