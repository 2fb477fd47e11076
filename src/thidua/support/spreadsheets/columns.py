"""The columns of a table that is written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ColumnKind(StrEnum):
    """How the cells of a column are written."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    DATE_TIME = "date_time"


@dataclass(frozen=True)
class Column:
    """A column: its heading, its kind, decimals shown (None: as many as there are), width in characters.

    Without a width the column is as wide as its content, within reason.
    """

    heading: str
    kind: ColumnKind = ColumnKind.TEXT
    decimals: int | None = None
    width: int | None = None
