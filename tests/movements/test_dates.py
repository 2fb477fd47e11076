"""Dates of movements in words, and anniversaries in years."""

from datetime import date

import pytest

from tests.factories.movements import running_movement
from thidua.movements.actions import keep_anniversary, review_movement
from thidua.movements.models import Movement
from thidua.movements.queries.anniversaries import anniversaries_in, celebrated_by
from thidua.movements.queries.dates import days_left, span_phrase, start_phrase


@pytest.mark.parametrize(
    ("starts_on", "precision", "vietnamese", "english"),
    [
        (date(2018, 10, 1), "end_of_year", "từ cuối năm 2018", "from late 2018"),
        (date(2019, 8, 19), "day", "từ ngày 19/08/2019", "from 19 August 2019"),
        (date(2019, 2, 5), "day", "từ ngày 05/02/2019", "from 5 February 2019"),
        (date(2019, 8, 1), "month", "từ tháng 8 năm 2019", "from August 2019"),
        (date(2019, 1, 1), "start_of_year", "từ đầu năm 2019", "from early 2019"),
        (date(2019, 7, 1), "quarter", "từ quý III năm 2019", "from third quarter of 2019"),
        (date(2019, 1, 1), "year", "từ năm 2019", "from 2019"),
        (None, "day", "", ""),
    ],
)
def test_the_start_is_told_as_exactly_as_it_is_known(starts_on, precision, vietnamese, english):
    movement = Movement(starts_on=starts_on, starts_precision=precision)
    assert (start_phrase(movement), start_phrase(movement, "en")) == (vietnamese, english)


def test_the_span_names_the_real_end_or_else_the_planned_one():
    movement = Movement(starts_on=date(2019, 8, 19), starts_precision="day", planned_end=date(2019, 10, 17))
    assert span_phrase(movement) == "từ ngày 19/08/2019 đến ngày 17/10/2019"
    movement.ended_on = date(2019, 10, 31)
    assert span_phrase(movement) == "từ ngày 19/08/2019 đến ngày 31/10/2019"
    assert span_phrase(movement, "en") == "from 19 August 2019 until 31 October 2019"


def test_the_days_left_count_down_to_the_planned_end():
    movement = Movement(planned_end=date(2019, 10, 17))
    assert [days_left(movement, date(2019, 10, day)) for day in (16, 17, 18)] == [1, 0, -1]
    assert days_left(Movement(), date(2019, 10, 16)) is None


@pytest.fixture
def days(place):
    said = [
        ("thực hiện Di chúc của Chủ tịch Hồ Chí Minh", 1969),
        ("ngày sinh đồng chí Hoàng Văn Thụ", 1909),
        ("ngày thành lập tỉnh", 1831),
    ]
    return [keep_anniversary(name=name, started_year=year, by=place.officer) for name, year in said]


def test_2019_makes_50_and_110_and_188_years(days):
    assert [row.years for row in anniversaries_in(2019)] == [50, 110, 188]
    assert [row.phrase() for row in anniversaries_in(2019)][1] == "110 năm ngày sinh đồng chí Hoàng Văn Thụ"


def test_only_those_of_the_movements_asked_for(place, days):
    movement = running_movement(place, anniversaries=days[1:])
    assert [row.years for row in anniversaries_in(2019, [movement])] == [110, 188]
    assert [row.years for row in anniversaries_in(1910)] == [1, 79]


def test_a_movement_counts_its_anniversaries_in_the_year_it_ends(place, days):
    movement = running_movement(
        place,
        anniversaries=days,
        starts_on=date(2018, 12, 31),
        starts_precision="end_of_year",
        planned_end=None,
        slogan_days=None,
    )
    assert [row.years for row in celebrated_by(movement)] == [49, 109, 187]
    review_movement(movement=movement, kind="final", held_on=date(2019, 10, 31), by=place.officer)
    movement.refresh_from_db()
    assert [row.years for row in celebrated_by(movement)] == [50, 110, 188]
