"""A sheet to measure how far a printer is off, before blanks that cost money are used."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from thidua.core.vietnamese.numbers import format_number
from thidua.support.documents.certificates.layout import Layout, Line
from thidua.support.documents.certificates.printing import BEFORE, NO_OFFSET, Offset
from thidua.support.documents.fonts import MM_PER_POINT
from thidua.support.documents.typesetting import typeset

TEMPLATE: Final = Path(__file__).with_name("test_sheet.typ")
IN: Final = 25.0  # millimetres from the edges to the middle of each cross
# What each line is called on the sheet; lines that stand on the blank already are left out.
NAMES: Final = {
    "recipient": "Họ tên",
    "description": "Chức vụ, đơn vị",
    "achievement": "Thành tích",
    "decision": "Số quyết định",
    "golden_book": "Số sổ vàng",
    "place_date": "Địa danh, ngày tháng",
    "signer_post": "Chức vụ người ký",
    "signer_name": "Họ tên người ký",
    "code": "Mã kiểm tra",
}
HOW: Final = (
    "1. In tờ này ở tỷ lệ 100% (không chọn “Vừa khổ giấy”), lên giấy trắng cùng khổ với phôi.",
    "2. Đo từ mép trái và mép trên của giấy đến tâm dấu chữ thập phía trên bên trái: đều phải là {inside} mm.",
    "3. Đo được 23,5 mm từ mép trái: nhập “Dịch sang phải” 1,5. Đo được 27 mm: nhập −2. Với mép trên cũng vậy.",
    "4. Đặt chồng tờ này lên phôi, soi trước ánh sáng: các khung nét đứt là chỗ in chữ.",
)


def print_test_sheet(layout: Layout, offset: Offset = NO_OFFSET) -> bytes:
    """Return the sheet of a layout as PDF: crosses 25 mm from the edges, a frame where each line is printed.

    With `offset` everything is set off as certificates are, to check what was measured.
    """
    said = [line.format(inside=format_number(int(IN))) for line in HOW]
    if offset != NO_OFFSET:
        right, down = (format_number(Decimal(f"{value:.2f}")) for value in (offset.right, offset.down))
        said.append(f"Tờ này đã dịch sang phải {right} mm, xuống {down} mm: số đo phải đúng {int(IN)} mm.")
    width, height = layout.width, layout.height
    data: dict[str, Any] = {
        "title": f"Tờ in thử, {layout.name}",
        "width": width,
        "height": height,
        "right": offset.right,
        "down": offset.down,
        "crosses": [(x, y) for y in (IN, height - IN) for x in (IN, width - IN)],
        "boxes": [*(_box(line) for line in layout.lines if not line.on_blank), _code(layout)],
        "said": said,
        "text": {"x": 45, "y": 14, "width": width - 90},
    }
    return typeset(TEMPLATE, data, tagged=False)


def _box(line: Line) -> dict[str, Any]:
    height = line.size * MM_PER_POINT * 1.35
    left = line.x - line.width * BEFORE[line.align]
    return {
        "name": NAMES[line.field],
        "x": left,
        "y": line.y - height / 2,
        "width": line.width,
        "height": height,
    }


def _code(layout: Layout) -> dict[str, Any]:
    return {"name": "Mã QR", **vars(layout.code)}
