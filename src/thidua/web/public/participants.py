"""How widely a movement is taken up, level by level."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from thidua.core.vietnamese.numbers import round_half_up
from thidua.movements.queries.participation import LevelShare
from thidua.web.shell import formats
from thidua.web.shell.charts import CellBar, cell_bar

SHARE_DECIMALS = 1


@dataclass(frozen=True)
class LevelBar:
    """The units of one level, and their share as a number with a bar."""

    level: LevelShare
    bar: CellBar


def level_bar(level: LevelShare) -> LevelBar:
    """Return the share of the units of a level that have registered, with its bar."""
    percent = share_of(level)
    return LevelBar(level, cell_bar(percent, largest=100, shown=formats.percent(percent, SHARE_DECIMALS)))


def share_of(level: LevelShare) -> Decimal | None:
    """Return registered in percent of those called on; None where none is called on."""
    if not level.in_scope:
        return None
    return round_half_up(Decimal(100 * level.registered) / level.in_scope, SHARE_DECIMALS)
