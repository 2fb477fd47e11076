"""Rows of one table as columns, held to the columns that the schema has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
from django.db.models import Model


class SchemaMismatch(RuntimeError):
    """The schema has columns that nobody fills here, or lacks some; the text names them."""


@dataclass(frozen=True)
class Same:
    """One value for all rows: None, a text, a number or a mark."""

    value: str | int | bool | None


Column: TypeAlias = Same | Sequence[Any] | npt.NDArray[Any]


@dataclass(frozen=True)
class Rows:
    """Rows of one table, column by column."""

    model: type[Model]
    count: int
    columns: dict[str, Column]

    @property
    def table(self) -> str:
        """Return the name of the table."""
        return str(self.model._meta.db_table)

    @property
    def varying(self) -> list[str]:
        """Return the columns that differ from row to row."""
        return [name for name, column in self.columns.items() if not isinstance(column, Same)]

    def batches(self, size: int) -> Iterator[tuple[list[Any], ...]]:
        """Yield the varying columns as lists of at most `size` values."""
        for start in range(0, self.count, size):
            yield tuple(_piece(self.columns[name], start, start + size) for name in self.varying)

    def dictionaries(self) -> Iterator[dict[str, Any]]:
        """Yield each row by column name, for small tables and tests."""
        whole = [
            repeat(column.value, self.count) if isinstance(column, Same) else _piece(column, 0, self.count)
            for column in self.columns.values()
        ]
        return (dict(zip(self.columns, values, strict=True)) for values in zip(*whole, strict=True))


def rows(model: type[Model], count: int, **columns: Column) -> Rows:
    """Return rows for the table of `model`; raises SchemaMismatch unless its columns are named exactly."""
    wanted = {str(field.column) for field in model._meta.local_concrete_fields}
    missing, unknown = sorted(wanted - set(columns)), sorted(set(columns) - wanted)
    if missing or unknown:
        told = [
            f"{word}: {', '.join(names)}"
            for word, names in (("not filled", missing), ("unknown", unknown))
            if names
        ]
        raise SchemaMismatch(
            f"{model._meta.label} has other columns than the synthetic country – {'; '.join(told)}"
        )
    uneven = [
        name for name, column in columns.items() if not isinstance(column, Same) and len(column) != count
    ]
    if uneven:
        raise ValueError(f"{model._meta.label}: not {count} values in {', '.join(uneven)}")
    return Rows(model, count, columns)


def _piece(column: Column, start: int, end: int) -> list[Any]:
    assert not isinstance(column, Same)
    piece = column[start:end]
    return piece.tolist() if isinstance(piece, np.ndarray) else list(piece)
