"""An export as a file: a CSV streamed from its parts, a workbook made once."""

from __future__ import annotations

from collections.abc import Iterator

from thidua.registry.downloads.rows import Row, columns, unpacked
from thidua.registry.models import RegisterExport
from thidua.support.spreadsheets.writing_csv import write_csv
from thidua.support.spreadsheets.writing_xlsx import write_xlsx


def csv_pieces(export: RegisterExport) -> Iterator[bytes]:
    """Yield the CSV of a finished export piece by piece, so that millions of rows need little memory."""
    headings = columns()
    yield write_csv(headings, [])
    heading_only = len(write_csv(headings, []))
    for data in export.parts.order_by("first").values_list("rows", flat=True).iterator(chunk_size=1):
        yield write_csv(headings, unpacked(data))[heading_only:]


def workbook(export: RegisterExport, title: str) -> bytes:
    """Return the workbook of all rows made so far; text stays text, whatever it begins with."""
    return write_xlsx(columns(), _all_rows(export), title)


def _all_rows(export: RegisterExport) -> Iterator[Row]:
    for data in export.parts.order_by("first").values_list("rows", flat=True).iterator(chunk_size=1):
        yield from unpacked(data)
