"""A figure with its plan, its same period, its words, and the rows behind it."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation

from tests.factories.targets import NINE_MONTHS, YEAR, count, indicator, observed, plan, ratio
from thidua.core.indicators import Comparator, PaceJudgement
from thidua.core.periods import Period
from thidua.orgs.actions import move_unit
from thidua.support.provenance import Provenance
from thidua.targets.enums import IndicatorKind, PlanAuthority
from thidua.targets.models import Plan
from thidua.targets.queries import Ask, figure, figures

LAST_YEAR = NINE_MONTHS.same_period_last_year()


@pytest.fixture(autouse=True)
def _vietnamese():
    with translation.override("vi"):
        yield


def test_the_budget_of_2019_reads_as_in_the_report(place):
    budget = indicator(place)
    plan(
        place,
        budget,
        place.province,
        5452,
        authority=PlanAuthority.BUDGET,
        document="QĐ 01",
        provenance="test",
    )
    observed(place, budget, place.province, 3688, period=LAST_YEAR, provenance="test")
    row = observed(place, budget, place.province, 5027, provenance="reported")
    found = figure(budget, place.province, NINE_MONTHS)
    assert found.wording == ("5.027\u00a0tỷ đồng, đạt 92,2% so với dự toán, bằng 136,3% so với cùng kỳ")
    assert (round(found.share, 4), round(found.growth, 4), round(found.ratio, 4)) == (
        Decimal("92.2047"),
        Decimal("36.3069"),
        Decimal("136.3069"),
    )
    assert found.judgement is PaceJudgement.AHEAD
    assert found.pace.expected_percent == 75
    measured = found.measured
    assert (measured.as_of, measured.source, measured.accepted_by, measured.observation_ids) == (
        date(2019, 9, 30),
        "Sở Tài chính",
        "Hoàng Văn Chuyên",
        (row.pk,),
    )
    assert (measured.provenance, found.plan.provenance, found.provenance) == (
        Provenance.REPORTED,
        Provenance.TEST,
        Provenance.TEST,
    )
    with translation.override("en"):
        assert found.wording == (
            "5,027\u00a0billion đồng, reaching 92.2% of the budget plan, at 136.3% of the same period of last year"
        )


def test_a_growth_rate_is_its_own_comparison(place):
    industry = indicator(place, code="iip", kind=IndicatorKind.GROWTH, measure="%", decimals=2)
    observed(place, industry, place.province, "6.86")
    found = figure(industry, place.province, NINE_MONTHS)
    assert (found.wording, found.growth, found.share) == ("tăng 6,86% so với cùng kỳ", Decimal("6.86"), None)


def test_a_ratio_is_compared_by_points(place):
    on_time = ratio(place)
    plan(place, on_time, place.province, 98)
    observed(place, on_time, place.province, "98.5", period=LAST_YEAR)
    observed(place, on_time, place.province, None, numerator=12422, denominator=12537)
    found = figure(on_time, place.province, NINE_MONTHS)
    assert found.wording == (
        "99,08%, tăng 1,08 điểm phần trăm so với kế hoạch, tăng 0,58 điểm phần trăm so với cùng kỳ"
    )
    assert (found.measured.numerator, found.measured.denominator) == (12422, 12537)


def test_a_lower_bound_says_so_and_is_compared_with_nothing(place):
    gifts = indicator(place, code="quyen-gop", kind=IndicatorKind.LOWER_BOUND)
    plan(place, gifts, place.province, 25)
    observed(place, gifts, place.province, 20, comparator=Comparator.ABOVE)
    found = figure(gifts, place.province, NINE_MONTHS)
    assert (found.wording, found.share) == ("trên 20\u00a0tỷ đồng", None)


def test_no_figure_is_not_zero(place):
    budget = indicator(place)
    found = figure(budget, place.province, NINE_MONTHS)
    assert (found.value, found.text, found.wording, found.row_ids) == (None, "", "", ())
    assert found.judgement is PaceJudgement.NO_DATA


def test_without_a_figure_of_its_own_a_unit_has_the_sum_of_those_below(place):
    villages = count(place)
    first = observed(place, villages, place.de_tham, 3)
    second = observed(place, villages, place.hung_son, 4, comparator=Comparator.ABOVE)
    observed(place, villages, place.village, 100)  # below Đề Thám, which speaks for itself
    found = figure(villages, place.province, NINE_MONTHS)
    assert (found.text, found.measured.is_sum, found.measured.parts) == ("trên 7\u00a0thôn", True, 2)
    assert set(found.row_ids) == {first.pk, second.pk}
    own = observed(place, villages, place.district, 9)
    assert figure(villages, place.province, NINE_MONTHS).row_ids == (own.pk,)


def test_ratios_are_summed_by_their_integers_and_not_at_all_without_them(place):
    on_time = ratio(place, rolls_up=True)
    observed(place, on_time, place.de_tham, None, numerator=90, denominator=100)
    observed(place, on_time, place.hung_son, None, numerator=10, denominator=50)
    found = figure(on_time, place.province, NINE_MONTHS).measured
    assert (found.value, found.numerator, found.denominator) == (Decimal("66.6667"), 100, 150)
    observed(place, on_time, place.hung_son, "20")
    assert figure(on_time, place.province, NINE_MONTHS).measured is None


def test_an_indicator_that_does_not_roll_up_has_no_sum(place):
    budget = indicator(place)
    observed(place, budget, place.de_tham, 12)
    assert figure(budget, place.province, NINE_MONTHS).measured is None
    assert figure(budget, place.de_tham, NINE_MONTHS).value == 12


def test_plans_are_summed_in_the_same_way(place):
    villages = count(place)
    plan(place, villages, place.de_tham, 5)
    plan(place, villages, place.hung_son, 6)
    planned = figure(villages, place.province, NINE_MONTHS).plan
    assert (planned.value, planned.parts, planned.is_sum, planned.period) == (11, 2, True, YEAR)
    plan(place, villages, place.district, 20)
    assert figure(villages, place.province, NINE_MONTHS).plan.value == 20
    plan(place, villages, place.province, 30)
    assert figure(villages, place.province, NINE_MONTHS).plan.is_sum is False


def test_a_figure_counts_where_its_unit_stood_on_the_last_day_of_the_period(place):
    villages = count(place)
    observed(place, villages, place.hung_son, 4)
    observed(place, villages, place.hung_son, 6, period=Period.of_first_months(2020, 9))
    move_unit(unit=place.hung_son, parent=place.province, on=date(2020, 1, 1), act="NQ 1", by=None)
    assert figure(villages, place.district, NINE_MONTHS).value == 4
    assert figure(villages, place.district, Period.of_first_months(2020, 9)).measured is None
    assert figure(villages, place.province, Period.of_first_months(2020, 9)).value == 6


def test_the_plan_of_the_year_comes_before_one_of_the_period_for_what_counts_from_january(place):
    budget = indicator(place)
    plan(place, budget, place.province, 4000, period=NINE_MONTHS)
    plan(place, budget, place.province, 5400, authority=PlanAuthority.SUPERIOR)
    plan(place, budget, place.province, 5452, authority=PlanAuthority.COUNCIL)
    assert figure(budget, place.province, NINE_MONTHS).plan.value == 5452
    chosen = figure(budget, place.province, NINE_MONTHS, authority=PlanAuthority.SUPERIOR)
    assert chosen.plan.value == 5400
    monthly = indicator(place, code="thang", cumulative=False)
    september = Period.of_month(2019, 9)
    plan(place, monthly, place.province, 5452)
    plan(place, monthly, place.province, 450, period=september)
    assert figure(monthly, place.province, september).plan.value == 450
    assert Plan.objects.filter(is_current=True).count() == 5


@pytest.mark.parametrize("rows", [1, 3])
def test_many_figures_cost_as_many_queries_as_one(place, rows, django_assert_num_queries):
    made = [count(place, code=f"so-{number}") for number in range(rows)]
    for each in made:
        observed(place, each, place.de_tham, 3)
        plan(place, each, place.de_tham, 5)
    with django_assert_num_queries(7):
        found = figures([Ask(each.pk, place.province.pk, NINE_MONTHS) for each in made])
    assert [each.value for each in found.values()] == [Decimal(3)] * rows
