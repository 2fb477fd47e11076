"""Who has not sent, what is to be looked at, and how a year went."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.utils import timezone, translation

from tests.factories.targets import (
    DUE,
    NINE_MONTHS,
    SIX_MONTHS,
    count,
    indicator,
    observed,
    opened,
    plan,
    ratio,
    sheet_of,
    typed,
)
from thidua.core.periods import Period
from thidua.targets import access
from thidua.targets.actions import Question, accept_sheet, lock_round, remind, submit_sheet
from thidua.targets.enums import IndicatorKind
from thidua.targets.models import ReportingRound
from thidua.targets.queries import Need, attention, completeness, grid, progress, round_rows, year_table


@pytest.fixture(autouse=True)
def _vietnamese():
    with translation.override("vi"):
        yield


@pytest.fixture
def budget(place):
    return indicator(place)


def send(place, sheet, what, by, at=None):
    typed(sheet, what, "12", by=by)
    return submit_sheet(sheet=sheet, by=by, blanks_are_intended=True, at=at)


def test_those_who_sent_nothing_stand_first_on_the_board(place, budget):
    round_ = opened(place, [budget, ratio(place)], [place.de_tham, place.hung_son, place.department])
    send(place, sheet_of(round_, place.de_tham), budget, place.clerk, at=datetime(2019, 10, 4, tzinfo=UTC))
    typed(sheet_of(round_, place.hung_son), budget, "3", by=place.other_clerk)
    remind(round_=round_, by=place.officer)
    board = completeness(round_, date(2019, 10, 6))
    assert [
        (one.unit_name, one.state, one.filled, one.asked, one.is_late, one.reminders) for one in board.sheets
    ] == [
        ("Sở Nội vụ", "not_started", 0, 2, True, 1),
        ("Xã Hùng Sơn", "draft", 1, 2, True, 1),
        ("Xã Đề Thám", "submitted", 1, 2, False, 0),
    ]
    assert (board.asked, board.sent, board.waiting, board.accepted, len(board.awaited)) == (3, 1, 1, 0, 2)
    assert not any(one.is_late for one in completeness(round_, DUE).sheets)
    listed = round_rows(ReportingRound.objects.all()).get()
    assert (listed.asked, listed.sent, listed.waiting, listed.accepted) == (3, 1, 1, 0)


def test_a_locked_round_still_tells_who_never_sent(place, budget):
    round_ = opened(place, [budget])
    sheet = send(place, sheet_of(round_, place.de_tham), budget, place.clerk)
    accept_sheet(sheet=sheet, by=place.officer)
    lock_round(round_=round_, by=place.officer)
    board = completeness(round_, date(2019, 10, 6))
    assert {(one.unit_name, one.is_accepted) for one in board.sheets} == {
        ("Xã Đề Thám", True),
        ("Xã Hùng Sơn", False),
    }
    assert (board.sent, board.awaited) == (1, ())


@pytest.mark.parametrize("rows", [1, 3])
def test_the_board_costs_as_many_queries_whatever_its_units(place, budget, rows, django_assert_num_queries):
    round_ = opened(place, [budget], [place.de_tham, place.hung_son, place.department][:rows])
    remind(round_=round_, by=place.officer)
    with django_assert_num_queries(3):
        assert completeness(round_, DUE).asked == rows


@pytest.mark.parametrize("rows", [1, 3])
def test_the_grid_costs_as_many_queries_whatever_its_rows(place, rows, django_assert_num_queries):
    made = [count(place, code=f"so-{number}") for number in range(rows)]
    round_ = opened(place, made)
    for each in made:
        plan(place, each, place.de_tham, 9)
        observed(place, each, place.de_tham, 2, period=SIX_MONTHS)
        observed(place, each, place.de_tham, 2, period=NINE_MONTHS.same_period_last_year())
        typed(sheet_of(round_, place.de_tham), each, "3", by=place.clerk)
    sheet = sheet_of(round_, place.de_tham)
    with django_assert_num_queries(5):
        found = grid(sheet)
        said = [(row.figure.wording, row.last.value, row.cell.saved_by.full_name) for row in found.rows]
    expected = "3\u00a0thôn, đạt 33,3% so với kế hoạch, bằng 150,0% so với cùng kỳ"
    assert said == [(expected, Decimal(2), "Lương Văn Đề")] * rows
    assert (found.filled, found.last_period, found.is_editable) == (rows, SIX_MONTHS, True)


def test_a_grid_compares_what_counts_by_the_month_with_the_month_before(place):
    monthly = count(place, code="thang", cumulative=False)
    round_ = opened(place, [monthly], period=Period.of_month(2019, 9))
    observed(place, monthly, place.de_tham, 1, period=Period.of_month(2019, 7))
    observed(place, monthly, place.de_tham, 2, period=Period.of_month(2019, 8))
    assert grid(sheet_of(round_, place.de_tham)).rows[0].last.value == 2


def test_what_is_pressing_comes_first(place, budget):
    overdue = count(place, code="qua-han", name="Quá hạn")
    behind = indicator(place, code="cham", name="Chậm")
    far_behind = indicator(place, code="rat-cham", name="Rất chậm")
    no_data = indicator(place, code="chua-co-so", name="Chưa có số")
    no_plan = indicator(place, code="chua-co-ke-hoach", name="Chưa có kế hoạch")
    indicator(place, code="khong-hoi", name="Không ai hỏi")
    growth = indicator(place, code="iip", name="IIP", kind=IndicatorKind.GROWTH, measure="%")
    less = indicator(place, code="giam", name="Giảm nghèo", direction="down")
    opened(place, [overdue])
    for what, target, value in (
        (budget, 100, 90),
        (behind, 100, 60),
        (far_behind, 100, 30),
        (no_data, 100, None),
        (no_plan, None, 5),
        (growth, None, 3),
        (less, 100, 95),
    ):
        if target:
            plan(place, what, place.province, target)
        if value is not None:
            observed(place, what, place.province, value)
    rows = attention(year_table(place.province, 2019), date(2019, 10, 20))
    assert [(row.indicator.name, row.need, row.behind_points) for row in rows] == [
        ("Quá hạn", Need.OVERDUE, None),
        ("Rất chậm", Need.BEHIND, Decimal(45)),
        ("Giảm nghèo", Need.BEHIND, Decimal(20)),
        ("Chậm", Need.BEHIND, Decimal(15)),
        ("Chưa có số", Need.NO_DATA, None),
        ("Chưa có kế hoạch", Need.NO_PLAN, None),
    ]
    assert (rows[0].missing, rows[0].asked) == (2, 2)
    before_the_day = attention(year_table(place.province, 2019), DUE)
    assert [row.need for row in before_the_day if row.indicator == overdue] == [Need.NO_DATA]


def test_a_year_is_a_line_with_the_pace_of_its_plan(place, budget):
    plan(place, budget, place.province, 1200)
    for month, value in ((1, 90), (3, 330)):
        observed(place, budget, place.province, value, period=Period.of_first_months(2019, month))
    observed(place, budget, place.province, 80, period=Period.of_first_months(2018, 1))
    line = progress(year_table(place.province, 2019)[0])
    assert [(point.value, point.expected, point.same_period) for point in line.points[:3]] == [
        (90, 100, 80),
        (None, 200, None),
        (330, 300, None),
    ]
    assert line.has_line


def test_each_predicate_and_its_queryset_agree(place, budget):
    round_ = opened(place, [budget], [place.de_tham, place.department])
    sheet = sheet_of(round_, place.de_tham)
    today = timezone.localdate()
    people = (place.officer, place.clerk, place.other_clerk, place.district_clerk, place.chairman)
    for person in people:
        visible = access.sheets_visible_to(person, today)
        assert visible.filter(pk=sheet.pk).exists() == access.may_see_sheet(person, sheet)
        assert access.rounds_appraised_by(person, today).exists() == access.may_appraise(person, round_)
    assert access.may_see_sheet(place.clerk, sheet)
    assert not access.may_see_sheet(place.other_clerk, sheet)
    assert list(access.awaited_of(place.clerk, today)) == [sheet]
    assert list(access.awaited_of(place.officer, today)) == []
    assert list(access.waiting_for(place.officer, today)) == []
    send(place, sheet, budget, place.clerk)
    assert list(access.waiting_for(place.officer, today)) == [sheet]
    assert list(access.waiting_for(place.clerk, today)) == []
    assert [one.slug for one in access.rounds_visible_to(place.other_clerk, today)] == []
    assert [one.slug for one in access.rounds_visible_to(place.clerk, today)] == [round_.slug]


def test_an_optional_row_is_no_blank(place, budget):
    round_ = opened(place, [], questions=[Question(budget, is_compulsory=False)])
    assert grid(sheet_of(round_, place.de_tham)).blanks == ()
