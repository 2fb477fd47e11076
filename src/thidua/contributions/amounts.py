"""Amounts of gifts as whole numbers, so that sums are exact on every database.

Money and the value of goods are counted in đồng, land in hundredths of a m², labour in hundredths of a day.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from thidua.contributions.enums import IN_MONEY

# The longest sum that the two databases add without loss is far above this.
MOST: Final = 10**15


def scale_of(kind: str) -> int:
    """Return how many parts one đồng, m² or day of `kind` has."""
    return 1 if kind in IN_MONEY else 100


def to_parts(kind: str, amount: Decimal) -> int:
    """Return `amount` (đồng, m², days) in whole parts; raises ValueError where it has finer decimals."""
    parts = amount * scale_of(kind)
    if parts != int(parts):
        raise ValueError(f"{amount} of {kind} is no whole number of parts")
    return int(parts)


def from_parts(kind: str, parts: int) -> Decimal:
    """Return whole `parts` as đồng, m² or days."""
    return Decimal(parts) / scale_of(kind)
