"""A book that cannot be read says why, all at once, in sentences that say what to do."""

import contextlib
from io import BytesIO

import docx
import pytest
import xlsxwriter
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.spreadsheets.files import archive, ods, part, repacked, xlsx
from tests.support.spreadsheets.xls_maker import compound_file, number, record, workbook
from thidua.support.spreadsheets.codes import FaultCode
from thidua.support.spreadsheets.faults import TableRefused
from thidua.support.spreadsheets.limits import Limits
from thidua.support.spreadsheets.whole import BOOK_LIMITS, read_sheets

GOOD = xlsx([["STT", "Họ tên"], [1, "Nguyễn Văn An"]])
OLD = compound_file(workbook({"S": number(0, 0, 1)}))
SHEET = "xl/worksheets/sheet1.xml"
# The smallest PNG: one grey dot.
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c6360000000020001"
    "48afa4710000000049454e44ae426082"
)


def a_document(text="Ông A", **settings):
    document = docx.Document()
    document.add_paragraph(text)
    if settings.get("picture"):
        document = docx.Document()
        document.add_picture(BytesIO(DOT))
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def with_picture(*rows):
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        book.add_worksheet("Bản quét").insert_image("A1", "dot.png", {"image_data": BytesIO(DOT)})
        if rows:
            sheet = book.add_worksheet("Danh sách")
            for place, row in enumerate(rows):
                sheet.write_row(place, 0, row)
    return file.getvalue()


def faults_of(data, name, limits=BOOK_LIMITS):
    with pytest.raises(TableRefused) as refused:
        read_sheets(data, name, limits)
    return [fault.code for fault in refused.value.faults]


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "so.xlsx", FaultCode.EMPTY_FILE),
        (GOOD, "so.pdf", FaultCode.UNKNOWN_BOOK),
        (GOOD, "so", FaultCode.UNKNOWN_BOOK),
        (GOOD, "so.xlsm", FaultCode.MACROS),
        (GOOD, "so.xlsb", FaultCode.OTHER_EXCEL_KIND),
        (archive({"xl/workbook.bin": b"x"}), "so.xlsx", FaultCode.OTHER_EXCEL_KIND),
        (b"\xd0\xcf\x11\xe0", "so.doc", FaultCode.OLD_WORD),
        (compound_file(b"", "WordDocument"), "so.docx", FaultCode.OLD_WORD),
        (compound_file(b"", "WordDocument"), "so.xls", FaultCode.OLD_WORD),
        (GOOD, "so.docx", FaultCode.NOT_WHAT_IT_SAYS),
        (a_document(), "so.xlsx", FaultCode.NOT_WHAT_IT_SAYS),
        (b"%PDF-1.7", "so.docx", FaultCode.NOT_WHAT_IT_SAYS),
        (compound_file(b"", "EncryptedPackage"), "so.docx", FaultCode.ENCRYPTED),
        (compound_file(b"", "EncryptedPackage"), "so.xlsx", FaultCode.ENCRYPTED),
        (
            compound_file(workbook({"S": number(0, 0, 1)}, extra=record(0x2F, b"\x00" * 6))),
            "so.xls",
            FaultCode.ENCRYPTED,
        ),
        (ods("", manifest="<manifest:encryption-data/>"), "so.ods", FaultCode.ENCRYPTED),
        (repacked(GOOD, {"xl/vbaProject.bin": b"x"}), "so.xlsx", FaultCode.MACROS),
        (repacked(a_document(), {"word/vbaProject.bin": b"x"}), "so.docx", FaultCode.MACROS),
        (
            compound_file(workbook({"S": number(0, 0, 1)}), beside=("_VBA_PROJECT_CUR",)),
            "so.xls",
            FaultCode.MACROS,
        ),
        (GOOD[: len(GOOD) // 2], "so.xlsx", FaultCode.DAMAGED),
        (repacked(a_document(), {"word/document.xml": b"<w:document><broken"}), "so.docx", FaultCode.DAMAGED),
        (b"\x00\x01\x02" * 100, "so.csv", FaultCode.ENCODING_UNKNOWN),
        (b"M\xfcller;K\xf6ln\n", "so.csv", FaultCode.ENCODING_UNKNOWN),
        (xlsx([]), "so.xlsx", FaultCode.EMPTY_TABLE),
        (a_document(" "), "so.docx", FaultCode.EMPTY_TABLE),
        (b" \r\n;;\r\n", "so.csv", FaultCode.EMPTY_TABLE),
        (with_picture(), "so.xlsx", FaultCode.ONLY_PICTURES),
        (a_document(picture=True), "so.docx", FaultCode.ONLY_PICTURES),
    ],
)
def test_a_book_that_is_not_read_says_why_in_one_sentence(data, name, code):
    assert faults_of(data, name) == [code]


def test_a_sheet_that_is_a_picture_is_told_beside_the_sheets_that_are_read():
    read = read_sheets(with_picture(["STT", "Tên"], [1, "An"]), "so.xlsx")
    assert [sheet.name for sheet in read.sheets] == ["Danh sách"]
    with translation.override("vi"):
        assert [remark.sentence for remark in read.remarks] == [
            "Trang tính «Bản quét» chỉ có hình ảnh nên không đọc được; các trang khác vẫn được đọc."
        ]


def test_every_fault_of_a_book_is_told_at_once():
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        book.add_worksheet("A").write_row(0, 0, ["x"] * 12)
        book.add_worksheet("B").write_column(0, 0, ["x"] * 12)
    data = repacked(file.getvalue(), {"xl/vbaProject.bin": b"x"})
    assert faults_of(data, "so.xlsx", Limits(max_rows=10, max_columns=10)) == [
        FaultCode.MACROS,
        FaultCode.TOO_MANY_COLUMNS,
        FaultCode.TOO_MANY_ROWS,
    ]
    assert faults_of(b"x" * 2_000_000, "so.xlsm", Limits(max_bytes=1_000_000)) == [
        FaultCode.MACROS,
        FaultCode.TOO_LARGE,
    ]


def test_too_many_sheets_or_tables_are_not_read():
    file = BytesIO()
    document = docx.Document()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        for _place in range(4):
            book.add_worksheet().write(0, 0, "x")
            document.add_table(1, 1).cell(0, 0).text = "x"
            document.add_paragraph()
    paper = BytesIO()
    document.save(paper)
    assert faults_of(file.getvalue(), "so.xlsx", Limits(max_sheets=3)) == [FaultCode.TOO_MANY_SHEETS]
    assert faults_of(paper.getvalue(), "so.docx", Limits(max_sheets=3)) == [FaultCode.TOO_MANY_SHEETS]


def test_a_cell_far_away_fills_no_memory():
    sheet = part(GOOD, SHEET).decode()
    far = sheet.replace("</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')
    assert faults_of(repacked(GOOD, {SHEET: far.encode()}), "so.xlsx") == [
        FaultCode.TOO_MANY_ROWS,
        FaultCode.TOO_MANY_COLUMNS,
    ]
    wide = repacked(
        a_document(),
        {
            "word/document.xml": b'<w:document xmlns:w="w"><w:body><w:tbl><w:tr><w:tc><w:tcPr>'
            b'<w:gridSpan w:val="900000000"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl></w:body></w:document>'
        },
    )
    assert faults_of(wide, "so.docx") == [FaultCode.TOO_MANY_COLUMNS]


def test_a_bomb_and_growing_entities_are_refused():
    bomb = repacked(GOOD, {"xl/media/bomb.bin": b"\x00" * 5_000_000})
    assert faults_of(bomb, "so.xlsx", Limits(max_unpacked_bytes=1_000_000)) == [FaultCode.UNPACKS_TOO_LARGE]
    xml = b'<!DOCTYPE w [<!ENTITY a "xxxxxxxx"><!ENTITY b "&a;&a;&a;">]><w:document>&b;</w:document>'
    assert faults_of(repacked(a_document(), {"word/document.xml": xml}), "so.docx") == [FaultCode.DAMAGED]
    assert faults_of(repacked(GOOD, {SHEET: xml}), "so.xlsx") == [FaultCode.DAMAGED]


def test_tables_nested_without_end_are_refused():
    nested = b"<w:tbl><w:tr><w:tc>" * 2000 + b"<w:p/>" + b"</w:tc></w:tr></w:tbl>" * 2000
    xml = b'<w:document xmlns:w="w"><w:body>' + nested + b"</w:body></w:document>"
    assert faults_of(repacked(a_document(), {"word/document.xml": xml}), "so.docx") == [FaultCode.DAMAGED]


@settings(deadline=None, max_examples=60)
@given(
    st.sampled_from([(GOOD, "a.xlsx"), (a_document(), "a.docx"), (OLD, "a.xls")]),
    st.data(),
)
def test_a_damaged_book_is_read_or_refused_but_never_an_error(file, draw):
    data, name = file
    spoilt = bytearray(data)
    for _place in range(draw.draw(st.integers(1, 8))):
        spoilt[draw.draw(st.integers(0, len(spoilt) - 1))] = draw.draw(st.integers(0, 255))
    with contextlib.suppress(TableRefused):
        read_sheets(bytes(spoilt), name)
