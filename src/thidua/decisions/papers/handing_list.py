"""The list that recipients sign when their certificates are handed over."""

from __future__ import annotations

from collections.abc import Iterable

from thidua.core.vietnamese.dates import format_date, format_document_date
from thidua.decisions.models import Decision, DecisionLine
from thidua.decisions.papers.bodies import head_of
from thidua.decisions.papers.grouping import counted, groups_of
from thidua.orgs.bodies import body_of
from thidua.registry.enums import AwardStatus
from thidua.support.documents.printed_list import PrintedColumn, PrintedGroup, PrintedList, write_list_pdf
from thidua.support.provenance import Provenance

COLUMNS = (
    PrintedColumn("Số sổ vàng", 13, fixed=True, numeric=True),
    PrintedColumn("Họ và tên / Tên tập thể, hộ", 1.3),
    PrintedColumn("Chức vụ, đơn vị công tác hoặc địa chỉ", 1.5),
    PrintedColumn("Mã giấy", 29, fixed=True),
    PrintedColumn("Ngày nhận", 23, fixed=True),
    PrintedColumn("Người nhận (họ tên)", 1.1),
    PrintedColumn("Ký nhận", 32, fixed=True),
    PrintedColumn("Ghi chú", 24, fixed=True),
)

MARKS = {Provenance.ILLUSTRATIVE: "dữ liệu minh họa", Provenance.TEST: "dữ liệu kiểm thử"}


def handing_over_pdf(decision: Decision, listed: Iterable[DecisionLine]) -> bytes:
    """Return the list of a signed decision as PDF: what is handed over already stands in it with day and name.

    `listed`: its lines as `queries.handing_over_list` gives them.
    """
    assert decision.decided_on is not None
    lines = [line for line in listed if _is_held(line)]
    groups = []
    for code in dict.fromkeys(line.award_code for line in lines):
        own = [line for line in lines if line.award_code == code]
        for group in groups_of(own):
            heading = f"{own[0].award_name} – {group.heading}"
            groups.append(PrintedGroup(heading, tuple(_row(line) for line in group.rows)))
    day = format_document_date(decision.decided_on)
    content = PrintedList(
        body=body_of(decision.unit).upper(),
        title="DANH SÁCH GIAO, NHẬN BẰNG VÀ GIẤY CHỨNG NHẬN",
        under=(
            f"(Theo Quyết định số {decision.full_number} {day} của {head_of(decision.unit)}){mark_of(decision)}",
        ),
        columns=COLUMNS,
        groups=tuple(groups),
        total=f"Tổng cộng: {counted(lines)}." if lines else "",
        signatures=("NGƯỜI GIAO", "ĐẠI DIỆN ĐƠN VỊ NHẬN"),
        room=7,
    )
    return write_list_pdf(content)


def mark_of(decision: Decision) -> str:
    """Return « – dữ liệu minh họa» where the decision is invented, empty where it was recorded."""
    words = MARKS.get(Provenance(decision.provenance), "")
    return f" – {words}" if words else ""


def _is_held(line: DecisionLine) -> bool:
    return line.award is None or line.award.status == AwardStatus.ACTIVE


def _row(line: DecisionLine) -> tuple[str, ...]:
    valid = next(iter(getattr(line, "valid_certificates", ())), None)
    given = getattr(valid, "handing_over", None)
    return (
        str(line.ordinal or ""),
        valid.words["recipient"] if valid else line.recipient_name,
        valid.words["description"] if valid else line.post_unit,
        valid.code if valid else "",
        format_date(given.on) if given else "",
        given.received_by if given else "",
        "",
        "Giấy thay thế" if getattr(line, "given", ()) and not given else "",
    )
