"""Days, decisions and amounts of one cell, against cases a clerk can read."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.registry.books.cell_cases import cases, label
from thidua.core.vietnamese.dates import VIETNAM_TIME
from thidua.registry.books.dates import Precision, read_day, read_year
from thidua.registry.books.money import read_amount
from thidua.registry.books.numbers import read_decision
from thidua.registry.books.words import is_ditto, is_nothing, key, squeezed, tidy, trimmed


@pytest.mark.parametrize("case", cases("days"), ids=label)
def test_a_day_is_read_as_far_as_it_is_written(case: dict[str, Any]) -> None:
    read = read_day(case["cell"])
    said = case.get("day")
    assert read.day == said
    assert read.year == (
        said.year if said else case.get("year", 2019 if case.get("fault") and read.year else None)
    )
    assert (bool(read.fault), bool(read.remark)) == (case.get("fault", False), case.get("remark", False))
    assert read.precision.value == (case.get("precision") or ("day" if said else "none"))


@pytest.mark.parametrize("case", cases("papers"), ids=label)
def test_a_decision_is_read_with_number_day_and_authority(case: dict[str, Any]) -> None:
    read = read_decision(case["cell"])
    said = case.get("day")
    assert (read.number, read.date, read.authority) == (
        case.get("number", ""),
        said,
        case.get("authority", ""),
    )
    assert read.year == (said.year if said else case.get("year"))
    assert bool(read.fault) == case.get("fault", False)


@pytest.mark.parametrize("case", cases("amounts"), ids=label)
def test_an_amount_is_read_in_whole_dong(case: dict[str, Any]) -> None:
    assert read_amount(case["cell"]) == case.get("amount")


@given(
    some.dates(date(1946, 1, 1), date(2043, 12, 31)),
    some.sampled_from(["/", "-", ".", " / "]),
    some.booleans(),
)
@settings(max_examples=150, deadline=None)
def test_every_day_written_day_first_is_that_day(day: date, mark: str, padded: bool) -> None:
    text = mark.join(
        [f"{day.day:02d}", f"{day.month:02d}", str(day.year)]
        if padded
        else [str(day.day), str(day.month), str(day.year)]
    )
    assert read_day(text).day == day
    assert read_day(f"ngày {day.day} tháng {day.month} năm {day.year}").day == day
    assert (
        read_day(datetime(day.year, day.month, day.day, 7, 30, tzinfo=VIETNAM_TIME)).day
        == read_day(day).day
        == day
    )
    assert read_day((day - date(1899, 12, 30)).days).day == day


@given(
    some.integers(1, 9999),
    some.sampled_from(["QĐ-UBND", "QĐ-TTg", "QĐ-CTN", "QĐ-LĐTL"]),
    some.sampled_from(["", " ", "  ", "\u00a0"]),
)
@settings(max_examples=100, deadline=None)
def test_blanks_never_change_a_number(number: int, symbol: str, blank: str) -> None:
    first, second = symbol.split("-")
    typed = f"Số: {number}{blank}/{blank}{first}{blank}-{blank}{second}"
    assert read_decision(typed).number == f"{number}/{symbol}"


@given(some.integers(1, 10**9))
@settings(max_examples=100, deadline=None)
def test_an_amount_reads_back_in_every_grouping(amount: int) -> None:
    grouped = f"{amount:,}"
    if amount >= 1000:
        assert read_amount(grouped) == read_amount(grouped.replace(",", ".") + " đồng") == amount
    assert read_amount(amount) == read_amount(float(amount)) == read_amount(Decimal(amount)) == amount


def test_a_bare_number_counts_in_the_scale_of_its_column() -> None:
    assert (read_amount("447", 1000), read_amount(447, 1000), read_amount("447.000đ", 1000)) == (
        447_000,
        447_000,
        447_000,
    )


def test_a_school_year_counts_as_the_year_it_ends_in() -> None:
    assert (read_year("năm học 2018-2019"), read_year("2018 - 2019"), read_day("2018-2019").precision) == (
        2019,
        2019,
        Precision.SCHOOL_YEAR,
    )


def test_a_fault_says_in_a_sentence_what_is_wrong() -> None:
    with translation.override("en"):
        said = str(read_day("31/02/2019").fault)
    assert said == "“31/02/2019” is no day of the calendar. Look it up in the paper."


@given(some.one_of(some.text(max_size=60), some.floats(), some.integers(), some.none(), some.booleans()))
@settings(max_examples=300, deadline=None)
def test_no_value_is_too_strange_for_days_papers_and_amounts(value: object) -> None:
    read_day(value), read_decision(value), read_amount(value), read_year(value)
    text = str(value)
    assert tidy(tidy(text)) == tidy(text)


def test_what_cannot_be_seen_does_not_count() -> None:
    assert tidy("khen  thƣởng\u200b") == "khen thưởng"
    assert trimmed(" - Sở Nội vụ ; ") == "Sở Nội vụ"
    assert (key("B/K CT tỉnh"), squeezed("CSTĐ-CS")) == ("b k ct tinh", "cstdcs")


@pytest.mark.parametrize("text", ["nt", "N.T", "n.t.", "như trên", '"', "''", "//", "(nt)", "”"])
def test_dittos_are_known(text: str) -> None:
    assert is_ditto(text)


@pytest.mark.parametrize("text", ["-", "", "nguyễn", "không", "Nt Văn"])
def test_a_dash_is_no_ditto(text: str) -> None:
    assert not is_ditto(text)


def test_nothing_is_nothing() -> None:
    assert [is_nothing(text) for text in ("", "-", "(Không có)", "#N/A", "x", "0")] == [
        True,
        True,
        True,
        True,
        False,
        False,
    ]
