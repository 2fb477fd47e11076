"""CSV that opens in a Vietnamese spreadsheet: UTF-8 with its mark, and no cell that runs as a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Protocol

from django.http import StreamingHttpResponse
from django.utils.functional import Promise

from thidua.core.vietnamese.dates import format_date, format_date_time
from thidua.web.shell.tags import Tag

BYTE_ORDER_MARK = "\ufeff"


class _Echo(Protocol):
    def write(self, text: str) -> str: ...


class _Line:
    """A file that hands each line back instead of keeping it."""

    def write(self, text: str) -> str:
        return text


def csv_response(
    name: str, headings: Sequence[str], rows: Iterable[Sequence[object]]
) -> StreamingHttpResponse:
    """Return a download of `name`.csv, written as the rows are read."""
    response = StreamingHttpResponse(_lines(headings, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def _lines(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    echo: _Echo = _Line()
    writer = csv.writer(echo)
    yield BYTE_ORDER_MARK
    yield writer.writerow([plain(heading) for heading in headings])
    for row in rows:
        yield writer.writerow([plain(value) for value in row])


def plain(value: object) -> str:
    """Return a value as a cell: plain digits with a decimal point, dd/mm/yyyy, empty for None."""
    if value is None:
        return ""
    if isinstance(value, Tag):
        return value.text
    if isinstance(value, bool | int | Decimal):
        return f"{value:f}" if isinstance(value, Decimal) else str(value)
    if isinstance(value, datetime):
        return format_date_time(value)
    if isinstance(value, date):
        return format_date(value)
    text = str(value) if isinstance(value, Promise) else f"{value}"
    # A spreadsheet runs what begins like this as a formula (OWASP, CSV injection).
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text
