"""Roman numerals, as editions of prizes and parts of a report are counted."""

from __future__ import annotations

from typing import Final

_NUMERALS: Final = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def roman(number: int) -> str:
    """Return a roman numeral: 5 → V. Raises ValueError below 1."""
    if number < 1:
        raise ValueError(f"no roman numeral: {number}")
    text = ""
    for value, letters in _NUMERALS:
        times, number = divmod(number, value)
        text += letters * times
    return text
