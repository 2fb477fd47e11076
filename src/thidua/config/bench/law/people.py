"""People of a country, drawn at random: ten counting years of grades, titles, awards and initiatives."""

from __future__ import annotations

from typing import Final

import numpy as np

from thidua.core.law.columns import Column, Columns

FIRST_YEAR: Final = 2016
YEARS: Final = 10
SEED: Final = 20251220
# The chance in a thousand that a year brings it.
AWARDS: Final = {
    "advanced_worker": 800,
    "grassroots_emulation_fighter": 450,
    "provincial_emulation_fighter": 120,
    "provincial_certificate_of_merit": 90,
    "pm_certificate_of_merit": 40,
    "labor_order_3": 30,
    "labor_order_2": 10,
}
INITIATIVES: Final = {"grassroots": 350, "province_or_ministry": 60, "nationwide": 10}
# failed, completed, well completed, excellently completed: every year is graded
GRADES: Final = (0.02, 0.18, 0.45, 0.35)


def people(size: int) -> Columns:
    """Return `size` people as columns; the same for every run."""
    random = np.random.default_rng(SEED)

    def drawn(chance: int) -> Column:
        rows = np.empty((YEARS, size), dtype=np.uint8)
        for row in rows:
            row[:] = random.integers(0, 1000, size, dtype=np.uint16) < chance
        return rows

    limits = np.cumsum(GRADES[:-1]) * 1000
    grades = np.empty((YEARS, size), dtype=np.uint8)
    for row in grades:
        row[:] = np.searchsorted(limits, random.integers(0, 1000, size, dtype=np.uint16), side="right") + 1
    return Columns(
        size=size,
        first_year=FIRST_YEAR,
        grades=grades,
        awards={(code, "merit"): drawn(chance) for code, chance in AWARDS.items()},
        initiatives={(scope, "initiative"): drawn(chance) for scope, chance in INITIATIVES.items()},
    )
