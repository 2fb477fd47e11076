"""A bad file gets one clear sentence per fault with its cell, and nothing of it is read."""

import contextlib
import re
import struct
import zipfile
from io import BytesIO

import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.spreadsheets.files import (
    HEADINGS,
    archive,
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
    dimensions,
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
from thidua.support.spreadsheets.faults import CellFault, TableRefused
from thidua.support.spreadsheets.limits import Limits
from thidua.support.spreadsheets.reading import read_table
from thidua.support.spreadsheets.sentences import OTHERS, SENTENCES

SPOKEN = ("name", "kind", "row", "cell", "limit", "heading", "other")
SPOKEN_OF_BOOKS = ("sheet", "cells", "count", "encoding", "last")
GOOD = xlsx([HEADINGS, ["Thu ngân sách", 5027]])
SHEET = "xl/worksheets/sheet1.xml"
WORKBOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"


def faults_of(data, name="bang.xlsx", limits=None):
    with pytest.raises(TableRefused) as refused:
        read_table(data, name, limits or Limits())
    return [(fault.code, fault.cell) for fault in refused.value.faults]


def sheet_with(xml):
    """The good file with this in place of its rows."""
    sheet = part(GOOD, SHEET).decode()
    start, end = sheet.index("<sheetData>"), sheet.index("</sheetData>")
    return repacked(GOOD, {SHEET: (sheet[: start + len("<sheetData>")] + xml + sheet[end:]).encode()})


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "bang.xlsx", FaultCode.EMPTY_FILE),
        (GOOD, "bang.docx", FaultCode.UNKNOWN_ENDING),
        (GOOD, "bang", FaultCode.UNKNOWN_ENDING),
        (GOOD, "bang.xlsm", FaultCode.OTHER_EXCEL_KIND),
        (GOOD, "bang.csv", FaultCode.NOT_WHAT_IT_SAYS),
        (GOOD, "bang.xls", FaultCode.NOT_WHAT_IT_SAYS),
        (b"%PDF-1.7 ...", "bang.xlsx", FaultCode.NOT_WHAT_IT_SAYS),
        (b"\xff\xd8\xff\xe0", "bang.xlsx", FaultCode.NOT_WHAT_IT_SAYS),
        (b"<html><table><tr><td>1</td></tr></table>", "bang.xls", FaultCode.NOT_WHAT_IT_SAYS),
        (b"a;b\r\n1;2\r\n", "bang.xlsx", FaultCode.NOT_WHAT_IT_SAYS),
        (archive({"word/document.xml": b"<w/>"}), "bang.xlsx", FaultCode.NOT_WHAT_IT_SAYS),
        (archive({"xl/workbook.bin": b"x"}), "bang.xlsx", FaultCode.OTHER_EXCEL_KIND),
        (compound_file(b"", "WordDocument"), "bang.xls", FaultCode.NOT_WHAT_IT_SAYS),
        (compound_file(b"", "EncryptedPackage"), "bang.xlsx", FaultCode.ENCRYPTED),
        (
            compound_file(workbook({"S": number(0, 0, 1)}, extra=record(0x2F, b"\x00" * 6))),
            "bang.xls",
            FaultCode.ENCRYPTED,
        ),
        (
            ods("", manifest="<manifest:encryption-data/>"),
            "bang.ods",
            FaultCode.ENCRYPTED,
        ),
        (repacked(GOOD, {"xl/vbaProject.bin": b"x"}), "bang.xlsx", FaultCode.MACROS),
        (
            compound_file(workbook({"S": number(0, 0, 1)}), beside=("_VBA_PROJECT_CUR",)),
            "bang.xls",
            FaultCode.MACROS,
        ),
        (ods("", extra={"Basic/Standard/Module1.xml": b"<x/>"}), "bang.ods", FaultCode.MACROS),
        (GOOD[: len(GOOD) // 2], "bang.xlsx", FaultCode.DAMAGED),
        (repacked(GOOD, {SHEET: b"<worksheet><broken"}), "bang.xlsx", FaultCode.DAMAGED),
        (repacked(GOOD, {SHEET: None}), "bang.xlsx", FaultCode.DAMAGED),
        (compound_file(b"", "Something"), "bang.xls", FaultCode.DAMAGED),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 600, "bang.xls", FaultCode.DAMAGED),
        (
            compound_file(workbook({"S": dimensions(16_000_000, 255) + number(0, 0, 1)})),
            "bang.xls",
            FaultCode.DAMAGED,
        ),
        (xlsx([]), "bang.xlsx", FaultCode.EMPTY_TABLE),
        (xlsx([[" ", "\u00a0"], [None, "  "]]), "bang.xlsx", FaultCode.EMPTY_TABLE),
        (b" \r\n;;\r\n", "bang.csv", FaultCode.EMPTY_TABLE),
        (b"\xef\xbb\xbf", "bang.csv", FaultCode.EMPTY_TABLE),
        (xlsx([HEADINGS]), "bang.xlsx", FaultCode.NO_ROWS),
        (
            compound_file(workbook({"S": number(0, 0, 1)}, hidden=("S",))),
            "bang.xls",
            FaultCode.NO_SHEET,
        ),
    ],
)
def test_a_file_that_is_not_read_says_why_in_one_sentence(data, name, code):
    assert faults_of(data, name) == [(code, None)]


def test_formulas_are_named_by_their_cells_and_the_rest_is_counted():
    data = xlsx([HEADINGS, *([f"=B{row}", row] for row in range(2, 11))])
    code = FaultCode.FORMULA
    named = [(code, f"A{row}") for row in range(2, 7)]
    assert faults_of(data) == [*named, (code, None)]
    with pytest.raises(TableRefused) as refused, translation.override("vi"):
        read_table(data, "bang.xlsx")
    with translation.override("vi"):
        assert refused.value.faults[0].sentence == (
            "Ô A2 chứa công thức. Hãy thay bằng giá trị: sao chép ô rồi dán bằng Paste Special (Dán đặc biệt), "
            "chọn Values (Giá trị)."
        )
        assert refused.value.faults[-1].sentence == "Và 4 ô khác chứa công thức."
    with translation.override("en"):
        assert refused.value.faults[-1].sentence == "4 more cells hold formulas."


def test_every_fault_of_the_cells_is_told_at_once():
    def spoil(sheet):
        sheet["A3"] = "=1+1"
        sheet.merge_cells("A5:B6")
        sheet["B8"] = "#N/A"
        sheet["B8"].data_type = "e"
        sheet["D2"] = "thừa"
        sheet["A9"] = "NguyÔn V¨n A"
        sheet["C1"] = "giá trị"

    assert faults_of(xlsx([HEADINGS, ["Thu", 5]], spoil)) == [
        (FaultCode.FORMULA, "A3"),
        (FaultCode.MERGED, "A5:B6"),
        (FaultCode.ERROR_VALUE, "B8"),
        (FaultCode.LEGACY_TYPEFACE, "A9"),
        (FaultCode.REPEATED_HEADING, "C1"),
        (FaultCode.NO_HEADING, "D2"),
    ]


def test_the_same_faults_are_found_in_an_xls_file():
    words = [*HEADINGS, "Thu"]
    cells = dimensions(9, 2) + shared_text(0, 0, 0) + shared_text(0, 1, 1) + shared_text(1, 0, 2)
    cells += formula(1, 1, 5.0) + merged(4, 5, 0, 1) + error(7, 1)
    assert faults_of(compound_file(workbook({"S": cells}, texts(words))), "bang.xls") == [
        (FaultCode.FORMULA, "B2"),
        (FaultCode.MERGED, "A5:B6"),
        (FaultCode.ERROR_VALUE, "B8"),
    ]


def test_the_same_faults_are_found_in_an_ods_file():
    rows = [
        ods_row(*map(ods_text, HEADINGS)),
        ods_row(ods_text("Thu"), ods_number("5", 'table:formula="of:=1+4"')),
        ods_row(ods_text("Chi", 'table:number-columns-spanned="2"')),
    ]
    assert faults_of(ods(ods_table(*rows)), "bang.ods") == [
        (FaultCode.FORMULA, "B2"),
        (FaultCode.MERGED, "A3:B3"),
    ]


def test_a_formula_typed_into_a_csv_file_is_one_too():
    assert faults_of(b"a;b\r\nx;=1+1\r\n", "bang.csv") == [(FaultCode.FORMULA, "B2")]


@pytest.mark.parametrize("words", ["NguyÔn V¨n A", "L¹ng S¬n", "®¬n vÞ", "Nguyeãn Vaên Haø Noäi"])
def test_letters_of_an_old_typeface_are_recognised(words):
    assert faults_of(xlsx([HEADINGS, [words, 1]])) == [(FaultCode.LEGACY_TYPEFACE, "A2")]


@pytest.mark.parametrize("words", ["Hoà Bình, quý III, uỷ ban, 5 m², Citroën, «Dân vận khéo»", "H'Hen Niê"])
def test_letters_of_unicode_are_not_taken_for_them(words):
    assert read_table(xlsx([HEADINGS, [words, 1]]), "bang.xlsx").rows[0].values[0] == words


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (xlsx([HEADINGS, *(["x", row] for row in range(20))]), "bang.xlsx"),
        (b"a;b\r\n" + b"x;1\r\n" * 20, "bang.csv"),
        (compound_file(workbook({"S": number(20, 1, 5) + number(0, 0, 1)})), "bang.xls"),
        (
            ods(
                ods_table(
                    ods_row(ods_number("1"), ods_number("2"), attributes='table:number-rows-repeated="21"')
                )
            ),
            "bang.ods",
        ),
    ],
)
def test_a_table_that_is_too_long_names_its_last_cell(data, name):
    codes = faults_of(data, name, Limits(max_rows=10))
    assert codes[0][0] is FaultCode.TOO_MANY_ROWS
    assert codes[0][1] in ("B21", "B11")  # CSV is read no further than needed


def test_a_table_that_is_too_wide_or_too_large_names_its_last_cell():
    wide = xlsx([["a"] * 12, [1] * 12])
    assert faults_of(wide, limits=Limits(max_columns=10)) == [(FaultCode.TOO_MANY_COLUMNS, "L2")]
    assert faults_of(wide, limits=Limits(max_cells=20)) == [(FaultCode.TOO_MANY_CELLS, "L2")]


def test_limits_are_said_as_numbers_are_written():
    fault = CellFault("B9", FaultCode.TOO_MANY_ROWS, {"cell": "B9", "limit": 100_000})
    with translation.override("vi"):
        assert "100.000 dòng" in fault.sentence
    with translation.override("en"):
        assert "100,000 rows" in fault.sentence


def test_a_lonely_cell_at_the_end_of_the_sheet_fills_no_memory():
    far = sheet_with(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    )
    assert faults_of(far) == [
        (FaultCode.TOO_MANY_ROWS, "XFD1048576"),
        (FaultCode.TOO_MANY_COLUMNS, "XFD1048576"),
    ]


@pytest.mark.parametrize("address", ["ZZZZZZZZZZ1", "A099999999", "AAAA1", "$A$1", ""])
def test_a_cell_at_an_address_that_no_sheet_has_is_not_read(address):
    # The reader makes some huge number of it, and the whole process ends when it finds no memory for the sheet.
    far = sheet_with(f'<row r="1"><c r="{address}"><v>1</v></c></row>')
    assert faults_of(far) == [(FaultCode.DAMAGED, None)]


def test_a_shared_text_of_an_impossible_number_is_not_read():
    far = sheet_with(f'<row r="1"><c r="A1" t="s"><v>{"9" * 5000}</v></c></row>')
    assert faults_of(far) == [(FaultCode.DAMAGED, None)]


def test_two_sheets_of_one_name_are_not_read():
    # One would be looked through and the other one read.
    table = ods_table(ods_row(ods_text("Tên")), ods_row(ods_number("1")))
    assert faults_of(ods(table + table), "bang.ods") == [(FaultCode.DAMAGED, None)]
    names, paths = part(GOOD, WORKBOOK).decode(), part(GOOD, RELATIONS).decode()
    (sheet,) = re.findall(r"<sheet [^>]*/>", names)
    second = re.sub(r'(id|sheetId)="[^"]*"', r'\1="rId77"', sheet)
    relation = '<Relationship Id="rId77" Type="worksheet" Target="worksheets/other.xml"/></Relationships>'
    doubled = {
        WORKBOOK: names.replace(sheet, sheet + second).encode(),
        RELATIONS: paths.replace("</Relationships>", relation).encode(),
        "xl/worksheets/other.xml": part(GOOD, SHEET),
    }
    assert faults_of(repacked(GOOD, doubled)) == [(FaultCode.DAMAGED, None)]


@pytest.mark.parametrize("twin", ["xl/worksheets/SHEET1.xml", "xl\\worksheets\\sheet1.xml", f"/{SHEET}"])
def test_two_parts_that_a_reader_may_confuse_are_not_read(twin):
    assert faults_of(repacked(GOOD, {twin: part(GOOD, SHEET)})) == [(FaultCode.DAMAGED, None)]


@pytest.mark.parametrize("number", ["+99999999", " 7", "٩٩٩٩٩٩٩", "9" * 5000])
def test_a_row_whose_number_is_none_is_not_read(number):
    assert faults_of(sheet_with(f'<row r="{number}"><c><v>1</v></c></row>')) == [(FaultCode.DAMAGED, None)]


@pytest.mark.parametrize("claimed", [(65536, 2, 0, 2), (0, 16_000_000, 0, 2), (0, 2, 0, 65535), (0, 2, 3, 2)])
def test_an_xls_file_that_claims_an_impossible_extent_is_not_opened(claimed):
    # The reader reserves memory for what is claimed, and the whole process ends when it cannot.
    cells = record(0x0200, struct.pack("<IIHHH", *claimed, 0)) + number(0, 0, 1) + number(1, 0, 2)
    assert faults_of(compound_file(workbook({"S": cells})), "bang.xls") == [(FaultCode.DAMAGED, None)]


@pytest.mark.parametrize("times", ["1000000000", "9" * 30])
def test_a_cell_that_an_ods_file_repeats_without_end_fills_no_memory(times):
    cell = f'<table:table-cell office:value="1" table:number-columns-repeated="{times}"/>'
    codes = faults_of(ods(ods_table(ods_row(cell))), "bang.ods")
    assert [code for code, _cell in codes] == [FaultCode.TOO_MANY_COLUMNS]


def test_a_file_that_is_too_large_is_not_opened():
    assert faults_of(GOOD, limits=Limits(max_bytes=1000)) == [(FaultCode.TOO_LARGE, None)]


def test_a_bomb_is_refused_by_what_it_unpacks_to():
    bomb = repacked(GOOD, {"xl/media/bomb.bin": b"\x00" * 5_000_000})
    assert len(bomb) < 20_000
    assert faults_of(bomb, limits=Limits(max_unpacked_bytes=1_000_000)) == [
        (FaultCode.UNPACKS_TOO_LARGE, None)
    ]


def test_a_bomb_that_lies_about_its_size_is_refused():
    bomb = bytearray(repacked(GOOD, {"xl/media/bomb.bin": b"\x00" * 5_000_000}))
    with zipfile.ZipFile(BytesIO(bytes(bomb))) as packed:
        size = packed.getinfo("xl/media/bomb.bin").file_size.to_bytes(4, "little")
    lying = bytes(bomb).replace(size, (10).to_bytes(4, "little"))
    assert lying != bytes(bomb)
    assert faults_of(lying) == [(FaultCode.DAMAGED, None)]


def test_one_text_shown_a_thousand_times_counts_a_thousand_times():
    long = xlsx([HEADINGS, *(["x" * 1000, row] for row in range(1000))])
    assert faults_of(long, limits=Limits(max_unpacked_bytes=500_000)) == [(FaultCode.UNPACKS_TOO_LARGE, None)]
    repeated = ods_row(ods_text("x" * 1000), ods_number("1"), attributes='table:number-rows-repeated="1000"')
    packed = ods(ods_table(repeated))
    assert faults_of(packed, "bang.ods", Limits(max_unpacked_bytes=500_000)) == [
        (FaultCode.UNPACKS_TOO_LARGE, None)
    ]
    cells = b"".join(shared_text(row, 0, 0) for row in range(1000))
    old = compound_file(workbook({"S": cells}, texts(["x" * 1000])))
    assert faults_of(old, "bang.xls", Limits(max_unpacked_bytes=500_000)) == [
        (FaultCode.UNPACKS_TOO_LARGE, None)
    ]


def test_a_text_longer_than_a_cell_can_hold_is_named():
    long = sheet_with('<row r="1"><c r="A1" t="s"><v>0</v></c></row>')
    data = repacked(long, {"xl/sharedStrings.xml": b"<sst><si><t>" + b"x" * 40_000 + b"</t></si></sst>"})
    assert (FaultCode.CELL_TOO_LONG, "A1") in faults_of(data)


def test_entities_that_grow_are_refused():
    xml = b'<!DOCTYPE w [<!ENTITY a "xxxxxxxx"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>'
    assert faults_of(repacked(GOOD, {SHEET: xml})) == [(FaultCode.DAMAGED, None)]


def test_every_fault_has_its_sentence_in_both_languages():
    assert set(SENTENCES) == set(FaultCode)
    for code in FaultCode:
        values = dict.fromkeys(
            (*SPOKEN, *SPOKEN_OF_BOOKS),
            "X",
        )
        for others in (0, 3) if code in OTHERS else (0,):
            fault = CellFault("X", code, values, others)
            with translation.override("vi"):
                vietnamese = fault.sentence
            with translation.override("en"):
                english = fault.sentence
            assert vietnamese != english
            assert "%" not in vietnamese + english
            assert vietnamese.endswith(".")


@settings(deadline=None, max_examples=60)
@given(st.sampled_from([GOOD, compound_file(workbook({"S": number(0, 0, 1)}))]), st.data())
def test_a_damaged_file_is_read_or_refused_but_never_an_error(data, draw):
    spoilt = bytearray(data)
    for _place in range(draw.draw(st.integers(1, 8))):
        spoilt[draw.draw(st.integers(0, len(spoilt) - 1))] = draw.draw(st.integers(0, 255))
    for name in ("bang.xlsx", "bang.xls"):
        with contextlib.suppress(TableRefused):
            read_table(bytes(spoilt), name)
