"""Which promise a line of a bank's statement keeps, and which lines the ledger has already."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.contributions.amounts import from_parts
from thidua.contributions.bank.headings import words_of
from thidua.contributions.bank.lines import BankLine
from thidua.contributions.enums import GiftKind
from thidua.contributions.models import Drive, Gift, Pledge, Receipt
from thidua.contributions.queries import BANK_MARK, open_pledges, published_until
from thidua.core.follow_up import CodeRefused, read_code
from thidua.core.vietnamese.dates import format_date

# Banks take hyphens away, or put spaces and their own words around; the check sign tells what is a code.
CODE: Final = re.compile(r"(?=(UH[\s.-]?[0-9A-Z]{5}[\s.-]?[0-9A-Z]{5}))", re.IGNORECASE)
FEWEST_WORDS: Final = 2  # of a name that is looked for in what the bank says

Identity = tuple[str, date | None, Decimal | None]


class Ground(Enum):
    """Why a line is taken to keep a promise, the surest first."""

    CODE = "code"
    NAME_AND_AMOUNT = "name_and_amount"
    NAME = "name"
    AMOUNT = "amount"


@dataclass(frozen=True)
class MatchedLine:
    """A line, the promise it seems to keep and why, whether the ledger has it, what stops it (`faults`), and what
    should be looked at first (`remarks`).
    """

    line: BankLine
    pledge: Pledge | None
    ground: Ground | None
    known: bool
    faults: tuple[str, ...]
    remarks: tuple[str, ...]

    @property
    def may_be_received(self) -> bool:
        """Whether a receipt can be issued for it."""
        return not self.known and not self.faults

    @property
    def is_sure(self) -> bool:
        """Whether the promise is told by its code, or by name and amount, and nothing is to be looked at first."""
        sure = self.ground in (Ground.CODE, Ground.NAME_AND_AMOUNT)
        return sure and self.may_be_received and not self.remarks


def matched_lines(drive: Drive, lines: Sequence[BankLine]) -> list[MatchedLine]:
    """Return the lines with their promises; a fixed number of queries. No promise is given to two lines by name or
    amount alone.
    """
    pledges = list(open_pledges(drive).filter(kind=GiftKind.MONEY))
    known, by_hand = known_lines(lines), _received_by_hand(drive, lines)
    codes = {line.number: _codes(line.memo) for line in lines}
    others = _other_promises(codes.values(), {pledge.code for pledge in pledges})
    until = published_until(drive)
    given: set[int] = set()
    found = []
    for line in lines:
        is_known = identity(line) in known
        by_code, remarks = codes[line.number], []
        pledge, ground = (None, None) if is_known else _match(line, by_code, pledges, given)
        if pledge and ground is not Ground.CODE:
            given.add(pledge.pk)
        if not is_known:
            remarks = [_of_other(others[code], drive) for code in by_code if code in others]
            remarks += _of_receipt(by_hand.get((line.day, line.amount)))
        faults = (*line.faults, *_faults_of_day(line.day, until))
        found.append(MatchedLine(line, pledge, ground, is_known, faults, tuple(remarks)))
    return found


def identity(line: BankLine) -> Identity | None:
    """Return what no other line has in common with this one; None where day or amount cannot be read."""
    if line.day is None or line.amount is None:
        return None
    return BANK_MARK + line.reference, line.day, line.amount


def known_lines(lines: Iterable[BankLine]) -> set[Identity]:
    """Return the identities of those lines for which a gift stands that was not taken back, in any drive; one query."""
    marks = {BANK_MARK + line.reference for line in lines}
    rows = Gift.objects.filter(receipt__in=marks, voucher__reversed_on__isnull=True, voucher__isnull=False)
    return set(rows.values_list("receipt", "received_on", "amount"))


def _codes(memo: str) -> list[str]:
    found = []
    for typed in CODE.findall(memo):
        try:
            found.append(read_code(typed))
        except CodeRefused:
            continue
    return list(dict.fromkeys(found))


def _match(
    line: BankLine, codes: Sequence[str], pledges: Sequence[Pledge], given: Collection[int]
) -> tuple[Pledge | None, Ground | None]:
    by_code = {pledge.code: pledge for pledge in pledges}
    for code in codes:
        if code in by_code:
            return by_code[code], Ground.CODE
    told = f" {words_of(f'{line.memo} {line.sender}')} "
    free = [pledge for pledge in pledges if pledge.pk not in given]
    named = [pledge for pledge in free if _is_named(words_of(pledge.donor_name), told)]
    fitting = [pledge for pledge in free if _rest(pledge) == line.amount]
    both = [pledge for pledge in named if pledge in fitting]
    for ground, rows in ((Ground.NAME_AND_AMOUNT, both), (Ground.NAME, named), (Ground.AMOUNT, fitting)):
        if len(rows) == 1:
            return rows[0], ground
    return None, None


def _is_named(name: str, told: str) -> bool:
    return len(name.split()) >= FEWEST_WORDS and f" {name} " in told


def _rest(pledge: Pledge) -> Decimal:
    return from_parts(pledge.kind, pledge.parts - getattr(pledge, "kept", 0))


def _faults_of_day(day: date | None, until: date | None) -> list[str]:
    if day and day > timezone.localdate():
        return [_("This day has not come yet. Correct it in the file.")]
    if day and until and day <= until:
        said = _(
            "The ledger is published to the end of %(until)s. Receive this one by hand with a later day."
        )
        return [said % {"until": format_date(until)}]
    return []


def _other_promises(codes: Iterable[Sequence[str]], open_ones: Collection[str]) -> dict[str, Pledge]:
    wanted = {code for some in codes for code in some} - set(open_ones)
    rows = Pledge.objects.filter(code__in=wanted).select_related("drive") if wanted else ()
    return {row.code: row for row in rows}


def _of_other(pledge: Pledge, drive: Drive) -> str:
    if pledge.drive_id != drive.pk:
        return _("The code belongs to the drive “%(drive)s”. Receive it there.") % {"drive": pledge.drive}
    if pledge.called_off_on:
        return _("The promise with this code was called off.")
    return _("The promise with this code is kept in full already, or is not of money.")


def _received_by_hand(
    drive: Drive, lines: Sequence[BankLine]
) -> dict[tuple[date | None, Decimal | None], Receipt]:
    days = [line.day for line in lines if line.day]
    if not days:
        return {}
    rows = drive.receipts.filter(
        gift__kind=GiftKind.MONEY, gift__received_on__range=(min(days), max(days)), reversed_on__isnull=True
    ).exclude(gift__receipt__startswith=BANK_MARK)
    return {(row.gift.received_on, row.gift.amount): row for row in rows.select_related("gift")}


def _of_receipt(receipt: Receipt | None) -> list[str]:
    if receipt is None:
        return []
    said = _("Receipt %(number)s of this day and amount was issued by hand. It may be the same gift.")
    return [said % {"number": receipt}]
