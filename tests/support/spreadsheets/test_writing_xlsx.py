"""What is exported is what Excel shows, and nothing of it runs."""

from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from thidua.core.vietnamese.hygiene import clean_text
from thidua.support.spreadsheets.columns import Column, ColumnKind
from thidua.support.spreadsheets.reading import read_table
from thidua.support.spreadsheets.writing_xlsx import sheet_name, write_xlsx

COLUMNS = [
    Column("Chỉ tiêu"),
    Column("Giá trị", ColumnKind.NUMBER, 1),
    Column("Ngày", ColumnKind.DATE),
    Column("Lúc", ColumnKind.DATE_TIME, width=30),
]
ROWS = [
    (
        "Thu ngân sách trên địa bàn",
        Decimal("5027.1"),
        date(2019, 9, 30),
        datetime(2019, 9, 30, 20, tzinfo=UTC),
    ),
    ("=HYPERLINK(1)", None, None, None),
]


@pytest.fixture(scope="module")
def sheet():
    return load_workbook(BytesIO(write_xlsx(COLUMNS, ROWS, "Kết quả: 9 tháng/2019"))).active


def test_the_sheet_bears_the_title_and_its_headings_stay_in_sight(sheet):
    assert sheet.title == "Kết quả 9 tháng 2019"
    assert [cell.value for cell in sheet[1]] == ["Chỉ tiêu", "Giá trị", "Ngày", "Lúc"]
    assert all(cell.font.bold for cell in sheet[1])
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:D3")


def test_numbers_dates_and_times_are_what_they_are(sheet):
    assert [cell.value for cell in sheet[2]] == [
        "Thu ngân sách trên địa bàn",
        5027.1,
        datetime(2019, 9, 30),  # noqa: DTZ001  (openpyxl's form of a day)
        datetime(2019, 10, 1, 3),  # noqa: DTZ001  (the time in Vietnam)
    ]
    assert [cell.number_format for cell in sheet[2]] == ["@", "#,##0.0", "dd/mm/yyyy", "dd/mm/yyyy hh:mm"]


def test_text_that_looks_like_a_formula_is_text(sheet):
    assert (sheet["A3"].data_type, sheet["A3"].value) == ("s", "=HYPERLINK(1)")
    assert sheet["B3"].value is None


def test_a_column_is_as_wide_as_its_content_or_as_it_is_told(sheet):
    widths = {letter: round(sheet.column_dimensions[letter].width) for letter in "ABCD"}
    assert widths == {"A": 29, "B": 10, "C": 13, "D": 31}


def test_a_long_number_keeps_all_its_digits():
    data = write_xlsx([Column("Mã", ColumnKind.NUMBER), Column("x")], [(12345678901234567890, 1)], "Mã")
    assert read_table(data, "ma.xlsx").rows[0].values == ("12345678901234567890", Decimal(1))


def test_an_empty_export_has_its_headings():
    sheet = load_workbook(BytesIO(write_xlsx(COLUMNS, [], "Trống"))).active
    assert (sheet.max_row, sheet["A1"].value) == (1, "Chỉ tiêu")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Kết quả [2019]: a/b\\c*?", "Kết quả 2019 a b c"),
        ("'Nháy'", "Nháy"),
        ("", "Sheet1"),
        ("History", "Sheet1"),
        ("x" * 40, "x" * 31),
    ],
)
def test_every_title_makes_a_name_that_excel_takes(title, name):
    assert sheet_name(title) == name


NOT_IN_XML = dict.fromkeys([0xFFFE, 0xFFFF])
# Without the letters of old typefaces: such a table is refused when it comes back.
texts = st.text(
    alphabet=st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], min_codepoint=0x100)
    | st.sampled_from("=+-@'abcđêôĐ 0123\u00a0"),
    max_size=60,
)


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.tuples(texts, st.decimals(-(10**9), 10**9, places=3)), min_size=1, max_size=5),
    texts,
)
def test_what_is_written_is_read_back(rows, title):
    marked = [(f"x{text}", figure) for text, figure in rows]
    data = write_xlsx([Column("a"), Column("b", ColumnKind.NUMBER)], marked, title)
    table = read_table(data, "bang.xlsx")
    assert [row.values[1] for row in table.rows] == [figure for _text, figure in rows]
    assert [row.values[0] for row in table.rows] == [
        clean_text(text.translate(NOT_IN_XML)) for text, _figure in marked
    ]
