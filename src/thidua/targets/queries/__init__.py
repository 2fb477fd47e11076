"""Reading figures, plans, sheets and rounds. Numbers of queries do not depend on the rows."""

from thidua.targets.queries.attention import AttentionRow, Need, attention
from thidua.targets.queries.completeness import Completeness, SheetState, completeness, round_rows
from thidua.targets.queries.figures import figure, figures
from thidua.targets.queries.grid import GridRow, SheetGrid, grid, grid_row
from thidua.targets.queries.history import History, history
from thidua.targets.queries.progress import Point, Progress, progress
from thidua.targets.queries.references import Ask
from thidua.targets.queries.roll_up import YearCell, YearRow, year_table

__all__ = [
    "Ask",
    "AttentionRow",
    "Completeness",
    "GridRow",
    "History",
    "Need",
    "Point",
    "Progress",
    "SheetGrid",
    "SheetState",
    "YearCell",
    "YearRow",
    "attention",
    "completeness",
    "figure",
    "figures",
    "grid",
    "grid_row",
    "history",
    "progress",
    "round_rows",
    "year_table",
]
