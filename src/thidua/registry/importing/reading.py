"""From a pasted or uploaded table to rows of texts by column."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from django.utils.translation import gettext as _

from thidua.core.vietnamese.dates import format_date
from thidua.core.vietnamese.hygiene import clean_line
from thidua.registry.enums import ImportContent
from thidua.registry.importing.columns import HEADINGS, LAYOUTS, REQUIRED, Meaning, columns_of
from thidua.support.refusals import Refused
from thidua.support.spreadsheets.faults import TableRefused
from thidua.support.spreadsheets.reading import read_table
from thidua.support.spreadsheets.table import Value

MOST_ROWS: Final = 5000


@dataclass(frozen=True)
class ReadRow:
    """One row as it was written: its number from 1 and its texts by meaning."""

    number: int
    texts: dict[Meaning, str]

    def text(self, meaning: Meaning) -> str:
        """Return a cell, "" where there is none."""
        return self.texts.get(meaning, "")


def text_of_file(data: bytes, name: str) -> str:
    """Return the table of a file as text to be looked through; raises Refused on `file`."""
    try:
        table = read_table(data, name)
    except TableRefused as refused:
        raise Refused({"file": [fault.sentence for fault in refused.faults]}) from refused
    rows = [table.headings, *([written(value) for value in row.values] for row in table.rows)]
    return "\n".join("\t".join(row) for row in rows)


def read_rows(text: str, content: ImportContent) -> list[ReadRow]:
    """Return the rows of a table whose cells are apart by tabs; raises Refused on `table`.

    Without headings the columns are taken in the order of the template.
    """
    lines = [
        [clean_line(cell) for cell in line.split("\t")] for line in text.splitlines() if clean_line(line)
    ]
    if not lines:
        raise Refused({"table": _("There is no row yet. Paste the rows, or choose a file.")})
    columns = columns_of(lines[0], content)
    if Meaning.NAME in columns:
        _require(columns, content)
        lines = lines[1:]
    else:
        columns = list(LAYOUTS[content])
    if len(lines) > MOST_ROWS:
        raise Refused({"table": _("A list holds at most %(limit)s lines. Split it.") % {"limit": "5.000"}})
    return [
        ReadRow(number, {key: cell for key, cell in zip(columns, cells, strict=False) if key and cell})
        for number, cells in enumerate(lines, start=1)
        if any(cells)
    ]


def written(value: Value) -> str:
    """Return the value of a cell as a person types it."""
    if value is None or value is False:
        return ""
    if value is True:
        return "x"
    if isinstance(value, Decimal):
        return str(int(value)) if value == value.to_integral_value() else str(value)
    return format_date(value) if isinstance(value, datetime | date) else clean_line(str(value))


def _require(columns: list[Meaning | None], content: ImportContent) -> None:
    lacking = [HEADINGS[meaning][0] for meaning in REQUIRED[content] if meaning not in columns]
    if lacking:
        raise Refused(
            {
                "table": _("A column is missing. Give one of the columns the heading: %(headings)s.")
                % {"headings": ", ".join(f"“{heading}”" for heading in lacking)}
            }
        )
