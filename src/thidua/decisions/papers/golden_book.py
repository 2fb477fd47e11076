"""The golden book (sổ vàng) of a year, to print and keep."""

from __future__ import annotations

from collections.abc import Iterable

from thidua.core.vietnamese.dates import format_date
from thidua.core.vietnamese.numbers import format_number
from thidua.decisions.enums import EventKind
from thidua.decisions.models import Certificate, DecisionLine
from thidua.decisions.papers.grouping import counted
from thidua.decisions.papers.handing_list import mark_of
from thidua.orgs.bodies import body_of
from thidua.orgs.models import Unit
from thidua.registry.enums import AwardStatus
from thidua.support.documents.printed_list import PrintedColumn, PrintedGroup, PrintedList, write_list_pdf

COLUMNS = (
    PrintedColumn("Số sổ vàng", 12, fixed=True, numeric=True),
    PrintedColumn("Họ và tên / Tên tập thể, hộ", 1.2),
    PrintedColumn("Chức vụ, đơn vị hoặc địa chỉ", 1.2),
    PrintedColumn("Hình thức", 1.1),
    PrintedColumn("Thành tích", 1.4),
    PrintedColumn("Tiền thưởng (đồng)", 22, fixed=True, numeric=True),
    PrintedColumn("Mã giấy", 29, fixed=True),
    PrintedColumn("Ngày trao, người nhận", 1.0),
    PrintedColumn("Ghi chú", 1.1),
)
# What the book says of a certificate that was replaced.
REPLACED = {
    EventKind.EXCHANGE: "Cấp đổi",
    EventKind.REISSUE: "Cấp lại",
    EventKind.CORRECTION: "Đính chính",
}


def golden_book_pdf(unit: Unit, year: int, lines: Iterable[DecisionLine]) -> bytes:
    """Return the book as PDF, decision by decision; `lines` as `queries.golden_book` gives them."""
    listed = list(lines)
    groups = []
    for pk in dict.fromkeys(line.decision_id for line in listed):
        own = [line for line in listed if line.decision_id == pk]
        decision = own[0].decision
        assert decision.decided_on is not None
        heading = (
            f"Quyết định số {decision.full_number} ngày {format_date(decision.decided_on)}, "
            f"người ký: {decision.signer_name} – {decision.title}{mark_of(decision)}"
        )
        groups.append(PrintedGroup(heading, tuple(_row(line) for line in own)))
    content = PrintedList(
        body=body_of(unit).upper(),
        title=f"SỔ VÀNG KHEN THƯỞNG NĂM {year}",
        under=(),
        columns=COLUMNS,
        groups=tuple(groups),
        total=f"Tổng cộng: {counted(listed)}." if listed else "",
        signatures=("NGƯỜI GHI SỔ", "THỦ TRƯỞNG CƠ QUAN"),
    )
    return write_list_pdf(content)


def book_notes(line: DecisionLine) -> tuple[str, ...]:
    """Return what the book notes beside a line: replaced, cancelled, taken back; reads `every_certificate`."""
    notes = []
    certificates: list[Certificate] = getattr(line, "every_certificate", [])
    for one in certificates:
        for event in one.events.all():
            if event.kind in REPLACED:
                told = f"{REPLACED[EventKind(event.kind)]} {format_date(event.on)}, thay mã {one.code}"
                notes.append(f"{told}, theo {event.decision}" if event.decision else told)
            elif event.kind == EventKind.RECALL:
                notes.append(f"Đã thu hồi ngày {format_date(event.on)}")
    award = line.award
    if award is not None and award.status != AwardStatus.ACTIVE:
        by = f" theo {award.status_decision}" if award.status_decision else ""
        day = f" ngày {format_date(award.status_on)}" if award.status_on else ""
        notes.append(f"Đã hủy bỏ{day}{by}")
    return tuple(notes)


def _row(line: DecisionLine) -> tuple[str, ...]:
    valid: Certificate | None = next(iter(getattr(line, "valid_certificates", ())), None)
    given = next(iter(getattr(line, "given", ())), None)
    return (
        str(line.ordinal or ""),
        line.recipient_name,
        line.post_unit,
        line.award_name,
        line.achievement or line.decision.achievement,
        format_number(line.bonus_amount) if line.bonus_amount is not None else "",
        valid.code if valid else "",
        f"{format_date(given.on)}, {given.received_by}" if given else "",
        "; ".join(book_notes(line)),
    )
