"""A list as a workbook: numbers stay numbers and dates dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from django.http import HttpResponse

from thidua.support.spreadsheets.columns import Column, ColumnKind
from thidua.support.spreadsheets.writing_xlsx import write_xlsx
from thidua.web.shell.csv_download import plain

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def xlsx_response(
    name: str,
    title: str,
    headings: Sequence[str],
    numeric: Sequence[bool],
    rows: Sequence[Sequence[object]],
) -> HttpResponse:
    """Return a download of `name`.xlsx with one sheet named `title`."""
    plain_rows = [[plain(value) for value in row] for row in rows]
    columns = [
        Column(heading, _kind(is_number, [row[place] for row in plain_rows]))
        for place, (heading, is_number) in enumerate(zip(headings, numeric, strict=True))
    ]
    response = HttpResponse(write_xlsx(columns, plain_rows, title), content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return response


def _kind(is_number: bool, values: Sequence[object]) -> ColumnKind:
    if is_number:
        return ColumnKind.NUMBER
    known = next((value for value in values if value not in (None, "")), None)
    if isinstance(known, datetime):
        return ColumnKind.DATE_TIME
    return ColumnKind.DATE if isinstance(known, date) else ColumnKind.TEXT
