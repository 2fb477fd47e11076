"""What is told of a book that is read all the same: one sentence for each kind, with the first cells named."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from thidua.support.spreadsheets.codes import FaultCode
from thidua.support.spreadsheets.extras import Place, SheetExtras
from thidua.support.spreadsheets.faults import CellFault
from thidua.support.spreadsheets.sheets import SheetRow
from thidua.support.spreadsheets.table import cell_name

_ORDER: Final = (
    FaultCode.OTHER_BOOK_NO_RESULTS,
    FaultCode.NO_RESULTS,
    FaultCode.OTHER_BOOK,
    FaultCode.ERRORS_EMPTY,
    FaultCode.CONVERTED,
)


class Remarks:
    """Gathers the cells of all sheets; names of sheets stand before the cells when there are several."""

    def __init__(self, most: int) -> None:
        self.pictures: list[str] = []
        self.empty_rows: list[
            tuple[str, int, int]
        ] = []  # sheet, its last filled row, how many empty ones follow
        self._most = most
        self._places: dict[tuple[FaultCode, str], list[tuple[str, str]]] = {}
        self._counts: dict[tuple[FaultCode, str], int] = {}

    def of_cells(self, sheet: str, rows: Iterable[SheetRow], extras: SheetExtras) -> dict[str, CellFault]:
        """Note formulas and errors; return the cells whose value is not known, each with its fault."""
        unknown: dict[str, CellFault] = {}
        if not extras.formulas and not extras.outside and not extras.errors:
            return unknown
        filled = {row.number - 1: row.values for row in rows}

        def is_empty(place: Place) -> bool:
            values = filled.get(place[0], ())
            return place[1] >= len(values) or values[place[1]] is None

        # An error of a formula that points to another file says that nothing was saved of it.
        without = {place for place in extras.formulas - extras.errors if is_empty(place)}
        without |= extras.errors & extras.outside
        errors = extras.errors - extras.outside
        self._note(FaultCode.OTHER_BOOK_NO_RESULTS, sheet, without & extras.outside)
        self._note(FaultCode.NO_RESULTS, sheet, without - extras.outside)
        self._note(FaultCode.OTHER_BOOK, sheet, extras.outside - without)
        self._note(FaultCode.ERRORS_EMPTY, sheet, errors)
        for place in without:
            outside = place in extras.outside
            code = FaultCode.OTHER_BOOK_NO_RESULT if outside else FaultCode.NO_RESULT
            _add(unknown, code, place)
        for place in errors:
            if place[0] in filled:
                _add(unknown, FaultCode.ERROR_VALUE, place)
        return unknown

    def of_conversion(self, sheet: str, converted: dict[str, str]) -> None:
        """Note the cells that were written in an old encoding."""
        for cell, encoding in converted.items():
            self._keep(FaultCode.CONVERTED, encoding, sheet, cell)

    def told(self, sheets: int) -> tuple[CellFault, ...]:
        """Return the remarks of a file of so many sheets."""
        found = [
            CellFault(None, code, self._values(key, several=sheets > 1) | {"encoding": encoding})
            for code, encoding in sorted(self._places, key=lambda key: (_ORDER.index(key[0]), key[1]))
            for key in [(code, encoding)]
        ]
        pictures = [CellFault(None, FaultCode.SHEET_OF_PICTURES, {"sheet": name}) for name in self.pictures]
        empty = [
            CellFault(None, FaultCode.EMPTY_ROWS, {"sheet": name, "last": last, "count": count})
            for name, last, count in self.empty_rows
        ]
        return (*found, *pictures, *empty)

    def _note(self, code: FaultCode, sheet: str, places: set[Place]) -> None:
        for place in sorted(places):
            self._keep(code, "", sheet, cell_name(*place))

    def _keep(self, code: FaultCode, encoding: str, sheet: str, cell: str) -> None:
        named = self._places.setdefault((code, encoding), [])
        if len(named) < self._most:
            named.append((sheet, cell))
        self._counts[code, encoding] = self._counts.get((code, encoding), 0) + 1

    def _values(self, key: tuple[FaultCode, str], *, several: bool) -> dict[str, str | int]:
        named = [f"{sheet}!{cell}" if several else cell for sheet, cell in self._places[key]]
        dots = ", …" if self._counts[key] > len(named) else ""
        return {"cells": ", ".join(named) + dots, "count": self._counts[key]}


def _add(unknown: dict[str, CellFault], code: FaultCode, place: Place) -> None:
    cell = cell_name(*place)
    unknown[cell] = CellFault(cell, code, {"cell": cell})
