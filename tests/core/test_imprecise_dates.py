"""Dates that are known to the day, the month, the year or not at all are stored and said as such."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.periods import DatePrecision, ImpreciseDate


@pytest.mark.parametrize(
    ("day", "precision", "earliest", "latest", "vietnamese", "english"),
    [
        (date(2019, 8, 19), "day", date(2019, 8, 19), date(2019, 8, 19), "19/08/2019", "19/08/2019"),
        (
            date(2018, 10, 5),
            "month",
            date(2018, 10, 1),
            date(2018, 10, 31),
            "tháng 10 năm 2018",
            "October 2018",
        ),
        (
            date(2018, 8, 1),
            "quarter",
            date(2018, 7, 1),
            date(2018, 9, 30),
            "quý III năm 2018",
            "third quarter of 2018",
        ),
        (date(2018, 6, 1), "year", date(2018, 1, 1), date(2018, 12, 31), "năm 2018", "2018"),
        (
            date(2018, 12, 31),
            "end_of_year",
            date(2018, 10, 1),
            date(2018, 12, 31),
            "cuối năm 2018",
            "late 2018",
        ),
        (
            date(2018, 1, 1),
            "start_of_year",
            date(2018, 1, 1),
            date(2018, 3, 31),
            "đầu năm 2018",
            "early 2018",
        ),
        (None, "unknown", None, None, "chưa rõ ngày", "date unknown"),
    ],
)
def test_a_date_says_no_more_than_is_known(
    day: date | None,
    precision: str,
    earliest: date | None,
    latest: date | None,
    vietnamese: str,
    english: str,
) -> None:
    known = ImpreciseDate.from_stored(day, DatePrecision(precision))
    assert (known.earliest, known.latest) == (earliest, latest)
    assert (known.label(), known.label("en")) == (vietnamese, english)


def test_the_printed_words_are_kept_beside_what_they_mean() -> None:
    known = ImpreciseDate.from_stored(
        date(2018, 12, 1), DatePrecision.END_OF_YEAR, "từ cuối năm 2018 đến nay"
    )
    assert (known.text, known.label()) == ("từ cuối năm 2018 đến nay", "cuối năm 2018")


@pytest.mark.parametrize(
    ("day", "precision"), [(None, DatePrecision.DAY), (date(2018, 1, 1), DatePrecision.UNKNOWN)]
)
def test_a_day_goes_with_a_precision_and_none_with_unknown(
    day: date | None, precision: DatePrecision
) -> None:
    with pytest.raises(ValueError, match="does not go with"):
        ImpreciseDate.from_stored(day, precision)


@given(st.dates(), st.sampled_from([precision for precision in DatePrecision if precision != "unknown"]))
def test_what_is_stored_is_read_back(day: date, precision: DatePrecision) -> None:
    known = ImpreciseDate.from_stored(day, precision, "như đã in")
    assert ImpreciseDate.from_stored(*known.stored, known.text) == known
