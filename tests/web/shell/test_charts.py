"""The geometry of charts: exact positions, no division by nothing, and no figure that looks like zero."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from tests.web.shell.conftest import rendered
from thidua.core.provenance import Provenance
from thidua.web.shell.charts import Span, TrendValue, bullet_bar, cell_bar, nice_steps, trend_line

D = Decimal
amounts = st.decimals(min_value=-(10**12), max_value=10**12, places=2)


def test_a_bar_reaches_as_far_as_its_share_of_the_longest_mark() -> None:
    bar = bullet_bar(result=D(50), plan=D(100), same_period=D(25), expected=D(75), summary="")
    # The drawing holds 104: the longest mark and four percent of air.
    assert bar.result == Span("0%", "48.08%")
    assert bar.same_period == Span("0%", "24.04%")
    assert (bar.plan, bar.expected, bar.zero) == ("96.15%", "72.12%", None)


def test_what_is_not_known_is_not_drawn() -> None:
    bar = bullet_bar(result=None, plan=D(100), same_period=None, expected=None, summary="chưa có số")
    assert (bar.result, bar.same_period, bar.expected) == (None, None, None)
    assert bar.plan == "96.15%"


def test_a_result_below_zero_goes_left_from_a_line_at_zero() -> None:
    bar = bullet_bar(result=D(-50), plan=D(50), summary="")
    assert bar.zero == "50%"
    assert bar.result == Span("3.7%", "46.3%")


def test_all_zero_or_all_unknown_is_drawn_without_a_fault() -> None:
    assert bullet_bar(result=D(0), plan=D(0), summary="").result == Span("0%", "0%")
    assert bullet_bar(result=None, summary="").plan is None


@given(amounts, amounts, amounts)
def test_no_mark_ever_leaves_the_drawing(result: Decimal, plan: Decimal, same: Decimal) -> None:
    bar = bullet_bar(result=result, plan=plan, same_period=same, summary="")
    assert bar.result is not None
    assert bar.plan is not None
    places = [bar.plan, bar.result.start, bar.result.length]
    assert all(D(0) <= D(place.rstrip("%")) <= D(100) for place in places)
    assert D(bar.result.start.rstrip("%")) + D(bar.result.length.rstrip("%")) <= D("100.02")


@pytest.mark.parametrize(
    ("value", "largest", "length"),
    [
        (25, 100, "25%"),
        (100, 100, "100%"),
        (150, 100, "100%"),
        (0, 100, "0%"),
        (-5, 100, "0%"),
        (None, 9, "0%"),
        (5, 0, "0%"),
    ],
)
def test_a_bar_in_a_cell_is_the_share_of_the_largest(value: int | None, largest: int, length: str) -> None:
    assert cell_bar(value, largest=largest, shown="").length == length


@pytest.mark.parametrize(
    ("values", "steps"),
    [
        (["5027", "5452"], ["0", "2000", "4000", "6000"]),
        (["0.4", "1.1"], ["0.0", "0.5", "1.0", "1.5"]),
        (["-4", "6"], ["-5", "0", "5", "10"]),
        (["7"], ["0", "2", "4", "6", "8"]),
        (["0"], ["0.0", "0.5", "1.0"]),
        ([], ["0.0", "0.5", "1.0"]),
    ],
)
def test_the_grid_stands_on_round_numbers(values: list[str], steps: list[str]) -> None:
    assert nice_steps([D(value) for value in values]) == [D(step) for step in steps]


@given(st.lists(amounts, max_size=12))
def test_the_grid_holds_every_value_and_zero_in_few_lines(values: list[Decimal]) -> None:
    steps = nice_steps(values)
    assert steps[0] <= min([D(0), *values])
    assert steps[-1] >= max([D(0), *values])
    assert 0 in steps
    assert 2 <= len(steps) <= 7


def test_a_missing_month_breaks_the_line_and_says_so() -> None:
    values = [
        TrendValue("T1", D(10)),
        TrendValue("T2", None),
        TrendValue("T3", D(20)),
        TrendValue("T4", D(40)),
    ]
    with override("vi"):
        trend = trend_line(values, unit="tỷ đồng", plan=D(40), plan_label="kế hoạch", summary="")
    assert [(point.x, point.y, point.shown) for point in trend.points] == [
        ("12.5%", "142.5", "10\u00a0tỷ đồng"),
        ("37.5%", "", "chưa có số"),
        ("62.5%", "99", "20\u00a0tỷ đồng"),
        ("87.5%", "12", "40\u00a0tỷ đồng"),
    ]
    assert [(line.x1, line.x2) for line in trend.segments] == [("62.5%", "87.5%")]
    assert (trend.plan_y, trend.plan_label) == ("12", "kế hoạch")


def test_of_twelve_labels_a_phone_shows_four_and_always_the_last() -> None:
    trend = trend_line([TrendValue(f"T{month}", D(month)) for month in range(1, 13)], unit="", summary="")
    assert [point.label for point in trend.points if not point.minor] == ["T3", "T6", "T9", "T12"]


def test_a_trend_without_any_figure_is_drawn_empty() -> None:
    trend = trend_line([TrendValue("T1", None)], unit="", summary="", plan_label="kế hoạch")
    assert (trend.segments, trend.plan_y, trend.plan_label) == ((), "", "")


def test_a_chart_carries_its_table_its_words_and_its_mark() -> None:
    with override("vi"):
        trend = trend_line(
            [TrendValue("T1", D(10)), TrendValue("T2", None)],
            unit="hồ sơ",
            summary="Tháng 1 có 10 hồ sơ.",
            provenance=Provenance.TEST,
        )
        html = rendered('<c-trend-line :trend="trend" caption="Hồ sơ" csv_url="/x.csv" />', trend=trend)
    assert 'role="img" aria-label="Tháng 1 có 10 hồ sơ."' in html
    assert '<th scope="row">T2</th><td class="numeric">chưa có số</td>' in html
    assert '<span class="mark">dữ liệu kiểm thử</span>' in html
    assert 'href="/x.csv" download' in html
    assert "style=" not in html
