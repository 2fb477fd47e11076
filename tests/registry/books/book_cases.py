"""Books as a clerk would write them down: rows in, lines out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from thidua.registry.books.book import read_book
from thidua.registry.books.rows import BookLine, BookReading
from thidua.support.spreadsheets.sheets import Sheet, SheetRow, Span
from thidua.support.spreadsheets.table import Value, position
from thidua.support.spreadsheets.values import value_of

CASES = Path(__file__).with_name("cases")
# How the fields of an award are called in the cases; what is left out says nothing.
FIELDS = {
    "kind": "kind",
    "honorific": "honorific",
    "name": "name",
    "post": "post",
    "unit": "unit",
    "award": "award_code",
    "words": "award_text",
    "type": "commendation_type",
    "number": "decision_number",
    "date": "decision_date",
    "authority": "authority",
    "year": "year",
    "amount": "amount",
    "born": "birth_year",
    "birthday": "birth_date",
    "woman": "woman",
    "ethnicity": "ethnicity",
    "reason": "reason",
}


def cases() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every case of the folder with its title."""
    for path in sorted(CASES.glob("*.yaml")):
        for case in yaml.safe_load(path.read_text("utf-8")):
            yield f"{path.stem}: {case['case']}", case


def sheet_of(told: dict[str, Any]) -> Sheet:
    """Return a sheet of a case: a row a line, cells between «|», «\\n» a line break, whole numbers numbers."""
    rows = []
    for number, line in enumerate(told["rows"].splitlines(), start=1):
        values = tuple(value_in(cell.strip()) for cell in line.split("|"))
        if any(value is not None for value in values):
            rows.append(SheetRow(number, values, hidden=number in told.get("hidden_rows", ())))
    return Sheet(
        told.get("name", "Sheet1"),
        tuple(rows),
        tuple(_span(merged) for merged in told.get("merged", ())),
        is_table=told.get("table", False),
        hidden=told.get("hidden", False),
        before=tuple(told.get("before", ())),
        after=tuple(told.get("after", ())),
    )


def value_in(text: str) -> Value:
    """Return the value of a cell of a case."""
    if text.isdigit() and not text.startswith("0") and len(text) < 9:
        return value_of(int(text))
    return value_of(text.replace("\\n", "\n"))


def read_case(case: dict[str, Any]) -> BookReading:
    """Return what is read of a case."""
    return read_book([sheet_of(told) for told in case["sheets"]], file_name=case.get("file", ""))


def told(line: BookLine) -> dict[str, Any]:
    """Return a line as the cases write it."""
    if line.award is None:
        said: dict[str, Any] = {"row": line.row, "ignored": line.ignored}
    else:
        values = {name: getattr(line.award, field) for name, field in FIELDS.items()}
        if line.award.award_code:
            del values["words"]
        said = {"row": line.row, **{name: value for name, value in values.items() if value not in ("", None)}}
    if line.faults:
        said["faults"] = list(line.faults_at)
    if line.remarks:
        said["remarks"] = len(line.remarks)
    return said


def _span(merged: str) -> Span:
    first, last = (position(cell) for cell in merged.split(":"))
    assert first is not None
    assert last is not None
    return Span(first[0], first[1], last[0], last[1])
