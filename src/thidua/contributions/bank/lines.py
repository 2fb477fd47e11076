"""From a bank's statement (XLSX, XLS, ODS or CSV of any bank) to the lines of money that came."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from django.utils.translation import gettext as _

from thidua.contributions.bank.headings import Headings, Meaning, find_headings, words_of
from thidua.contributions.bank.sums import read_day, read_sum
from thidua.core.vietnamese.hygiene import clean_line
from thidua.support.refusals import Refused
from thidua.support.spreadsheets.faults import TableRefused
from thidua.support.spreadsheets.limits import MEGABYTE, Limits
from thidua.support.spreadsheets.sheets import Sheet, SheetRow
from thidua.support.spreadsheets.table import Value
from thidua.support.spreadsheets.whole import read_sheets

MOST_LINES: Final = 300
LIMITS: Final = Limits(max_bytes=10 * MEGABYTE, max_rows=20_000, max_columns=100, max_cells=500_000)
_CAME: Final = frozenset({"c", "co", "cr", "credit", "ghi co", "tien vao"})
_WENT: Final = frozenset({"d", "no", "dr", "debit", "ghi no", "tien ra"})
# Words of the rows that add up or carry over; they tell of no money that came.
_SUMMARY: Final = re.compile(r"\b(tong|cong|total|so du|balance|doanh so|phat sinh trong ky)\b")
_NUMBERING: Final = re.compile(r"\(?[0-9]{1,2}\)?")


@dataclass(frozen=True)
class BankLine:
    """One line of money that came: its row in the file, and what the bank says. `faults` stop it alone.

    `reference` is the bank's, else made of the line itself. Read again, in a longer statement too, the same line has
    the same reference, day and amount, and no other line has all three.
    """

    number: int
    day: date | None
    amount: Decimal | None
    memo: str
    reference: str
    sender: str
    faults: tuple[str, ...]


def read_bank_statement(data: bytes, name: str) -> list[BankLine]:
    """Return the lines of a statement; what left the account is passed over. Raises Refused on `file`."""
    try:
        book = read_sheets(data, name, LIMITS)
    except TableRefused as refused:
        raise Refused({"file": [fault.sentence for fault in refused.faults]}) from refused
    for sheet in book.sheets:
        headings = find_headings(sheet)
        if headings is not None:
            break
    else:
        said = _(
            "No row of headings with a day, a description and the money that came was found. "
            "Name the columns “Ngày giao dịch”, “Nội dung”, “Số tiền ghi có”, or use the empty table."
        )
        raise Refused({"file": said})
    seen: Counter[tuple[object, ...]] = Counter()
    lines = (_line(sheet, row, headings, seen) for row in sheet.rows[headings.place + 1 :])
    found = [line for line in lines if line is not None]
    if not found:
        raise Refused({"file": _("No row of this statement tells of money that came. Choose another file.")})
    if len(found) > MOST_LINES:
        said = _(
            "More than %(most)s rows of this statement tell of money that came. Take fewer days at once."
        )
        raise Refused({"file": said % {"most": MOST_LINES}})
    return found


def _line(
    sheet: Sheet, row: SheetRow, headings: Headings, seen: Counter[tuple[object, ...]]
) -> BankLine | None:
    """Return the line, or None where nothing came."""
    values = {
        meaning: row.values[at] if at < len(row.values) else None for meaning, at in headings.columns.items()
    }
    if _is_no_line(row, values, sheet.rows[headings.place], headings):
        return None
    faults: list[str] = []
    amount = _amount(sheet, row, headings, values, faults)
    if amount is None and not faults:
        return None
    day, beside = _day(values[Meaning.DAY], faults)
    memo, sender = _text(values[Meaning.MEMO]), _text(values.get(Meaning.SENDER))
    reference = (_text(values.get(Meaning.REFERENCE)) or beside)[:80]
    if not reference:
        told = words_of(f"{day} {amount} {memo} {sender}")
        reference = "SK" + hashlib.sha256(told.encode()).hexdigest()[:16].upper()
    same = (reference, day, amount)
    seen[same] += 1
    if seen[same] > 1:
        reference = f"{reference} ({seen[same]})"
    return BankLine(row.number, day, amount, memo, reference, sender, tuple(faults))


def _is_no_line(row: SheetRow, values: dict[Meaning, Value], heading: SheetRow, headings: Headings) -> bool:
    """Tell of sums, balances, numbers of columns, and headings that come again on the next page."""
    filled = [value for value in row.values if value is not None]
    if all(_NUMBERING.fullmatch(str(value)) for value in filled):
        return True
    at = headings.columns[Meaning.DAY]
    if at < len(heading.values) and values[Meaning.DAY] == heading.values[at] is not None:
        return True
    day = values[Meaning.DAY]
    if isinstance(day, str) and not re.search(r"[0-9]", day):
        day = None
    return day is None and bool(_SUMMARY.search(words_of(" ".join(map(str, filled)))))


def _amount(
    sheet: Sheet, row: SheetRow, headings: Headings, values: dict[Meaning, Value], faults: list[str]
) -> Decimal | None:
    """Return what came; None where nothing came, or with its fault told."""
    meaning = Meaning.CREDIT if Meaning.CREDIT in values else Meaning.SUM
    value = values[meaning]
    if value is None or value in ("-", "–"):
        unknown = sheet.unknown.get(sheet.cell(row, headings.columns[meaning]))
        if unknown is not None:
            faults.append(unknown.sentence)
        return None
    try:
        amount = read_sum(value)
    except ValueError:
        faults.append(
            _("“%(text)s” is not an amount in whole đồng. Correct it in the file.") % {"text": value}
        )
        return None
    if Meaning.SIDE in values and not _came(values[Meaning.SIDE], faults):
        return None
    if amount < 0 and meaning is Meaning.CREDIT:
        faults.append(
            _("The bank took this sum back. If a receipt was issued for it, take the receipt back.")
        )
        return amount
    return amount if amount > 0 else None


def _came(side: Value, faults: list[str]) -> bool:
    said = _text(side)
    if said == "+" or words_of(said) in _CAME:
        return True
    if said not in ("-", "−") and words_of(said) not in _WENT:
        faults.append(_("It is not clear whether this came or went. Write C or D in the file."))
    return False


def _day(value: Value, faults: list[str]) -> tuple[date | None, str]:
    try:
        return read_day(value)
    except ValueError:
        faults.append(_("“%(text)s” is not a date. Correct it in the file.") % {"text": _text(value)})
        return None, ""


def _text(value: Value) -> str:
    return "" if value is None else clean_line(str(value))
