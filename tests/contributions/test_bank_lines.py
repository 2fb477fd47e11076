"""Statements of Vietnamese banks, as they come, read into lines of money that came."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.utils import translation

from tests.old_encodings import in_windows_1258
from thidua.contributions.bank.empty_table import empty_statement
from thidua.contributions.bank.lines import BankLine, read_bank_statement
from thidua.support.refusals import Refused

DAY = date(2019, 10, 31)


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def workbook(*rows: Sequence[Any], merged: Sequence[str] = ()) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    for cells in merged:
        book.active.merge_cells(cells)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def told(lines: list[BankLine]) -> list[tuple[Any, ...]]:
    return [(line.day, line.amount, line.memo, line.reference, line.sender) for line in lines]


HOLDER = [
    ["NGÂN HÀNG TMCP NGOẠI THƯƠNG VIỆT NAM"],
    ["SAO KÊ TÀI KHOẢN / ACCOUNT STATEMENT"],
    ["Chủ tài khoản:", "QUỸ VÌ NGƯỜI NGHÈO", None, "Số tài khoản:", "0081000123456"],
    ["Từ ngày: 01/10/2019", None, "Đến ngày: 31/10/2019", None, "Số dư đầu kỳ: 5.000.000"],
]
# Headings of each bank, one line of money that came, one that left, and what is read of the first.
BANKS = {
    "Vietcombank": (
        [
            *("STT\nNo.", "Ngày\nTNX Date/ Số CT/ Doc No", "Số tiền ghi nợ\nDebit", "Số tiền ghi có\nCredit"),
            *("Số dư\nBalance", "Nội dung chi tiết\nTransactions in detail"),
        ],
        ["1", "31/10/2019\n5078 - 12345", "", "1,500,000", "6,500,000", "NGUYEN THI HOA ung ho"],
        ["2", "31/10/2019\n5078 - 12346", "200,000", "", "6,300,000", "Phi dich vu"],
        ("NGUYEN THI HOA ung ho", "5078 - 12345", ""),
    ),
    "VietinBank": (
        [
            *("STT", "Ngày hạch toán/Accounting date", "Mô tả giao dịch/Transaction description", "Nợ/Debit"),
            *("Có/Credit", "Số dư/Account Balance", "Số giao dịch/Transaction number"),
            *("Số tài khoản đối ứng/Corresponsive account", "Tên tài khoản đối ứng/Corresponsive name"),
        ],
        [1, "31-10-2019 08:15:22", "ung ho", None, Decimal(1500000), 6500000, "771A19", "101", "VI VAN SON"],
        [2, "31-10-2019 09:15:22", "rut", 200000, None, 6300000, "771A20", "102", "CONG TY A"],
        ("ung ho", "771A19", "VI VAN SON"),
    ),
    "Agribank": (
        ["Ngày giao dịch", "Ngày hiệu lực", "Số bút toán", "Ghi nợ", "Ghi có", "Số dư", "Diễn giải"],
        [DAY, date(2019, 11, 1), "8800LDS1", 0, 1500000, 6500000, "UNG HO"],
        [DAY, date(2019, 11, 1), "8800LDS2", 200000, 0, 6300000, "RUT TIEN"],
        ("UNG HO", "8800LDS1", ""),
    ),
    "MB": (
        [
            *("Ngày bút toán POSTING DATE", "Ngày giao dịch TRANSACTION DATE", "Số bút toán TRANSACTION NO"),
            *("Phát sinh nợ DEBIT", "Phát sinh có CREDIT", "Số dư cuối BALANCE", "Diễn giải DETAILS"),
            *("Đơn vị thụ hưởng/chuyển BENEFICIARY/REMITTER", "Ngân hàng đối tác BANK"),
        ],
        ["01/11/2019", "31/10/2019 23:50", "FT193", "", "1.500.000,00", "6.500.000", "gop", "HOANG A", "VCB"],
        ["01/11/2019", "31/10/2019 23:51", "FT194", "200.000", "", "6.300.000", "chi", "B", "VCB"],
        ("gop", "FT193", "HOANG A"),
    ),
    "ACB": (
        ["Ngày hiệu lực", "Ngày giao dịch", "Số GD", "Nội dung giao dịch", "Rút ra", "Gửi vào", "Số dư"],
        ["31/10/19", "31/10/19", "4412", "ung ho", None, "1,500,000.00", "6,500,000.00"],
        ["31/10/19", "31/10/19", "4413", "phi", "200,000.00", None, "6,300,000.00"],
        ("ung ho", "4412", ""),
    ),
    "one signed column": (
        ["Thời gian", "Số tham chiếu", "Số tiền", "Mô tả"],
        ["2019-10-31 10:00:01", "X1", "+1 500 000 VND", "ung ho"],
        ["2019-10-31 10:00:02", "X2", "-200 000 VND", "chi"],
        ("ung ho", "X1", ""),
    ),
    "one column and its side": (
        ["Ngày", "Số chứng từ", "Số tiền", "Nợ/Có", "Nội dung"],
        ["31.10.2019", "77", "1500000", "C", "ung ho"],
        ["31.10.2019", "78", "200000", "D", "chi"],
        ("ung ho", "77", ""),
    ),
}


@pytest.mark.parametrize("bank", BANKS)
def test_statements_of_banks_are_read_as_they_come(bank: str) -> None:
    headings, came, went, (memo, reference, sender) = BANKS[bank]
    total = [None] * (len(headings) - 2) + ["1.500.000", "Tổng cộng/Total"]
    lines = read_bank_statement(workbook(*HOLDER, [], headings, came, went, headings, total), "sao-ke.xlsx")
    assert told(lines) == [(DAY, Decimal(1500000), memo, reference, sender)]
    assert lines[0].faults == ()


def test_headings_in_two_lines_are_read_together() -> None:
    data = workbook(
        ["Ngày giao dịch", "Số CT", "Diễn giải", "Số tiền phát sinh", None, "Số dư"],
        [None, None, None, "Nợ", "Có", None],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
        ["31/10/2019", "1", "chi tiền", "900.000", None, "0"],
        ["31/10/2019", "2", "ủng hộ", None, "1.500.000", "0"],
        merged=("D1:E1",),
    )
    assert told(read_bank_statement(data, "kho-bac.xlsx")) == [(DAY, Decimal(1500000), "ủng hộ", "2", "")]


TCVN3 = (
    "Ngµy giao dÞch;Sè tiÒn ghi cã;Néi dung;Ng­êi chuyÓn\n31/10/2019;63.734.567;ñng hé lµm ®­êng;Vi V¨n S¬n\n"
).encode("latin-1")
CSV = (
    "Ngày giao dịch;Số tiền ghi có;Nội dung;Người chuyển\n31/10/2019;63.734.567;Ủng hộ làm đường;Vi Văn Sơn\n"
)


@pytest.mark.parametrize(
    "data",
    [
        CSV.encode(),
        CSV.encode("utf-8-sig"),
        CSV.encode("utf-16"),
        CSV.replace(";", "\t").encode("utf-16-le"),
        CSV.replace(";", ",").encode(),
        in_windows_1258(CSV),
        TCVN3,
    ],
)
def test_text_is_read_in_whatever_encoding_it_was_saved(data: bytes) -> None:
    (line,) = read_bank_statement(data, "sao-ke.csv")
    assert (line.day, line.amount) == (DAY, Decimal(63734567))
    assert (line.memo.casefold(), line.sender) == ("ủng hộ làm đường", "Vi Văn Sơn")


def test_a_line_without_a_number_is_known_again_in_a_longer_statement() -> None:
    head = "Ngày;Số tiền;Nội dung\n"
    twice = "31/10/2019;5.000;ung ho\n" * 2
    short = read_bank_statement((head + twice).encode(), "a.csv")
    long = read_bank_statement((head + "30/10/2019;5,000;UNG HO\n" + twice).encode(), "b.csv")
    assert [line.amount for line in long] == [5000, 5000, 5000]
    assert [line.reference for line in short] == [line.reference for line in long[1:]]
    assert len({line.reference for line in long}) == 3


def test_what_cannot_be_read_stops_its_line_alone() -> None:
    head = "Ngày giao dịch;Ghi nợ;Ghi có;Nội dung\n"
    rows = (
        "31/10/2019;;1.5;le",
        "31/10/2019;;12,50;le",
        "32/10/2019;;1.000;ngay",
        ";;2.000;khong ngay",
        "31/10/2019;;-1.000;huy giao dich",
        "31/10/2019;;abc;chu",
        "10/31/2019;;1.000;doi cho",
        "31/10/2019;;1.000;dung",
    )
    lines = read_bank_statement((head + "\n".join(rows)).encode(), "a.csv")
    assert [(line.number, line.faults) for line in lines] == [
        (2, ("“1.5” is not an amount in whole đồng. Correct it in the file.",)),
        (3, ("“12,50” is not an amount in whole đồng. Correct it in the file.",)),
        (4, ("“32/10/2019” is not a date. Correct it in the file.",)),
        (5, ("“” is not a date. Correct it in the file.",)),
        (6, ("The bank took this sum back. If a receipt was issued for it, take the receipt back.",)),
        (7, ("“abc” is not an amount in whole đồng. Correct it in the file.",)),
        (8, ("“10/31/2019” is not a date. Correct it in the file.",)),
        (9, ()),
    ]


def test_an_unclear_side_is_asked_about() -> None:
    data = "Ngày;Số tiền;Nợ/Có;Nội dung\n31/10/2019;1.000;X;ung ho\n".encode()
    (line,) = read_bank_statement(data, "a.csv")
    assert line.faults == ("It is not clear whether this came or went. Write C or D in the file.",)


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"", "a.csv", "empty"),
        (b"%PDF-1.4", "a.pdf", "a.pdf"),
        (b"%PDF-1.4", "a.xlsx", "its content is PDF"),
        (b"\x00\x01\x02\xff" * 50, "a.csv", ""),
        (b"a;b;c\n1;2;3\n", "a.csv", "No row of headings"),
        ("Ngày;Số tiền ghi có;Nội dung\n31/10/2019;0;x\n".encode(), "a.csv", "No row of this statement"),
        (
            ("Ngày;Số tiền ghi có;Nội dung\n" + "31/10/2019;1;x\n" * 301).encode(),
            "a.csv",
            "More than 300 rows",
        ),
    ],
)
def test_a_file_that_is_no_statement_gets_its_sentence(data: bytes, name: str, sentence: str) -> None:
    with pytest.raises(Refused) as caught:
        read_bank_statement(data, name)
    assert [*caught.value.faults] == ["file"]
    assert sentence in str(caught.value.faults["file"][0])


def test_the_empty_table_has_headings_that_are_read() -> None:
    book = openpyxl.load_workbook(BytesIO(empty_statement()))
    book.active.append([DAY, 1500000, "ủng hộ", "1", "Vi Văn Sơn"])
    file = BytesIO()
    book.save(file)
    assert told(read_bank_statement(file.getvalue(), "mau.xlsx")) == [
        (DAY, Decimal(1500000), "ủng hộ", "1", "Vi Văn Sơn")
    ]
