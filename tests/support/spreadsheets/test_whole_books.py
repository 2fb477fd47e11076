"""A whole book is read as it was written: every sheet, its merged ranges, hidden rows, formulas and typefaces."""

import datetime
import unicodedata
from decimal import Decimal
from io import BytesIO

import pytest
import xlsxwriter
from django.utils import translation
from openpyxl import Workbook
from openpyxl.styles import Font

from tests.old_encodings import in_windows_1258
from tests.support.spreadsheets.files import (
    ods,
    ods_number,
    ods_row,
    ods_table,
    ods_text,
    part,
    repacked,
    xlsx,
)
from tests.support.spreadsheets.xls_maker import (
    compound_file,
    error,
    formula,
    merged,
    number,
    record,
    shared_text,
    texts,
    workbook,
)
from thidua.support.spreadsheets.codes import FaultCode
from thidua.support.spreadsheets.sheets import SheetRow, Span
from thidua.support.spreadsheets.whole import read_sheets

PEOPLE = [["STT", "Họ và tên", "Đơn vị"], [1, "Nguyễn Văn An", "Sở Y tế"]]
READ_PEOPLE = (
    SheetRow(1, ("STT", "Họ và tên", "Đơn vị")),
    SheetRow(2, (Decimal(1), "Nguyễn Văn An", "Sở Y tế")),
)


def written(write, **options):
    """A workbook written by xlsxwriter, which keeps results of formulas as told."""
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, **options}) as book:
        write(book)
    return file.getvalue()


def saved(book):
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def codes(book):
    return [remark.code for remark in book.remarks]


def test_all_sheets_are_read_and_hidden_ones_are_marked():
    book = Workbook()
    first = book.active
    first.title = "Cá nhân"
    for row in PEOPLE:
        first.append(row)
    book.create_sheet("Trống")
    hidden = book.create_sheet("DANHMUC")
    hidden["C3"] = 0.1
    hidden.sheet_state = "hidden"
    read = read_sheets(saved(book), "so.xlsx")
    assert read.kind == "XLSX"
    assert [(sheet.name, sheet.hidden, sheet.rows) for sheet in read.sheets] == [
        ("Cá nhân", False, READ_PEOPLE),
        ("DANHMUC", True, (SheetRow(3, (None, None, Decimal("0.1"))),)),
    ]
    assert read.remarks == ()


def test_merged_ranges_and_hidden_rows_are_told():
    def change(sheet):
        sheet.merge_cells("A3:C3")
        sheet.merge_cells("C1:C2")
        sheet.row_dimensions[2].hidden = True

    (sheet,) = read_sheets(xlsx(PEOPLE, change), "so.xlsx").sheets
    assert sheet.spans == (Span(0, 2, 1, 2), Span(2, 0, 2, 2))
    assert [(row.number, row.hidden) for row in sheet.rows] == [(1, False), (2, True)]


@pytest.mark.parametrize("from_1904", [False, True])
def test_a_day_is_the_same_in_both_calendars_of_excel(from_1904):
    def write(book):
        sheet = book.add_worksheet()
        sheet.write_datetime("A1", datetime.date(2020, 5, 1), book.add_format({"num_format": "dd/mm/yyyy"}))
        sheet.write_boolean("B1", True)
        sheet.write_number("C1", 1500000.1)

    (sheet,) = read_sheets(written(write, date_1904=from_1904), "so.xlsx").sheets
    assert sheet.rows == (SheetRow(1, (datetime.date(2020, 5, 1), True, Decimal("1500000.1"))),)


def test_a_formula_gives_the_value_saved_with_it_and_without_one_it_is_named():
    def change(sheet):
        sheet["D2"] = "=1+1"

    (sheet,) = read_sheets(xlsx(PEOPLE, change), "so.xlsx").sheets
    assert sheet.rows == READ_PEOPLE
    assert {cell: fault.code for cell, fault in sheet.unknown.items()} == {"D2": FaultCode.NO_RESULT}
    read = read_sheets(
        written(lambda book: book.add_worksheet().write_formula("A1", "=1+1", None, 2)), "so.xlsx"
    )
    assert read.sheets[0].rows == (SheetRow(1, (Decimal(2),)),)
    assert read.remarks == ()


def test_a_formula_that_points_to_another_book_is_told_and_its_saved_value_read():
    def write(book):
        sheet = book.add_worksheet()
        sheet.write_formula("A1", "=[1]So!A1", None, 7)
        sheet.write_formula("B1", "=1+1", None, 2)

    data = repacked(written(write), {"xl/externalLinks/externalLink1.xml": b"<externalLink/>"})
    read = read_sheets(data, "so.xlsx")
    assert read.sheets[0].rows == (SheetRow(1, (Decimal(7), Decimal(2))),)
    assert [(remark.code, remark.values["cells"]) for remark in read.remarks] == [
        (FaultCode.OTHER_BOOK, "A1")
    ]


def test_errors_in_empty_rows_of_a_template_are_empty_and_told_once():
    def change(sheet):
        for row in range(3, 20):
            sheet[f"D{row}"] = "#N/A"
            sheet[f"D{row}"].data_type = "e"

    read = read_sheets(xlsx(PEOPLE, change), "so.xlsx")
    assert read.sheets[0].rows == READ_PEOPLE
    assert read.sheets[0].unknown == {}
    with translation.override("vi"):
        assert [remark.sentence for remark in read.remarks] == [
            "Các ô đang báo lỗi (như #N/A) được coi là ô trống: D3, D4, D5, D6, D7, … (tất cả 17 ô)."
        ]


def test_letters_of_old_typefaces_are_converted_cell_by_cell():
    book = Workbook()
    sheet = book.active
    for cell, text, font in (
        ("A1", "nguyÔn v¨n hïng", ".VnTimeH"),
        ("A2", "Traàn Thò Beù", "VNI-Times"),
        ("A3", "Bé", ".VnTime"),
        ("A4", "Nguyễn Văn Hoà", ".VnTime"),
        ("A5", "Vi V¨n §øc", "Arial"),
        ("A6", "Müller", "Arial"),
        ("A7", "khen thƣởng", "Arial"),
        ("A8", unicodedata.normalize("NFD", "Lộc Bình"), "Arial"),
    ):
        sheet[cell] = text
        sheet[cell].font = Font(name=font)
    (read,) = read_sheets(saved(book), "so.xlsx").sheets
    assert [row.values[0] for row in read.rows] == [
        "NGUYỄN VĂN HÙNG",
        "Trần Thị Bé",
        "Bộ",
        "Nguyễn Văn Hoà",
        "Vi Văn Đức",
        "Müller",
        "khen thưởng",
        "Lộc Bình",
    ]
    assert read.converted == {"A1": "TCVN3", "A2": "VNI", "A3": "TCVN3", "A5": "TCVN3"}


def test_a_column_in_an_old_encoding_decides_for_the_texts_that_could_be_either():
    rows = [["Hä vµ tªn"], ["NguyÔn V¨n A"], ["Hé gia ®×nh"], ["Bé"], ["Toµn"]]
    (read,) = read_sheets(xlsx(rows), "so.xlsx").sheets
    assert [row.values[0] for row in read.rows] == ["Họ và tên", "Nguyễn Văn A", "Hộ gia đình", "Bộ", "Toàn"]


def test_an_xls_file_tells_the_same():
    font = record(0x0031, b"\x00" * 14 + bytes([7, 0]) + b".VnTime")
    formats = record(0x00E0, b"\x00" * 20)
    words = ["NguyÔn V¨n An", "Bé"]
    hidden_row = record(0x0208, b"\x01\x00\x00\x00\x02\x00\xff\x00" + b"\x00" * 4 + b"\x20\x00\x00\x00")
    cells = hidden_row + shared_text(0, 0, 0) + shared_text(1, 0, 1) + formula(1, 1, 5.0)
    cells += merged(4, 5, 0, 1) + error(1, 2) + number(3, 0, 2.5)
    data = compound_file(workbook({"S": cells}, texts(words), extra=font + formats))
    (sheet,) = read_sheets(data, "so.xls").sheets
    assert sheet.rows == (
        SheetRow(1, ("Nguyễn Văn An",)),
        SheetRow(2, ("Bộ", Decimal(5)), hidden=True),
        SheetRow(4, (Decimal("2.5"),)),
    )
    assert sheet.spans == (Span(4, 0, 5, 1),)
    assert {cell: fault.code for cell, fault in sheet.unknown.items()} == {"C2": FaultCode.ERROR_VALUE}


def test_an_ods_file_tells_the_same():
    rows = [
        ods_row(ods_text("Danh sách", 'table:number-columns-spanned="2"')),
        ods_row(ods_text("NguyÔn V¨n An"), ods_number("5"), attributes='table:visibility="collapse"'),
    ]
    (sheet,) = read_sheets(ods(ods_table(*rows)), "so.ods").sheets
    assert sheet.rows == (
        SheetRow(1, ("Danh sách",)),
        SheetRow(2, ("Nguyễn Văn An", Decimal(5)), hidden=True),
    )
    assert sheet.spans == (Span(0, 0, 0, 1),)
    assert sheet.converted == {"A2": "TCVN3"}


NAMES = "DANH SÁCH KHEN THƯỞNG\nSTT;Họ và tên;Đơn vị\n1;Nguyễn Văn Đức;Sở Y tế\n"


@pytest.mark.parametrize("delimiter", [";", "\t", ","])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_separated_text_is_read_in_any_unicode_with_any_separator(encoding, delimiter):
    data = NAMES.replace(";", delimiter).encode(encoding)
    (sheet,) = read_sheets(data, "so.txt").sheets
    assert [row.values for row in sheet.rows] == [
        ("DANH SÁCH KHEN THƯỞNG",),
        ("STT", "Họ và tên", "Đơn vị"),
        ("1", "Nguyễn Văn Đức", "Sở Y tế"),
    ]


@pytest.mark.parametrize(
    "data",
    [
        in_windows_1258("Họ và tên;Đơn vị\nNguyễn Văn Đức;Sở Y tế\n"),
        "Hä vµ tªn;§¬n vÞ\nNguyÔn V¨n §øc;Së Y tÕ\n".encode("latin-1"),
        "Hoï vaø teân;Ñôn vò\nNguyeãn Vaên Ñöùc;Sôû Y teá\n".encode("latin-1"),
    ],
)
def test_separated_text_is_read_in_the_encodings_before_unicode(data):
    (sheet,) = read_sheets(data, "so.csv").sheets
    assert [row.values for row in sheet.rows] == [("Họ và tên", "Đơn vị"), ("Nguyễn Văn Đức", "Sở Y tế")]


def test_a_million_empty_rows_are_passed_over():
    data = xlsx(PEOPLE)
    sheet = part(data, "xl/worksheets/sheet1.xml").decode()
    empty = "".join(f'<row r="{row}" s="1"/>' for row in range(3, 200_000))
    lied = sheet.replace(
        "</sheetData>", f'{empty}<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'
    )
    (read,) = read_sheets(repacked(data, {"xl/worksheets/sheet1.xml": lied.encode()}), "so.xlsx").sheets
    assert read.rows == READ_PEOPLE
