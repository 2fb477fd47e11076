"""Working days of a dossier, with pauses, and forecasts."""

from datetime import date

import pytest

from thidua.core.calendar.working_days import Pause
from thidua.core.law.reading import load_law
from thidua.core.workflow.clock import Stay, limit_of, pauses, read_clock, shortest_limit
from thidua.core.workflow.lateness import Forecast, Outlook, Timeliness, forecast, timeliness, usual_days

BOOK = load_law()
RECEIVED = date(2026, 2, 9)  # Monday before the Tết break of 2026


@pytest.mark.parametrize(
    ("step", "on", "award", "days"),
    [
        ("appraisal", date(2022, 5, 4), "provincial_certificate_of_merit", 25),
        ("appraisal", date(2022, 5, 4), "labor_order_3", 30),
        ("appraisal", date(2026, 3, 16), "provincial_certificate_of_merit", 20),
        ("appraisal", date(2026, 3, 16), "grassroots_emulation_fighter", 20),
        ("appraisal", date(2026, 3, 16), "glorious_youth_volunteer_medal", 15),
        ("reception", date(2026, 3, 16), "labor_order_3", 5),
        ("notice", date(2026, 3, 16), "labor_order_3", 10),
    ],
)
def test_the_law_data_say_how_long_a_step_takes(step, on, award, days):
    assert limit_of(BOOK, step, on, award).days == days


def test_no_limit_is_made_up_where_none_is_known():
    assert limit_of(BOOK, "appraisal", date(2010, 1, 4), "provincial_certificate_of_merit") is None
    assert read_clock(None, "appraisal", RECEIVED, RECEIVED).due_on is None


def test_the_strictest_award_binds_the_dossier():
    awards = ["provincial_certificate_of_merit", "glorious_youth_volunteer_medal"]

    assert shortest_limit(BOOK, "appraisal", RECEIVED, awards).days == 15


def test_the_new_year_break_is_not_counted():
    limit = limit_of(BOOK, "appraisal", RECEIVED, "provincial_certificate_of_merit")

    assert (limit.due(RECEIVED) - RECEIVED).days > 28


def test_returned_and_suspended_days_are_stopped_once():
    stays = [
        Stay("received", date(2026, 3, 2), date(2026, 3, 5)),
        Stay("returned", date(2026, 3, 5), date(2026, 3, 12)),
        Stay("received", date(2026, 3, 12), date(2026, 3, 20)),
        Stay("agency_consultation", date(2026, 3, 20), None),
    ]

    assert pauses(stays, [(date(2026, 3, 10), date(2026, 3, 16))]) == (
        Pause(date(2026, 3, 5), date(2026, 3, 16)),
        Pause(date(2026, 3, 20), None),
    )


def test_a_stopped_clock_has_no_last_day_and_keeps_the_days_left():
    limit = limit_of(BOOK, "appraisal", date(2026, 3, 2), "provincial_certificate_of_merit")
    stopped = (Pause(date(2026, 3, 5), None),)

    reading = read_clock(limit, "appraisal", date(2026, 3, 2), date(2026, 3, 31), stopped)

    assert (reading.due_on, reading.days_left, reading.is_paused) == (None, 17, True)


@pytest.mark.parametrize(
    ("finished", "expected"),
    [
        (date(2026, 4, 9), Timeliness.EARLY),
        (date(2026, 4, 10), Timeliness.ON_TIME),
        (date(2026, 4, 13), Timeliness.LATE),
    ],
)
def test_the_last_day_is_in_time(finished, expected):
    assert timeliness(date(2026, 4, 10), finished) is expected
    assert timeliness(None, finished) is Timeliness.NO_LIMIT


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        (date(2026, 3, 31), Forecast(Outlook.SAFE, date(2026, 3, 25), 4)),
        (date(2026, 3, 26), Forecast(Outlook.TIGHT, date(2026, 3, 25), 1)),
        (date(2026, 3, 24), Forecast(Outlook.LATE, date(2026, 3, 25), -1)),
        (date(2026, 3, 13), Forecast(Outlook.LATE, None, -1)),
        (None, Forecast(Outlook.UNKNOWN, None, None)),
    ],
)
def test_a_forecast_adds_what_the_steps_left_usually_take(due, expected):
    usual = usual_days({"received": [4, 6, 5], "council": [3, 5], "proposed": []}) | {"proposed": 1}

    assert (
        forecast(
            steps_left=["received", "council", "proposed"],
            usual=usual,
            spent_in_step=3,
            today=date(2026, 3, 16),
            due_on=due,
        )
        == expected
    )


def test_a_step_never_finished_makes_the_forecast_unknown():
    found = forecast(
        steps_left=["council"], usual={}, spent_in_step=0, today=date(2026, 3, 16), due_on=date(2026, 4, 1)
    )

    assert found.outlook is Outlook.UNKNOWN
