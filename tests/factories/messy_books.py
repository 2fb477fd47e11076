"""Old books in layouts that are really met, as files, each with the awards that it tells. All names are invented."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any

import docx
from openpyxl import Workbook
from openpyxl.styles import Font

INDIVIDUAL, COLLECTIVE, HOUSEHOLD = "individual", "collective", "household"


@dataclass(frozen=True)
class MessyBook:
    """A file, its name, and its awards in their order: kind, name, and what else the book says of each."""

    filename: str
    data: bytes
    awards: list[dict[str, Any]]


def _workbook(rows: list[list[Any]], merged: tuple[str, ...] = (), font: str = "Times New Roman") -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for cells in sheet.iter_rows():
        for cell in cells:
            cell.font = Font(name=font)
    for reach in merged:
        sheet.merge_cells(reach)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _document(blocks: list[str | list[list[str]]]) -> bytes:
    document = docx.Document()
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(len(block), len(block[0]))
        for place, row in enumerate(block):
            for column, text in enumerate(row):
                table.cell(place, column).text = text
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _award(kind: str, name: str, **values: str) -> dict[str, Any]:
    return {"kind": kind, "name": name, **values}


def flat_with_title_and_total() -> MessyBook:
    """L7: a merged title, an empty row, a number row under the headings, dittos, a total, a signature."""
    rows = [
        ["DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG"],
        [],
        ["STT", "Họ và tên", "Chức vụ", "Đơn vị", "Hình thức khen thưởng", "Số quyết định", "Ngày ký"],
        ["A", "B", 1, 2, 3, 4, 5],
        ["01", "Ông Hoàng Văn Mẫu", "Trưởng phòng", "Sở Y tế", "Bằng khen", "125/QĐ-UBND", "05/01/2019"],
        ["02", "Bà Nông Thị Thử", "Chuyên viên", "nt", "nt", "nt", "nt"],
        [None, "TỔNG CỘNG", None, "2 người"],
        [None, None, None, None, None, "NGƯỜI LẬP BIỂU"],
    ]
    shared = {"unit": "Sở Y tế", "award_text": "Bằng khen", "number": "125/QĐ-UBND", "date": "2019-01-05"}
    return MessyBook(
        "phang.xlsx",
        _workbook(rows, ("A1:G1",)),
        [
            _award(INDIVIDUAL, "Hoàng Văn Mẫu", post="Trưởng phòng", **shared),
            _award(INDIVIDUAL, "Nông Thị Thử", post="Chuyên viên", **shared),
        ],
    )


def groups_with_counts() -> MessyBook:
    """L6: collectives and individuals under headings with a count, the ordinal restarts."""
    rows = [
        ["DANH SÁCH TẶNG BẰNG KHEN CỦA CHỦ TỊCH UBND TỈNH"],
        ["(Kèm theo Quyết định số 163 - QĐ/UBND ngày 12 tháng 5 năm 2018)"],
        ["STT", "Họ tên, chức vụ, đơn vị"],
        ["I. TẬP THỂ (02)"],
        [1, "Phòng Tổ chức, Sở Nội vụ"],
        [2, "Trạm Y tế xã Mẫu"],
        ["II. CÁ NHÂN (01)"],
        [1, "Ông Vi Văn Thử, Phó Giám đốc, Sở Tư pháp"],
    ]
    number = {"number": "163/QĐ-UBND", "date": "2018-05-12"}
    return MessyBook(
        "nhom.xlsx",
        _workbook(rows, ("A1:B1", "A2:B2", "A4:B4", "A7:B7")),
        [
            _award(COLLECTIVE, "Phòng Tổ chức, Sở Nội vụ", **number),
            _award(COLLECTIVE, "Trạm Y tế xã Mẫu", **number),
            _award(INDIVIDUAL, "Vi Văn Thử", post="Phó Giám đốc", unit="Sở Tư pháp", **number),
        ],
    )


def matrix_with_marks() -> MessyBook:
    """L10 under a heading of two lines (L13): one row may hold several awards, each by an x."""
    rows = [
        ["STT", "Họ tên", "Chức vụ", "Đơn vị", "Danh hiệu", None],
        [None, None, None, None, "LĐTT", "CSTĐCS"],
        [1, "Lý Thị Mẫu", "Giáo viên", "Trường THCS Thử", "X", "x"],
        [2, "Bế Văn Mẫu", "Giáo viên", "Trường THCS Thử", "x", None],
        ["TỔNG CỘNG (3 lượt cá nhân)"],
    ]
    where = {"post": "Giáo viên", "unit": "Trường THCS Thử"}
    return MessyBook(
        "ma-tran.xlsx",
        _workbook(rows, ("A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1", "A5:D5")),
        [
            _award(INDIVIDUAL, "Lý Thị Mẫu", award_text="LĐTT", **where),
            _award(INDIVIDUAL, "Lý Thị Mẫu", award_text="CSTĐCS", **where),
            _award(INDIVIDUAL, "Bế Văn Mẫu", award_text="LĐTT", **where),
        ],
    )


def typed_in_tcvn3() -> MessyBook:
    """A flat list set in .VnTime."""
    rows = [
        ["STT", "Hä vµ tªn", "§¬n vÞ", "H×nh thøc khen th\xadëng", "N¨m"],
        [1, "NguyÔn V¨n MÉu", "Së Y tÕ", "B»ng khen", 2005],
        [2, "TrÇn ThÞ BÐ", "Së Néi vô", "GiÊy khen", 2006],
    ]
    return MessyBook(
        "phong-cu.xlsx",
        _workbook(rows, font=".VnTime"),
        [
            _award(INDIVIDUAL, "Nguyễn Văn Mẫu", unit="Sở Y tế", award_text="Bằng khen", year="2005"),
            _award(INDIVIDUAL, "Trần Thị Bé", unit="Sở Nội vụ", award_text="Giấy khen", year="2006"),
        ],
    )


def decision_without_table() -> MessyBook:
    """L1: the names stand as paragraphs inside Điều 1."""
    blocks: list[str | list[list[str]]] = [
        [["UBND TỈNH\nSố: 77/QĐ-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nngày 3 tháng 10 năm 2022"]],
        "Điều 1. Tặng Bằng khen của Chủ tịch UBND tỉnh cho 02 tập thể, gồm:",
        "1. Phòng Hộ tịch, Sở Tư pháp;",
        "2. Công an xã Mẫu.",
        "Điều 2. Tiền thưởng theo quy định.",
        [["Nơi nhận:\n- Như Điều 2;", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"]],
    ]
    number = {"number": "77/QĐ-UBND", "date": "2022-10-03"}
    return MessyBook(
        "quyet-dinh.docx",
        _document(blocks),
        [
            _award(COLLECTIVE, "Phòng Hộ tịch, Sở Tư pháp", **number),
            _award(COLLECTIVE, "Công an xã Mẫu", **number),
        ],
    )


def one_cell_each() -> MessyBook:
    """L23 in Word: everything of a person in one cell, a couple as a household, «như trên»."""
    table = [
        ["STT", "Họ tên, chức vụ, đơn vị", "Hình thức"],
        ["1", "Ông Lương Văn Thử, Trưởng phòng Tổ chức, Sở Y tế", "Bằng khen"],
        ["2", "Hộ ông Đàm Văn Mẫu và bà Lô Thị Mẫu, thôn Thử", "như trên"],
    ]
    return MessyBook(
        "mot-o.docx",
        _document(["DANH SÁCH KHEN THƯỞNG NĂM 2017", table]),
        [
            _award(INDIVIDUAL, "Lương Văn Thử", unit="Sở Y tế", award_text="Bằng khen", year="2017"),
            _award(HOUSEHOLD, "Đàm Văn Mẫu và Lô Thị Mẫu", award_text="Bằng khen", year="2017"),
        ],
    )


MESSY_BOOKS = (
    flat_with_title_and_total,
    groups_with_counts,
    matrix_with_marks,
    typed_in_tcvn3,
    decision_without_table,
    one_cell_each,
)
