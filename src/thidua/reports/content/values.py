"""Values that JSON does not know, written so that they can be read back exactly."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any


def plain_value(value: Any) -> Any:
    """Return a value for JSON: numbers and dates with their kind, texts as they are, tuples as lists.

    Raises TypeError for a kind that could not be read back.
    """
    if isinstance(value, Decimal):
        return {"decimal": format(value, "f")}
    if isinstance(value, date):
        return {"date": value.isoformat()}
    if isinstance(value, tuple):
        return [plain_value(item) for item in value]
    if value is None or isinstance(value, str | int):
        return str(value) if isinstance(value, str) else value
    raise TypeError(f"cannot be kept: {value!r}")


def read_value(read: Any) -> Any:
    """Return what `plain_value` wrote."""
    if isinstance(read, dict):
        [(kind, text)] = read.items()
        return Decimal(text) if kind == "decimal" else date.fromisoformat(text)
    if isinstance(read, list):
        return tuple(read_value(item) for item in read)
    return read
