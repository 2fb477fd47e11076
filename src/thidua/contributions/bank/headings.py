"""Which column of a bank's statement holds what, by the headings that Vietnamese banks write.

Above the headings stand the holder, the account and the days asked for; headings may have two lines («Phát sinh»
over «Nợ» and «Có»), or Vietnamese and English in one cell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import Final

from thidua.core.vietnamese.fold import fold
from thidua.support.spreadsheets.sheets import Sheet, SheetRow
from thidua.support.spreadsheets.table import Value

MOST_ROWS_ABOVE: Final = 60
LONGEST_HEADING: Final = 80


class Meaning(Enum):
    """What a column of a statement holds. SUM is what came or went, by its sign or by the column SIDE."""

    DAY = "day"
    MEMO = "memo"
    CREDIT = "credit"
    SIDE = "side"
    SUM = "sum"
    REFERENCE = "reference"
    SENDER = "sender"


@dataclass(frozen=True)
class Headings:
    """The row below which the lines stand (its place among the rows of the sheet), and the columns, from 0."""

    place: int
    columns: dict[Meaning, int]


# Folded words, the surest first; a heading fits where they stand in it one after another.
_WORDS: Final = {
    Meaning.DAY: (
        *("ngay giao dich", "ngay gd", "transaction date", "tnx date", "trans date"),
        *("ngay hach toan", "ngay but toan", "posting date", "accounting date", "ngay ghi so"),
        *(
            "thoi gian giao dich",
            "ngay hieu luc",
            "effective date",
            "value date",
            "ngay",
            "thoi gian",
            "date",
        ),
    ),
    Meaning.MEMO: (
        *("noi dung giao dich", "noi dung", "dien giai", "mo ta", "chi tiet giao dich"),
        *("description", "details", "detail", "narrative", "remark", "remarks"),
    ),
    Meaning.CREDIT: (
        *("so tien ghi co", "phat sinh co", "ps co", "ghi co", "tien vao", "gui vao", "thu vao", "credit"),
        *("co tktt", "so tien co"),
    ),
    Meaning.SIDE: ("no co", "co no", "d c", "c d", "dr cr", "cr dr", "debit credit", "credit debit"),
    Meaning.SUM: ("so tien", "gia tri giao dich", "amount"),
    Meaning.REFERENCE: (
        *("so tham chieu", "ma tham chieu", "ma giao dich", "so giao dich", "ma gd", "so gd", "so but toan"),
        *("so chung tu", "so ct", "reference", "transaction number", "transaction no", "transaction id"),
        *("doc no", "ref"),
    ),
    Meaning.SENDER: (
        *("ten nguoi chuyen", "nguoi chuyen", "nguoi nop", "nguoi gui", "don vi chuyen"),
        *("ten tai khoan doi ung", "ten doi ung", "ten doi tac", "corresponsive name", "doi tac"),
        *("remitter", "sender", "thu huong chuyen"),
    ),
}
_NOT: Final = {
    Meaning.CREDIT: ("so du", "balance", "no", "debit"),
    Meaning.SIDE: ("so tien", "so du", "amount"),
    Meaning.SUM: ("so du", "balance", "no", "debit", "co", "credit", "phi", "fee"),
    Meaning.REFERENCE: ("tai khoan", "account"),
    Meaning.SENDER: ("so tai khoan", "account", "ngan hang", "bank", "nh"),
}
_MONEY: Final = (Meaning.CREDIT, Meaning.SUM)
_NO_LETTERS: Final = re.compile(r"[^0-9a-z]+")


def find_headings(sheet: Sheet) -> Headings | None:
    """Return the headings of a sheet, or None where no row has a day, a text and an amount that came."""
    rows = sheet.rows[:MOST_ROWS_ABOVE]
    for place, row in enumerate(rows):
        below = sheet.rows[place + 1] if place + 1 < len(sheet.rows) else None
        if below is not None and _may_be_second_line(row, below):
            columns = _columns(_joined(row, below))
            if _is_complete(columns):
                return Headings(place + 1, columns)
        columns = _columns([_said(value) for value in row.values])
        if _is_complete(columns):
            return Headings(place, columns)
    return None


def words_of(text: str) -> str:
    """Return folded words with one space between them, whatever stood there."""
    return _NO_LETTERS.sub(" ", fold(text)).strip()


def _said(value: Value) -> str:
    if not isinstance(value, str) or len(value) > LONGEST_HEADING:
        return ""
    return words_of(value)


def _may_be_second_line(row: SheetRow, below: SheetRow) -> bool:
    """Tell whether a row holds words alone, right below: a line of money has digits."""
    filled = [value for value in below.values if value is not None]
    words = all(isinstance(value, str) and not re.search(r"[0-9]", value) for value in filled)
    return bool(filled) and words and below.number == row.number + 1


def _joined(row: SheetRow, below: SheetRow) -> list[str]:
    """Return two lines as one; a merged cell above stands over all columns that it covers."""
    above, found = "", []
    for column in range(max(len(row.values), len(below.values))):
        upper = _said(row.values[column]) if column < len(row.values) else ""
        lower = _said(below.values[column]) if column < len(below.values) else ""
        above = upper or (above if lower else "")
        found.append(f"{above} {lower}".strip())
    return found


def _columns(headings: list[str]) -> dict[Meaning, int]:
    columns: dict[Meaning, int] = {}
    for meaning, known in _WORDS.items():
        if meaning in (Meaning.SUM, Meaning.SIDE) and Meaning.CREDIT in columns:
            continue
        free = [place for place in range(len(headings)) if place not in columns.values()]
        if meaning is Meaning.CREDIT and "co" in headings:
            columns[meaning] = headings.index("co")
            continue
        at = next(
            (place for words in known for place in free if _fits(headings[place], words, meaning)),
            None,
        )
        if at is not None:
            columns[meaning] = at
    return columns


def _fits(heading: str, words: str, meaning: Meaning) -> bool:
    within = f" {heading} "
    return f" {words} " in within and not any(f" {word} " in within for word in _NOT.get(meaning, ()))


def _is_complete(columns: dict[Meaning, int]) -> bool:
    return {Meaning.DAY, Meaning.MEMO} <= columns.keys() and any(one in columns for one in _MONEY)
