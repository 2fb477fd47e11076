"""An import as plain data: what `--json` prints, and what a screen or another program may rest on."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from thidua.registry.books.rows import BookLine
from thidua.registry.books.values import cell_of
from thidua.registry.enums import RecipientKind, RowVerdict


def row_told(
    line: BookLine,
    verdict: str,
    faults: Iterable[Sequence[str]],
    remarks: Iterable[str],
    tables: Collection[str] = (),
) -> dict[str, Any]:
    """Return one row; every key is there, None where nothing is known.

    `fault_cells` runs beside `faults`: the cell of each sentence, "" for the row as a whole. `ignored`: why a row
    holds no award (title, heading, group, subtotal, signature, empty).
    """
    award = line.award
    said = list(faults)
    told: dict[str, Any] = {
        "source": _source(line, tables),
        "verdict": str(RowVerdict(verdict).value),
        "recipient_kind": None,
        **dict.fromkeys(("name", "post", "unit", "award", "award_text", "decision_number")),
        **dict.fromkeys(("decision_date", "authority", "year", "amount")),
        "faults": [_at_its_cell(cell, str(sentence)) for cell, sentence in said],
        "fault_cells": [cell for cell, _sentence in said],
        "remarks": [str(one) for one in remarks],
        "ignored": line.ignored or None,
    }
    if award is None:
        return told
    day = award.decision_date
    known = {
        "recipient_kind": RecipientKind.INDIVIDUAL.value
        if award.kind == RecipientKind.AUTHOR
        else award.kind,
        "name": award.name,
        "post": award.post,
        "unit": award.unit,
        "award": award.award_code,
        "award_text": award.award_text,
        "decision_number": award.decision_number,
        "decision_date": day.isoformat() if day else None,
        "authority": award.authority,
        "year": award.year or (day.year if day else None),
        "amount": award.amount,
    }
    return told | {name: value or None for name, value in known.items()}


def book_told(
    file: str,
    data: bytes,
    rows: Sequence[Mapping[str, Any]],
    described: Mapping[str, Any],
    batch: int | None,
) -> dict[str, Any]:
    """Return a whole import: file, rows, counts by verdict, how the sheets were understood, and the saved import."""
    counts = {verdict.value: 0 for verdict in RowVerdict}
    for row in rows:
        counts[row["verdict"]] += 1
    return {
        "file": file,
        "sha256": hashlib.sha256(data).hexdigest(),
        "rows": list(rows),
        "counts": counts | {"rows": len(rows)},
        "sheets": described.get("sheets", []),
        "batch": batch,
        "remarks": described.get("remarks", []),
    }


def _source(line: BookLine, tables: Collection[str]) -> dict[str, Any]:
    """Return where the row stands: sheet and the cell of its name in this very row; of a text, table and row.

    A name may come from another row («như trên», merged cells); the column then is that of the name.
    """
    if line.sheet in tables:
        return {"table": _number_of(line.sheet), "row": line.row}
    cell = cell_of(line, "name") if line.award is not None else ""
    columns = [one.cell.rstrip("0123456789") for one in line.written.values() if one.cell]
    column = cell.rstrip("0123456789") or min(columns, key=lambda name: (len(name), name), default="A")
    return {"sheet": line.sheet, "cell": f"{column.lstrip('¶') or 'A'}{line.row}", "row": line.row}


def _number_of(table: str) -> int | str:
    """Return the number that ends the name of a table: «Bảng 2» → 2."""
    digits = re.search(r"\d+$", table)
    return int(digits[0]) if digits else table


def _at_its_cell(cell: str, sentence: str) -> str:
    """Return the sentence, with its cell before it where it does not name it."""
    return sentence if not cell or cell in sentence else f"{cell}: {sentence}"
