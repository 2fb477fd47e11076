"""CSV: letters, separators, and the way back."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.vietnamese.hygiene import clean_text
from thidua.core.vietnamese.numbers import parse_number
from thidua.support.spreadsheets.codes import FaultCode
from thidua.support.spreadsheets.columns import Column, ColumnKind
from thidua.support.spreadsheets.csv_text import sniff_delimiter
from thidua.support.spreadsheets.faults import TableRefused
from thidua.support.spreadsheets.reading import read_table
from thidua.support.spreadsheets.writing_csv import write_csv

TEXT = "Chỉ tiêu;Giá trị\r\nThu ngân sách;5.027,5\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_in_each_of_its_forms(encoding):
    table = read_table(TEXT.encode(encoding), "bang.csv")
    assert (table.headings, table.rows[0].values) == (
        ("Chỉ tiêu", "Giá trị"),
        ("Thu ngân sách", "5.027,5"),
    )


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("Chỉ tiêu;Giá".encode("utf-16")[:-1], FaultCode.ENCODING_UNKNOWN),
        ("ChØ tiªu;Gi¸ trÞ\r\nThu ng©n s¸ch;5\r\n".encode("cp1252"), FaultCode.ENCODING_TCVN3),
        # Windows-1258 writes the tone after its vowel.
        (
            "Chi\u0309 tiêu;Gia\u0301 tri\u0323\r\nThu;5\r\n".encode("cp1258"),
            FaultCode.ENCODING_CP1258,
        ),
        (b"Ch\xff\xfe\x81;\x9d\r\n1;2\r\n", FaultCode.ENCODING_UNKNOWN),
        (b"a;b\x00\x01\r\n1;2\r\n", FaultCode.ENCODING_UNKNOWN),
    ],
    ids=["cut UTF-16", "TCVN3", "Windows-1258", "nonsense", "binary"],
)
def test_other_letters_are_refused_with_what_they_seem_to_be(data, code):
    with pytest.raises(TableRefused) as refused:
        read_table(data, "bang.csv")
    assert [fault.code for fault in refused.value.faults] == [code]


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a;b\n1,5;2,5\n", ";"),
        ("a,b,c\n1,2,3\n", ","),
        ("a\tb\n1,5\t2\n", "\t"),
        ("a|b\n1|2\n", "|"),
        ('a,b\n"x;y",2\n"u;v",3\n', ","),
        ("Chỉ tiêu, đơn vị;Giá trị\nThu, tỷ đồng;5\nChi;6\n", ";"),
        ("a\n1,5\n2,5\n", ";"),
    ],
)
def test_the_separator_is_the_one_that_cuts_all_rows_alike(text, delimiter):
    assert sniff_delimiter(text) == delimiter


def test_a_separator_that_excel_declares_is_believed():
    table = read_table(b"sep=,\r\na,b\r\n1;2,3\r\n", "bang.csv")
    assert (table.headings, table.rows[0].values) == (("a", "b"), ("1;2", "3"))
    assert table.cell_name(table.rows[0], "b") == "B2"


def test_a_quotation_mark_out_of_place_names_its_row():
    with pytest.raises(TableRefused) as refused:
        read_table(b'a;b\n1;2\n"3;4\n5;6\n', "bang.csv")
    assert [(fault.code, dict(fault.values)) for fault in refused.value.faults] == [
        (FaultCode.UNCLOSED_QUOTE, {"row": 3})
    ]


def test_a_decimal_comma_in_a_table_separated_by_commas_is_not_read_as_two_cells():
    with pytest.raises(TableRefused) as refused:
        read_table(b"a,b\nx,2\ny,1,5\n", "bang.csv")
    assert [(fault.code, fault.cell) for fault in refused.value.faults] == [(FaultCode.NO_HEADING, "C3")]


COLUMNS = [
    Column("Chỉ tiêu"),
    Column("Giá trị", ColumnKind.NUMBER, 1),
    Column("Ngày", ColumnKind.DATE),
]


def test_a_file_for_people_has_its_mark_semicolons_and_decimal_commas():
    written = write_csv(
        COLUMNS, [("Thu ngân sách", Decimal("5027.04"), date(2019, 9, 30)), ("a;b", None, None)]
    )
    assert written.decode("utf-8") == (
        '\ufeffChỉ tiêu;Giá trị;Ngày\r\nThu ngân sách;5027,0;30/09/2019\r\n"a;b";;\r\n'
    )


def test_a_file_for_programs_has_commas_and_points():
    written = write_csv(COLUMNS, [("Thu", Decimal("5027.04"), None)], delimiter=",", decimal_mark=".")
    assert written.decode("utf-8") == "\ufeffChỉ tiêu,Giá trị,Ngày\r\nThu,5027.0,\r\n"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+84 lời", "'+84 lời"),
        ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("'=1", "''=1"),
        ("-5,39%", "-5,39%"),
        ("+84912345678", "+84912345678"),
        ("Lương Thị Bình", "Lương Thị Bình"),
        ("a=b", "a=b"),
    ],
)
def test_text_that_would_be_a_formula_is_disarmed(text, written):
    (line,) = write_csv([Column("a")], [(text,)]).decode("utf-8").splitlines()[1:]
    assert line.strip('"') == written


safe_text = st.text(
    # Without the letters of old typefaces: such a table is refused when it comes back.
    alphabet=st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], min_codepoint=0x100)
    | st.sampled_from("=+-@';\"|\n \u00a0abc0123"),
    max_size=40,
)


@given(st.lists(safe_text, min_size=1, max_size=6), st.decimals(-(10**12), 10**12, places=3))
def test_what_is_written_is_read_back(words, figure):
    rows = [(f"x{word}", figure) for word in words]
    table = read_table(write_csv([Column("a"), Column("b")], rows), "bang.csv")
    assert [row.values[0] for row in table.rows] == [clean_text(f"x{word}") for word in words]
    assert {parse_number(str(row.values[1])) for row in table.rows} == {figure}


@given(st.lists(st.sampled_from(["=1+1", "'=2", "-a", "''@b", "'c", "-5", "＝x"]), min_size=1, max_size=5))
def test_disarmed_text_comes_back_as_it_was(words):
    with_number = [(word, 1) for word in words]
    table = read_table(write_csv([Column("a"), Column("b")], with_number), "bang.csv")
    assert [row.values[0] for row in table.rows] == words
