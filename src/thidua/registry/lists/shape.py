"""What a list of winners looks like: its columns, and the words that head them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from thidua.core.vietnamese.fold import fold
from thidua.registry.enums import PEOPLE, RecipientKind

NAME, KIND, FIRST, SECOND = "name", "kind", "first", "second"
YEAR, TYPE = "year", "type"

_PUNCTUATION: Final = re.compile(r"[^\w\s]")
# Folded words that head a column or stand for a kind, in the languages of the site.
_NAMES: Final = (
    *(
        "ho va ten",
        "ho ten",
        "ten",
        "nguoi nhan",
        "ho ten ten don vi",
        "ten tap the",
        "ten ca nhan",
        "tac gia",
    ),
    *("ten tap the ca nhan", "ho va ten ten tap the", "recipient", "name", "full name", "winner"),
)
_KINDS: Final = ("doi tuong", "loai", "loai doi tuong", "kind", "recipient kind")
_YEARS: Final = ("nam", "nam tinh", "nam khen", "nam cong tac", "year", "counting year", "given for the year")
_TYPES: Final = ("loai hinh", "loai hinh khen thuong", "phan loai khen thuong", "type of commendation")
_KIND_WORDS: Final[Mapping[str, RecipientKind]] = {
    "tap the": RecipientKind.COLLECTIVE,
    "don vi": RecipientKind.COLLECTIVE,
    "collective": RecipientKind.COLLECTIVE,
    "ca nhan": RecipientKind.INDIVIDUAL,
    "individual": RecipientKind.INDIVIDUAL,
    "ho gia dinh": RecipientKind.HOUSEHOLD,
    "gia dinh": RecipientKind.HOUSEHOLD,
    "ho": RecipientKind.HOUSEHOLD,
    "household": RecipientKind.HOUSEHOLD,
    "tac gia": RecipientKind.AUTHOR,
    "author": RecipientKind.AUTHOR,
}


@dataclass(frozen=True)
class Shape:
    """The two columns beside name and kind: the words that head them, and which one a lone cell belongs to.

    `dated`: behind them stand the counting year and the type of commendation.
    """

    first: tuple[str, ...]
    second: tuple[str, ...]
    lone: Callable[[str, str], str]  # (kind, cell) → FIRST or SECOND
    dated: bool = False

    def column_of(self, heading: str) -> str | None:
        """Return which column a heading names, or None for one that is not needed (a number, a note)."""
        words = fold(_PUNCTUATION.sub(" ", heading))
        known = {NAME: _NAMES, KIND: _KINDS, FIRST: self.first, SECOND: self.second}
        if self.dated:
            known |= {YEAR: _YEARS, TYPE: _TYPES}
        return next((column for column, headings in known.items() if words in headings), None)


def kind_of(words: str) -> RecipientKind | None:
    """Return the kind that the words of a cell name, or None."""
    return _KIND_WORDS.get(fold(words))


def _lone_of_recipient(kind: str, _cell: str) -> str:
    """Beside the name alone, a person's post is written, anybody else's place."""
    return FIRST if kind in PEOPLE else SECOND


def _lone_of_winner(_kind: str, cell: str) -> str:
    return SECOND if fold(cell).startswith(("giai", "prize", "nhat", "nhi", "ba", "khuyen khich")) else FIRST


RECIPIENTS: Final = Shape(
    first=("chuc vu", "chuc danh", "chuc vu khi khen", "nghe nghiep", "post", "position", "post at the time"),
    second=(
        *("don vi", "dia chi", "don vi hoac dia chi", "noi cong tac", "don vi cong tac", "don vi dia chi"),
        *("unit", "address", "unit or address", "unit or address at the time"),
    ),
    lone=_lone_of_recipient,
    dated=True,
)
WINNERS: Final = Shape(
    first=("tac pham", "ten tac pham", "bai du thi", "work"),
    second=("giai", "giai thuong", "hang giai", "prize"),
    lone=_lone_of_winner,
)
