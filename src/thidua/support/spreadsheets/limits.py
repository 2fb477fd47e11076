"""How much of an upload is taken."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Sizes in bytes; rows and columns counted to the last filled one, as the program numbers them.

    The defaults take a province-year (226 communes × 30 indicators × 12 months, one row each).
    `max_named` is how many faults of one kind are named with their cell; the rest are counted.
    """

    max_bytes: int = 10 * MEGABYTE
    max_unpacked_bytes: int = 150 * MEGABYTE
    max_rows: int = 100_000
    max_columns: int = 200
    max_cells: int = 2_000_000
    max_cell_characters: int = 32_767  # what a cell of Excel itself can hold
    max_named: int = 5
    max_sheets: int = 200  # or tables of a document; only of a whole book
