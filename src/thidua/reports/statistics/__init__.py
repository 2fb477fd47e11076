"""The ministry's statistical forms 0601.N–0605.N, filled from the records, each cell with the rows behind it.

layouts/*.yaml layout.py   what a form prints: columns, rows, codes, conditions, and how sure we are of them
scope.py                   which period, which units
sources/                   one kind of thing that is counted each: movements, awards, bodies, officers
filling.py                 layout × source → cells; a cell that nothing is known of is empty, never zero
xlsx.py pdf.py form.typ    the form as files
"""

from thidua.reports.statistics.filling import Cell, FilledForm, FilledRow, behind, fill
from thidua.reports.statistics.layout import Layout, layout, layouts
from thidua.reports.statistics.scope import StatisticsScope

__all__ = [
    "Cell",
    "FilledForm",
    "FilledRow",
    "Layout",
    "StatisticsScope",
    "behind",
    "fill",
    "layout",
    "layouts",
]
