"""Periods: named as reports name them, compared with the same period of last year, shared by months."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.period_names import recognise
from thidua.core.periods import Period, PeriodRefused

NINE_MONTHS = Period(date(2019, 1, 1), date(2019, 9, 30))


def periods() -> st.SearchStrategy[Period]:
    days = st.dates(date(1831, 1, 1), date(2099, 12, 31))
    return st.builds(lambda start, days: Period(start, start + timedelta(days)), days, st.integers(0, 900))


def named_periods() -> st.SearchStrategy[Period]:
    years = st.integers(1831, 2099)
    months = st.lists(st.integers(1, 12), min_size=2, max_size=2).map(sorted)
    return st.builds(lambda year, span: Period.of_months(year, *span), years, months)


@pytest.mark.parametrize(
    ("period", "code", "vietnamese", "english"),
    [
        (Period.of_month(2019, 9), "2019-09", "tháng 9 năm 2019", "September 2019"),
        (Period.of_quarter(2019, 3), "2019-Q3", "quý III năm 2019", "third quarter of 2019"),
        (Period.of_quarter(2019, 4), "2019-Q4", "quý IV năm 2019", "fourth quarter of 2019"),
        (Period.of_half(2019, 1), "2019-H1", "6 tháng đầu năm 2019", "first half of 2019"),
        (Period.of_half(2019, 2), "2019-H2", "6 tháng cuối năm 2019", "second half of 2019"),
        (NINE_MONTHS, "2019-9T", "9 tháng đầu năm 2019", "first nine months of 2019"),
        (
            Period.of_first_months(2019, 11),
            "2019-11T",
            "11 tháng đầu năm 2019",
            "first eleven months of 2019",
        ),
        (Period.of_first_months(2020, 2), "2020-2T", "2 tháng đầu năm 2020", "first two months of 2020"),
        (Period.of_year(2019), "2019", "năm 2019", "2019"),
        (
            Period(date(2019, 8, 19), date(2019, 10, 31)),
            "19/08/2019-31/10/2019",
            "19/08–31/10/2019",
            "19/08–31/10/2019",
        ),
        (
            Period(date(2018, 1, 1), date(2019, 12, 31)),
            "01/01/2018-31/12/2019",
            "01/01/2018–31/12/2019",
            "01/01/2018–31/12/2019",
        ),
        (
            Period.of_months(2019, 2, 4),
            "01/02/2019-30/04/2019",
            "01/02–30/04/2019",
            "01/02–30/04/2019",
        ),
        (
            Period.school_year(2019),
            "01/09/2019-31/08/2020",
            "năm học 2019–2020",
            "school year 2019–2020",
        ),
    ],
)
def test_a_period_is_called_as_a_report_calls_it(
    period: Period, code: str, vietnamese: str, english: str
) -> None:
    assert (period.code, period.label(), period.label("en")) == (code, vietnamese, english)


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("2019-09", date(2019, 9, 1), date(2019, 9, 30)),
        ("2019-Q3", date(2019, 7, 1), date(2019, 9, 30)),
        ("2019-q3", date(2019, 7, 1), date(2019, 9, 30)),
        ("2019-9T", date(2019, 1, 1), date(2019, 9, 30)),
        ("2019-6T", date(2019, 1, 1), date(2019, 6, 30)),
        ("2020-2T", date(2020, 1, 1), date(2020, 2, 29)),
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("01/01/2019-30/09/2019", date(2019, 1, 1), date(2019, 9, 30)),
        (" 1/1/2019 – 30/9/2019 ", date(2019, 1, 1), date(2019, 9, 30)),
    ],
)
def test_the_usual_ways_to_write_a_period_are_read(typed: str, start: date, end: date) -> None:
    assert Period.parse(typed) == Period(start, end)


@pytest.mark.parametrize(
    "typed",
    ["", "19", "2019-13", "2019-00", "2019-Q5", "2019-13T", "2019-0T", "31/10/2019", "30/09/2019-01/01/2019"],
)
def test_what_is_not_a_period_is_refused(typed: str) -> None:
    with pytest.raises(PeriodRefused) as refused:
        Period.parse(typed)
    assert refused.value.text == typed


def test_a_period_does_not_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="before it starts"):
        Period(date(2019, 9, 30), date(2019, 1, 1))


@pytest.mark.parametrize(
    ("period", "a_year_earlier"),
    [
        (NINE_MONTHS, Period(date(2018, 1, 1), date(2018, 9, 30))),
        (Period.of_month(2020, 2), Period(date(2019, 2, 1), date(2019, 2, 28))),
        (Period.of_month(2021, 2), Period(date(2020, 2, 1), date(2020, 2, 29))),
        (Period(date(2020, 2, 29), date(2020, 2, 29)), Period(date(2019, 2, 28), date(2019, 2, 28))),
        (Period(date(2021, 2, 15), date(2021, 2, 28)), Period(date(2020, 2, 15), date(2020, 2, 28))),
        (Period(date(2019, 8, 19), date(2019, 10, 31)), Period(date(2018, 8, 19), date(2018, 10, 31))),
        (Period.school_year(2019), Period.school_year(2018)),
    ],
)
def test_the_same_period_of_last_year_minds_february(period: Period, a_year_earlier: Period) -> None:
    assert period.same_period_last_year() == a_year_earlier


@pytest.mark.parametrize(
    ("period", "months", "share"),
    [
        (NINE_MONTHS, 9, Fraction(3, 4)),
        (Period.of_month(2020, 2), 1, Fraction(1, 12)),
        (Period.of_year(2020), 12, Fraction(1)),
        (Period(date(2018, 1, 1), date(2019, 12, 31)), 24, Fraction(2)),
        (Period(date(2019, 6, 16), date(2019, 6, 30)), 1, Fraction(1, 24)),
        (Period(date(2019, 6, 16), date(2019, 7, 31)), 2, Fraction(3, 24)),
    ],
)
def test_a_period_is_a_share_of_the_year_by_its_months(period: Period, months: int, share: Fraction) -> None:
    assert (period.months, period.share_of_year()) == (months, share)


def test_a_period_contains_its_first_and_last_day_and_no_other() -> None:
    inside = [date(2019, 1, 1), date(2019, 5, 20), date(2019, 9, 30)]
    outside = [date(2018, 12, 31), date(2019, 10, 1)]
    assert [NINE_MONTHS.contains(day) for day in inside + outside] == [True, True, True, False, False]


def test_a_period_contains_a_shorter_one_but_not_one_that_reaches_out() -> None:
    assert NINE_MONTHS.contains(Period.of_quarter(2019, 3))
    assert NINE_MONTHS.contains(NINE_MONTHS)
    assert not NINE_MONTHS.contains(Period.of_half(2019, 2))


@given(st.one_of(periods(), named_periods()))
def test_a_code_is_read_back_as_the_period(period: Period) -> None:
    assert Period.parse(period.code) == period


@given(named_periods())
def test_last_year_has_the_same_name_and_share(period: Period) -> None:
    earlier = period.same_period_last_year()
    named, named_earlier = recognise(period.start, period.end), recognise(earlier.start, earlier.end)
    assert named_earlier == (named and named._replace(year=named.year - 1))
    assert earlier.share_of_year() == period.share_of_year()


@given(periods(), st.integers(0, 900))
def test_the_shares_of_two_parts_add_up(period: Period, days: int) -> None:
    cut = period.start + timedelta(days)
    if cut < period.end:
        parts = Period(period.start, cut), Period(cut + timedelta(1), period.end)
        assert sum(part.share_of_year() for part in parts) == period.share_of_year()
