"""Dates in the forms of Vietnamese offices, in the time of Vietnam."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.vietnamese.dates import (
    DateFault,
    DateRefused,
    format_date,
    format_date_time,
    format_document_date,
    format_range,
    format_time,
    local_date,
    parse_date,
)

LATE_IN_UTC = datetime(2019, 10, 30, 20, 5, tzinfo=UTC)


def test_a_date_is_written_with_two_digits_and_the_whole_year() -> None:
    assert format_date(date(2019, 10, 31)) == "31/10/2019"
    assert format_date(date(2020, 2, 5)) == "05/02/2020"
    assert format_date(date(1831, 11, 4)) == "04/11/1831"


def test_a_moment_is_written_in_the_time_of_vietnam() -> None:
    assert format_date(LATE_IN_UTC) == "31/10/2019"
    assert format_time(LATE_IN_UTC) == "03:05"
    assert format_date_time(LATE_IN_UTC) == "03:05 31/10/2019"
    assert local_date(LATE_IN_UTC.astimezone(timezone(timedelta(hours=-5)))) == date(2019, 10, 31)


def test_a_moment_without_a_zone_is_already_vietnamese() -> None:
    assert format_date_time(datetime(2026, 11, 30, 17, 0)) == "17:00 30/11/2026"  # noqa: DTZ001


@pytest.mark.parametrize(
    ("day", "vietnamese", "english"),
    [
        (date(2020, 2, 5), "ngày 05 tháng 02 năm 2020", "5 February 2020"),
        (date(2020, 3, 5), "ngày 05 tháng 3 năm 2020", "5 March 2020"),
        (date(2020, 1, 15), "ngày 15 tháng 01 năm 2020", "15 January 2020"),
        (date(2019, 10, 31), "ngày 31 tháng 10 năm 2019", "31 October 2019"),
        (date(2019, 9, 9), "ngày 09 tháng 9 năm 2019", "9 September 2019"),
    ],
)
def test_documents_pad_days_under_ten_and_the_first_two_months(
    day: date, vietnamese: str, english: str
) -> None:
    assert format_document_date(day) == vietnamese
    assert format_document_date(day, "en") == english


def test_a_document_is_dated_by_the_day_in_vietnam() -> None:
    assert format_document_date(LATE_IN_UTC) == "ngày 31 tháng 10 năm 2019"


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        (date(2019, 1, 1), date(2019, 9, 30), "01/01–30/09/2019"),
        (date(2018, 12, 1), date(2019, 9, 30), "01/12/2018–30/09/2019"),
        (date(2019, 10, 31), date(2019, 10, 31), "31/10/2019"),
    ],
)
def test_a_range_names_the_year_once(first: date, last: date, written: str) -> None:
    assert format_range(first, last) == written


def test_a_range_does_not_run_backwards() -> None:
    with pytest.raises(ValueError, match="backwards"):
        format_range(date(2019, 9, 30), date(2019, 1, 1))


@pytest.mark.parametrize("typed", ["31/10/2019", "2019-10-31", " 31/10/2019\u00a0", "31/\u200b10/2019"])
def test_the_usual_forms_of_a_date_are_read(typed: str) -> None:
    assert parse_date(typed) == date(2019, 10, 31)


def test_a_date_may_be_typed_without_zeros() -> None:
    assert parse_date("5/2/2020") == parse_date("05/02/2020") == date(2020, 2, 5)


@pytest.mark.parametrize(
    ("typed", "code", "suggestion"),
    [
        ("", DateFault.EMPTY, None),
        (" \u200b", DateFault.EMPTY, None),
        ("31/02/2019", DateFault.NO_SUCH_DAY, None),
        ("29/02/2019", DateFault.NO_SUCH_DAY, None),
        ("01/01/0000", DateFault.NO_SUCH_DAY, None),
        ("10/31/2019", DateFault.DAY_AND_MONTH_SWAPPED, "31/10/2019"),
        ("2019-31-10", DateFault.DAY_AND_MONTH_SWAPPED, "31/10/2019"),
        ("31/10/19", DateFault.SHORT_YEAR, "31/10/2019"),
        ("31/02/19", DateFault.SHORT_YEAR, None),
        ("31-10-2019", DateFault.OTHER_SEPARATORS, "31/10/2019"),
        ("31.10.2019", DateFault.OTHER_SEPARATORS, "31/10/2019"),
        ("31 / 10 / 2019", DateFault.OTHER_SEPARATORS, "31/10/2019"),
        ("cuối năm 2018", DateFault.NOT_A_DATE, None),
        ("10/2019", DateFault.NOT_A_DATE, None),
        ("2019-1-5", DateFault.NOT_A_DATE, None),
    ],
)
def test_what_is_not_a_clear_date_is_refused_with_what_to_write(
    typed: str, code: DateFault, suggestion: str | None
) -> None:
    with pytest.raises(DateRefused) as refused:
        parse_date(typed)
    assert (refused.value.code, refused.value.suggestion) == (code, suggestion)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_what_is_printed_is_read_back(day: date) -> None:
    assert parse_date(format_date(day)) == day
    assert parse_date(day.isoformat()) == day
