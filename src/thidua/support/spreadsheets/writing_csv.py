"""Write a table as CSV that is safe to open in an office program."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import StringIO
from typing import Final, Literal

from thidua.core.vietnamese.dates import format_date, format_date_time
from thidua.core.vietnamese.numbers import format_number
from thidua.support.spreadsheets.columns import Column
from thidua.support.spreadsheets.values import FORMULA_STARTS

_NUMERIC: Final = re.compile(r"[-+−]?\d[\d.,]*%?")
_MARK: Final = "\ufeff"


def write_csv(
    columns: Sequence[Column],
    rows: Iterable[Sequence[object]],
    *,
    delimiter: str = ";",
    decimal_mark: Literal[",", "."] = ",",
) -> bytes:
    """Return UTF-8 with its mark. As it stands, Excel set to Vietnamese opens it and `read_table` reads it back.

    Numbers have a decimal comma and no dots for the thousands, dates are dd/mm/yyyy; for programs take
    `delimiter=","` and `decimal_mark="."`. Text that a program would take for a formula gets an apostrophe in front
    (OWASP, CSV injection) unless it is a number.
    """
    file = StringIO(newline="")
    writer = csv.writer(file, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow([guarded(column.heading) for column in columns])
    for row in rows:
        writer.writerow(
            [
                _written(value, column.decimals, decimal_mark)
                for column, value in zip(columns, row, strict=True)
            ]
        )
    return (_MARK + file.getvalue()).encode("utf-8")


def guarded(text: str) -> str:
    """Return the text, with an apostrophe in front when an office program would take it for a formula."""
    # One more before those that are there, so that reading takes exactly one away.
    if text.lstrip("'").startswith(FORMULA_STARTS) and not _NUMERIC.fullmatch(text):
        return f"'{text}"
    return text


def _written(value: object, decimals: int | None, decimal_mark: str) -> str:
    if value is None:
        return ""
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        exact = Decimal(str(value)) if isinstance(value, float) else Decimal(value)
        english = format_number(exact, decimals, "en").replace(",", "")
        return english.replace(".", decimal_mark)
    if isinstance(value, datetime):
        return format_date_time(value)
    if isinstance(value, date):
        return format_date(value)
    return guarded(str(value))
