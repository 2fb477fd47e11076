"""Numbers in Vietnamese words, as a decision or a receipt repeats its figures.

Conventions (school usage of the north): nghìn, not ngàn; linh before a lone unit («một trăm linh năm»), or
lẻ; after mươi one is mốt, four is tư, five is lăm. After mười only five changes («mười một», «mười bốn»,
«mười lăm»), after linh nothing («linh bốn», «linh năm»). A group of three digits that is not the first says
its empty hundred: «một nghìn không trăm linh một».
"""

from typing import Literal

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_AFTER_TENS = {1: "mốt", 4: "tư", 5: "lăm"}
_BILLION = 1_000_000_000
LIMIT = _BILLION * _BILLION


def number_in_words(number: int, empty_tens: Literal["linh", "lẻ"] = "linh") -> str:
    """Return the whole number in words: 53 → «năm mươi ba», 5027 → «năm nghìn không trăm hai mươi bảy».

    `empty_tens` is the word for a zero between hundreds and units. Raises ValueError from 10¹⁸ on.
    """
    if abs(number) >= LIMIT:
        raise ValueError(f"too large for words: {number}")
    if number < 0:
        return f"âm {number_in_words(-number, empty_tens)}"
    billions, rest = divmod(number, _BILLION)
    words = [*_below_a_billion(billions, False, empty_tens), "tỷ"] if billions else []
    words += _below_a_billion(rest, bool(billions), empty_tens)
    return " ".join(words) or _DIGITS[0]


def _below_a_billion(number: int, continues: bool, empty_tens: str) -> list[str]:
    words: list[str] = []
    for size, name in ((1_000_000, "triệu"), (1000, "nghìn"), (1, "")):
        group = number // size % 1000
        if group:
            words += _group(group, continues or bool(words), empty_tens)
            words += [name] if name else []
    return words


def _group(number: int, continues: bool, empty_tens: str) -> list[str]:
    """Return the words of 1 to 999; `continues` when a larger group stands before it."""
    hundreds, rest = divmod(number, 100)
    if not (hundreds or continues):
        return _below_a_hundred(rest)
    words = [_DIGITS[hundreds], "trăm"]
    if 0 < rest < 10:
        return [*words, empty_tens, _DIGITS[rest]]
    return words + (_below_a_hundred(rest) if rest else [])


def _below_a_hundred(number: int) -> list[str]:
    tens, unit = divmod(number, 10)
    if tens == 0:
        return [_DIGITS[unit]]
    if tens == 1:
        return ["mười", "lăm" if unit == 5 else _DIGITS[unit]] if unit else ["mười"]
    last = [_AFTER_TENS.get(unit, _DIGITS[unit])] if unit else []
    return [_DIGITS[tens], "mươi", *last]
