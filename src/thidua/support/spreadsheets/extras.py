"""What a sheet holds beside its values, whatever the file's format: merged cells, hidden rows, formulas, typefaces."""

from __future__ import annotations

from dataclasses import dataclass, field

from thidua.core.vietnamese.legacy_tables import Typeface
from thidua.support.spreadsheets.scan import SheetScan
from thidua.support.spreadsheets.sheets import Span

Place = tuple[int, int]  # row and column, both from 0


@dataclass
class SheetExtras:
    """Gathered while the cells of one sheet pass by; `scan` knows how far the sheet reaches."""

    scan: SheetScan
    spans: list[Span] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    errors: set[Place] = field(default_factory=set)
    formulas: set[Place] = field(default_factory=set)  # those whose result is no text
    outside: set[Place] = field(default_factory=set)  # formulas that point to another file
    typefaces: dict[Place, Typeface] = field(default_factory=dict)
    has_pictures: bool = False
    rows_written: int = 0  # how far the sheet reaches with its empty rows
    hidden: bool = False
