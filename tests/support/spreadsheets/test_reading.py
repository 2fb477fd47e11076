"""A sound table is read as it was meant."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest
from openpyxl.styles import Font

from tests.support.spreadsheets.files import (
    HEADINGS,
    ods,
    ods_number,
    ods_row,
    ods_table,
    ods_text,
    xlsx,
)
from tests.support.spreadsheets.xls_maker import (
    compound_file,
    dimensions,
    number,
    shared_text,
    texts,
    workbook,
)
from thidua.support.spreadsheets.reading import read_table
from thidua.support.spreadsheets.table import Row, Table, cell_name, column_letters, position

XLS_CELLS = dimensions(2, 2) + shared_text(0, 0, 0) + shared_text(0, 1, 1)
XLS_CELLS += shared_text(1, 0, 2) + number(1, 1, 99.08)
XLS_TEXTS = [*HEADINGS, "Hồ sơ đúng hạn"]
ODS_ROWS = [
    ods_row(*map(ods_text, HEADINGS)),
    ods_row(ods_text("Hồ sơ đúng hạn"), ods_number("99.08")),
]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (xlsx([HEADINGS, ["Hồ sơ đúng hạn", 99.08]]), "bang.xlsx"),
        (xlsx([HEADINGS, ["Hồ sơ đúng hạn", 99.08]]), "BANG.XLSX"),
        (compound_file(workbook({"Số liệu": XLS_CELLS}, texts(XLS_TEXTS))), "bang.xls"),
        (compound_file(workbook({"Số liệu": XLS_CELLS}, texts(XLS_TEXTS, cut=8))), "bang.xls"),
        (ods(ods_table(*ODS_ROWS)), "bang.ods"),
    ],
    ids=["xlsx", "capital ending", "xls", "xls with texts in two records", "ods"],
)
def test_the_same_table_is_read_from_every_office_format(data, name):
    assert read_table(data, name) == Table(
        sheet="Số liệu",
        heading_row=1,
        headings=("Chỉ tiêu", "Giá trị"),
        columns=("A", "B"),
        rows=(Row(2, ("Hồ sơ đúng hạn", Decimal("99.08"))),),
    )


def test_each_cell_has_the_type_it_has_in_the_sheet():
    cells = [
        5027,
        0.1 + 0.2,
        True,
        date(2019, 9, 30),
        datetime(2019, 9, 30, 8, 5),  # noqa: DTZ001  (as it stands in a cell)
        time(9, 5),
        " Thu\u00a0 ngân\u200b sách ",
        "  ",
        None,
        1e15,
    ]
    table = read_table(xlsx([[f"c{place}" for place in range(len(cells))], cells]), "bang.xlsx")
    assert table.rows[0].values == (
        Decimal(5027),
        Decimal("0.3"),
        True,
        date(2019, 9, 30),
        datetime(2019, 9, 30, 8, 5),  # noqa: DTZ001
        time(9, 5),
        "Thu ngân sách",
        None,
        None,
        Decimal(10**15),
    )
    assert str(table.rows[0].values[-1]) == "1000000000000000"


def test_text_is_composed_and_its_line_breaks_stay():
    table = read_table(xlsx([HEADINGS, ["Ha\u0323\u0302u  L\u00e2m\n\u00a0xa\u0303 Chi", 1]]), "bang.xlsx")
    assert table.rows[0].values[0] == "Hậu Lâm\nxã Chi"


def test_rows_know_their_number_and_cells_their_name():
    def shift(sheet):
        sheet.insert_rows(1, 3)
        sheet.insert_cols(1, 2)
        sheet["C1"] = "Báo cáo kết quả"
        sheet["D9"] = 7

    table = read_table(xlsx([HEADINGS, ["Thu", 5], [None, None], ["Chi", 6]], shift), "bang.xlsx")
    assert (table.heading_row, table.columns) == (4, ("C", "D"))
    assert [row.number for row in table.rows] == [5, 7, 9]
    assert table.cell_name(table.rows[1], "Giá trị") == "D7"
    assert [record["Chỉ tiêu"] for _row, record in table.records()] == ["Thu", "Chi", None]


def test_a_table_of_one_column_has_its_heading_in_the_first_row():
    table = read_table(xlsx([["Mã"], ["001"], ["002"]]), "bang.xlsx")
    assert (table.headings, [row.values for row in table.rows]) == (("Mã",), [("001",), ("002",)])


def test_a_year_or_a_day_may_be_a_heading():
    table = read_table(xlsx([["Xã", 2019, date(2019, 9, 30)], ["Chi Lăng", 1, 2]]), "bang.xlsx")
    assert table.headings == ("Xã", "2019", "30/09/2019")


def test_the_first_visible_sheet_with_content_is_read_and_the_others_are_named():
    def add_sheets(sheet):
        book = sheet.parent
        book.create_sheet("Trống", 0)
        book.create_sheet("Ẩn", 0).sheet_state = "hidden"
        book["Ẩn"]["A1"] = "=1+1"
        book.create_sheet("Ghi chú")["A1"] = "=1+1"

    table = read_table(xlsx([HEADINGS, ["Thu", 5]], add_sheets), "bang.xlsx")
    assert (table.sheet, table.other_sheets) == ("Số liệu", ("Trống", "Ghi chú"))


def test_formats_without_values_do_not_make_the_table_larger():
    def paint(sheet):
        sheet["XFD1048576"].font = Font(bold=True)

    table = read_table(xlsx([HEADINGS, ["Thu", 5]], paint), "bang.xlsx")
    assert [row.values for row in table.rows] == [("Thu", Decimal(5))]


def test_empty_rows_that_an_ods_file_repeats_do_not_count():
    many = 'table:number-rows-repeated="1048000"'
    table = read_table(ods(ods_table(*ODS_ROWS, ods_row(attributes=many))), "bang.ods")
    assert len(table.rows) == 1


@pytest.mark.parametrize(
    ("index", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")]
)
def test_columns_are_named_as_the_programs_name_them(index, letters):
    assert column_letters(index) == letters
    assert position(cell_name(6, index)) == (6, index)


@pytest.mark.parametrize("name", ["", "7", "C", "C7:D8", "ABCD1", "Ă1", "A12345678"])
def test_what_is_no_cell_has_no_position(name):
    assert position(name) is None
