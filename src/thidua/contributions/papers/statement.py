"""The statement of a month on paper, in Vietnamese.

It names no donor: whoever agreed to be named may change their mind, and this file never changes. The number of the
receipt leads to the public page, where the present consent counts.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from decimal import Decimal
from typing import Final

from django.utils import timezone, translation

from thidua.contributions.enums import IN_MONEY, Entry, GiftKind
from thidua.contributions.models import Drive
from thidua.contributions.queries import MonthOfKind, PublicLine, month_of, public_lines
from thidua.core.vietnamese.dates import format_date
from thidua.core.vietnamese.numbers import format_quantity
from thidua.support.documents.printed_list import PrintedColumn, PrintedGroup, PrintedList, write_list_pdf
from thidua.support.provenance import Provenance

COLUMNS: Final = (
    PrintedColumn("Dòng", 16, fixed=True, numeric=True),
    PrintedColumn("Ngày", 24, fixed=True),
    PrintedColumn("Phiếu thu", 26, fixed=True),
    PrintedColumn("Nội dung", 1),
    PrintedColumn("Nhận", 40, fixed=True, numeric=True),
    PrintedColumn("Phân bổ", 40, fixed=True, numeric=True),
)
NAMES: Final = {
    GiftKind.MONEY: "Tiền",
    GiftKind.LAND: "Đất",
    GiftKind.LABOUR: "Ngày công",
    GiftKind.GOODS: "Hiện vật (quy ra tiền)",
}
DONORS: Final = {
    "person": "cá nhân",
    "household": "hộ gia đình",
    "collective": "tập thể, doanh nghiệp",
    "many": "nhiều người",
}


def write_statement_pdf(drive: Drive, year: int, month: int) -> bytes:
    """Return the statement as PDF/A-2b: for each kind what there was, came, went and is left, then every line."""
    first, last = date(year, month, 1), date(year, month, monthrange(year, month)[1])
    with translation.override("vi"):
        lines = public_lines(drive, first, last)
        mark = " – dữ liệu minh họa" if Provenance(drive.provenance).needs_mark else ""
        content = PrintedList(
            body=drive.unit.name.upper(),
            title=f"SỔ ỦNG HỘ THÁNG {month:02d} NĂM {year}",
            under=(
                f"{drive.name}{mark}",
                f"Công bố ngày {format_date(timezone.localdate())}. Tên người ủng hộ chỉ nêu trên trang công khai, "
                "theo sự đồng ý của từng người.",
            ),
            columns=COLUMNS,
            groups=tuple(_group(row, lines) for row in month_of(drive, year, month)),
            total=f"Tổng cộng: {len(lines)} dòng trong tháng." if lines else "",
            signatures=("NGƯỜI GHI SỔ", "THỦ TRƯỞNG CƠ QUAN"),
        )
        return write_list_pdf(content)


def _group(row: MonthOfKind, lines: list[PublicLine]) -> PrintedGroup:
    told = "; ".join(
        f"{name} {_amount(row.kind, amount)}"
        for name, amount in (
            ("đầu tháng", row.opening),
            ("nhận", row.received),
            ("phân bổ", row.allocated),
            ("cuối tháng còn", row.closing),
        )
    )
    own = tuple(_row(line) for line in lines if line.kind == row.kind)
    return PrintedGroup(f"{NAMES[GiftKind(row.kind)]}: {told}", own)


def _row(line: PublicLine) -> tuple[str, ...]:
    amount = _amount(line.kind, line.amount)
    came = line.entry == Entry.RECEIVED
    said = f"Ủng hộ của {DONORS[line.donor_kind]}" if came else f"Cho {line.went_to}"
    if line.reverses:
        said = f"Hủy dòng {line.reverses}: {line.reason}"
    mark = " (minh họa)" if Provenance(line.provenance).needs_mark else ""
    return (
        str(line.number),
        format_date(line.day),
        line.receipt,
        said + mark,
        amount if came else "",
        "" if came else amount,
    )


def _amount(kind: str, amount: Decimal) -> str:
    if kind in IN_MONEY:
        return format_quantity(amount, "đồng", None, "vi")
    return format_quantity(amount, "m²" if kind == GiftKind.LAND else "ngày công", None, "vi")
