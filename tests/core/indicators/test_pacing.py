from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.indicators import Direction, IndicatorKind, PaceJudgement, judge, pace

NINE_MONTHS = Decimal("0.75")


def test_the_budget_of_2019_is_17_2_points_ahead_of_the_year():
    found = pace(5027, 5452, NINE_MONTHS)
    assert found.expected_percent == 75
    assert round(found.actual_percent, 1) == Decimal("92.2")
    assert round(found.ahead_points, 1) == Decimal("17.2")
    assert round(found.projection, 2) == Decimal("6702.67")
    assert judge(found, Direction.UP) is PaceJudgement.AHEAD


@pytest.mark.parametrize(
    ("value", "plan", "share", "direction", "judgement"),
    [
        (70, 100, NINE_MONTHS, Direction.UP, PaceJudgement.ON_TRACK),
        (69, 100, NINE_MONTHS, Direction.UP, PaceJudgement.BEHIND),
        (81, 100, NINE_MONTHS, Direction.UP, PaceJudgement.AHEAD),
        # A ceiling, such as traffic accidents: to have used it up early is bad.
        (81, 100, NINE_MONTHS, Direction.DOWN, PaceJudgement.BEHIND),
        (60, 100, NINE_MONTHS, Direction.DOWN, PaceJudgement.AHEAD),
        (10, 100, NINE_MONTHS, Direction.NONE, PaceJudgement.ON_TRACK),
        (Decimal("98.9"), 99, 1, Direction.UP, PaceJudgement.BEHIND),
        (99, 99, 1, Direction.UP, PaceJudgement.ON_TRACK),
        (Decimal("99.08"), 99, 1, Direction.UP, PaceJudgement.AHEAD),
        (5, None, NINE_MONTHS, Direction.UP, PaceJudgement.NO_PLAN),
        (5, 0, NINE_MONTHS, Direction.UP, PaceJudgement.NO_PLAN),
        (None, 100, NINE_MONTHS, Direction.UP, PaceJudgement.NO_DATA),
        (None, None, NINE_MONTHS, Direction.NONE, PaceJudgement.NO_DATA),
        (0, 100, NINE_MONTHS, Direction.UP, PaceJudgement.BEHIND),
    ],
)
def test_the_judgement_follows_the_direction_of_good(value, plan, share, direction, judgement):
    assert judge(pace(value, plan, share), direction) is judgement


def test_before_the_year_begins_nothing_is_projected():
    found = pace(0, 100, 0)
    assert (found.projection, found.expected_percent, found.ahead_points) == (None, 0, 0)


@pytest.mark.parametrize("share", [Decimal("-0.1"), Decimal("1.01"), 2])
def test_a_share_of_the_year_outside_the_year_is_an_error(share):
    with pytest.raises(ValueError, match="between 0 and 1"):
        pace(1, 2, share)


def test_only_figures_that_grow_over_the_year_are_held_against_its_share():
    assert [kind for kind in IndicatorKind if not kind.accumulates] == [
        IndicatorKind.GROWTH,
        IndicatorKind.RATIO,
    ]


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(0, 99))
def test_up_and_down_judge_as_mirror_images(value, plan, percent):
    found = pace(value, plan, Decimal(percent) / 100)
    mirror = {
        PaceJudgement.AHEAD: PaceJudgement.BEHIND,
        PaceJudgement.BEHIND: PaceJudgement.AHEAD,
        PaceJudgement.ON_TRACK: PaceJudgement.ON_TRACK,
    }
    assert judge(found, Direction.DOWN) is mirror[judge(found, Direction.UP)]
