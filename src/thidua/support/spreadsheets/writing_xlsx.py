"""Write a table as XLSX."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any, Final

import xlsxwriter

from thidua.core.vietnamese.dates import VIETNAM_TIME
from thidua.core.vietnamese.hygiene import strip_invisible
from thidua.support.spreadsheets.columns import Column, ColumnKind

_NARROWEST, _WIDEST = 8, 60
_LONGEST_TEXT: Final = 32_767
# Excel keeps 15 digits; a longer number (an identity number, say) is written as text so that none is lost.
_MOST_DIGITS: Final = 15
# Excel counts a name's length in UTF-16: letters beyond the first plane would count twice.
_NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f\U00010000-\U0010ffff]")
_NOT_IN_XML = re.compile(r"[\ufffe\uffff]")
_WRITTEN_FORMS: Final = {ColumnKind.DATE: "dd/mm/yyyy", ColumnKind.DATE_TIME: "dd/mm/yyyy hh:mm"}


def write_xlsx(columns: Sequence[Column], rows: Iterable[Sequence[object]], title: str) -> bytes:
    """Return a workbook of one sheet named after the title: bold headings that stay in sight, filters, widths.

    Numbers and dates are numbers and dates for Excel; text is text, whatever it begins with. None is an
    empty cell. Each row has one value per column.
    """
    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as workbook:
        workbook.set_properties({"title": _writable(title)})
        sheet = workbook.add_worksheet(sheet_name(title))
        bold = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        formats = [_format(workbook, column) for column in columns]
        widths = [len(column.heading) for column in columns]
        for place, column in enumerate(columns):
            sheet.write_string(0, place, _writable(column.heading), bold)
        last_row = 0
        for last_row, row in enumerate(rows, start=1):
            for place, value in enumerate(row):
                shown = _write(sheet, last_row, place, value, formats[place])
                widths[place] = max(widths[place], shown)
        for place, column in enumerate(columns):
            content = min(max(widths[place] + 2, _NARROWEST), _WIDEST)
            sheet.set_column(place, place, column.width or content)
        sheet.freeze_panes(1, 0)
        if columns:
            sheet.autofilter(0, 0, last_row, len(columns) - 1)
    return file.getvalue()


def sheet_name(title: str) -> str:
    """Return the title as the name of a sheet: at most 31 characters, none of those that Excel refuses."""
    name = " ".join(_NOT_IN_SHEET_NAMES.sub(" ", _writable(title)).split())[:31].strip("' ")
    return "Sheet1" if name.casefold() in ("", "history") else name


def _format(workbook: Any, column: Column) -> Any:
    if column.kind is ColumnKind.NUMBER:
        # With a fixed number of decimals; otherwise a whole number shows no comma without decimals after it.
        form = "General" if column.decimals is None else "#,##0" + f".{'0' * column.decimals}".rstrip(".")
        return workbook.add_format({"num_format": form})
    return workbook.add_format({"num_format": _WRITTEN_FORMS.get(column.kind, "@")})


def _write(sheet: Any, row: int, column: int, value: object, form: Any) -> int:
    """Write one cell and return how many characters it shows."""
    if value is None or value == "":
        return 0
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
        return 5
    if isinstance(value, int | float | Decimal) and _fits(value):
        sheet.write_number(row, column, float(value), form)
        return len(f"{value:,}")
    if isinstance(value, datetime):
        local = value.astimezone(VIETNAM_TIME).replace(tzinfo=None) if value.tzinfo else value
        sheet.write_datetime(row, column, local, form)
        return 16
    if isinstance(value, date):
        sheet.write_datetime(row, column, value, form)
        return 10
    text = _writable(str(value))[:_LONGEST_TEXT]
    sheet.write_string(row, column, text, form if isinstance(value, str) else None)
    return max(map(len, text.split("\n")), default=0)


def _fits(value: int | float | Decimal) -> bool:
    exact = Decimal(value)
    return exact.is_finite() and len(exact.normalize().as_tuple().digits) <= _MOST_DIGITS


def _writable(text: str) -> str:
    return _NOT_IN_XML.sub("", strip_invisible(text))
