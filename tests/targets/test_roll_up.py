"""The table of a unit's year, made in the database, equals what a person would add up by hand."""

from calendar import monthrange
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase as DatabaseTestCase

from tests.factories.movements import SmallProvince, small_province
from tests.factories.targets import (
    DUE,
    NINE_MONTHS,
    count,
    indicator,
    observed,
    opened,
    plan,
    ratio,
    sheet_of,
)
from thidua.core.periods import Period
from thidua.orgs.actions import move_unit
from thidua.orgs.models import Unit
from thidua.targets.enums import PlanAuthority
from thidua.targets.models import Indicator, Observation, Plan, Sheet
from thidua.targets.queries import Ask, figures, year_table
from thidua.targets.queries.roll_up import month_period

# Which of the six units report, and what; None reports nothing.
UNITS = ("province", "district", "de_tham", "hung_son", "village", "department")
BELOW = {
    "province": ("district", "department"),
    "district": ("de_tham", "hung_son"),
    "de_tham": ("village",),
}
values = st.none() | st.integers(0, 10**6).map(lambda number: Decimal(number) / 100)
reports = st.fixed_dictionaries(dict.fromkeys(UNITS, values))


def by_hand(name: str, said: dict[str, Decimal | None]) -> Decimal | None:
    """Return a unit's own value, else the sum of those below it."""
    if said[name] is not None:
        return said[name]
    parts = [value for child in BELOW.get(name, ()) if (value := by_hand(child, said)) is not None]
    return sum(parts, Decimal(0)) if parts else None


class TheSumsOfTheDatabase(DatabaseTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.place: SmallProvince = small_province()
        cls.cumulative = count(cls.place, code="luy-ke", kind="level")
        cls.monthly = count(cls.place, code="thang", kind="level", cumulative=False)
        cls.alone = indicator(cls.place, code="rieng")

    def write(self, what: Indicator, year: int, month: int, said: dict[str, Decimal | None]) -> None:
        period = month_period(what, year, month)
        Observation.objects.bulk_create(
            Observation(
                indicator=what,
                unit=getattr(self.place, name),
                starts_on=period.start,
                ends_on=period.end,
                as_of=period.end,
                value=value,
            )
            for name, value in said.items()
            if value is not None
        )

    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(first=reports, second=reports, before=reports)
    def test_they_equal_a_sum_by_hand(self, first, second, before):
        self.write(self.cumulative, 2019, 3, first)
        self.write(self.monthly, 2019, 3, second)
        self.write(self.alone, 2019, 3, first)
        self.write(self.cumulative, 2018, 3, before)
        for name in ("province", "district", "de_tham", "village"):
            rows = {
                row.indicator.pk: row.cells[2].figure for row in year_table(getattr(self.place, name), 2019)
            }
            figure = rows[self.cumulative.pk]
            assert figure.value == by_hand(name, first)
            assert (figure.base.value if figure.base else None) == by_hand(name, before)
            assert rows[self.monthly.pk].value == by_hand(name, second)
            assert rows[self.alone.pk].value == first[name]

    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(said=reports, other=reports, two_authorities=st.booleans())
    def test_plans_equal_a_sum_by_hand_and_the_single_figures(self, said, other, two_authorities):
        for authority, plans in (
            (PlanAuthority.COUNCIL, said),
            (PlanAuthority.PLEDGE, other if two_authorities else {}),
        ):
            Plan.objects.bulk_create(
                Plan(
                    indicator=self.cumulative,
                    unit=getattr(self.place, name),
                    starts_on=date(2019, 1, 1),
                    ends_on=date(2019, 12, 31),
                    value=value,
                    authority=authority,
                )
                for name, value in plans.items()
                if value is not None
            )
        best = {
            name: said[name] if said[name] is not None or not two_authorities else other[name]
            for name in UNITS
        }
        rows = {row.indicator.pk: row for row in year_table(self.place.province, 2019)}
        figure = rows[self.cumulative.pk].cells[8].figure
        assert (figure.plan.value if figure.plan else None) == by_hand("province", best)
        ask = Ask(self.cumulative.pk, self.place.province.pk, NINE_MONTHS)
        alone = figures([ask])[ask]
        assert (alone.plan and alone.plan.value) == (figure.plan and figure.plan.value)


@pytest.fixture
def place(db) -> SmallProvince:
    return small_province()


def cell(unit: Unit, what: Indicator, month: int, year: int = 2019):
    return next(row for row in year_table(unit, year) if row.indicator == what).cells[month - 1]


def test_each_month_is_summed_in_the_tree_of_its_own_last_day(place):
    villages = count(place)
    for month in (5, 6, 7):
        observed(place, villages, place.hung_son, month, period=Period.of_first_months(2019, month))
        observed(place, villages, place.de_tham, 10 * month, period=Period.of_first_months(2019, month))
    move_unit(unit=place.hung_son, parent=place.province, on=date(2019, 6, 15), act="NQ 1", by=None)
    assert [cell(place.district, villages, month).figure.value for month in (5, 6, 7)] == [55, 60, 70]
    assert [cell(place.province, villages, month).figure.value for month in (5, 6, 7)] == [55, 66, 77]


def test_ratios_are_summed_by_their_integers(place):
    on_time = ratio(place, rolls_up=True)
    observed(place, on_time, place.de_tham, None, numerator=90, denominator=100)
    observed(place, on_time, place.hung_son, None, numerator=10, denominator=50)
    assert cell(place.province, on_time, 9).figure.measured.value == Decimal("66.6667")
    observed(place, on_time, place.hung_son, 20)
    assert cell(place.province, on_time, 9).figure.measured is None


def test_a_sum_is_as_weak_and_as_inexact_as_its_weakest_part(place):
    villages = count(place)
    observed(place, villages, place.de_tham, 3)
    observed(place, villages, place.hung_son, 4, provenance="illustrative", comparator="above")
    measured = cell(place.province, villages, 9).figure.measured
    assert (measured.provenance, measured.comparator, measured.parts) == ("illustrative", "above", 2)


def test_missing_and_late_units_are_counted_for_the_indicators_they_were_asked(place):
    villages, roads, unasked = count(place), count(place, code="duong"), count(place, code="khac")
    round_ = opened(place, [villages, roads], [place.de_tham, place.hung_son, place.department])
    observed(place, villages, place.de_tham, 3)
    observed(place, villages, place.hung_son, 3)
    observed(place, villages, place.village, 3)  # was not asked
    Sheet.objects.filter(pk=sheet_of(round_, place.hung_son).pk).update(first_submitted_on=date(2019, 10, 7))
    Sheet.objects.filter(pk=sheet_of(round_, place.de_tham).pk).update(first_submitted_on=DUE)
    found = cell(place.province, villages, 9)
    assert (found.asked, found.missing, found.late, found.due_on) == (3, 1, 1, DUE)
    found = cell(place.province, roads, 9)
    assert (found.asked, found.missing, found.late) == (3, 3, 1)
    assert cell(place.province, unasked, 9).asked == 0
    assert (cell(place.district, villages, 9).asked, cell(place.district, villages, 9).missing) == (2, 0)
    assert cell(place.province, villages, 8).asked == 0


def test_two_rounds_of_one_period_ask_the_units_of_both(place):
    villages, roads = count(place), count(place, code="duong")
    opened(place, [villages], [place.de_tham])
    opened(place, [villages, roads], [place.hung_son], name="Báo cáo bổ sung")
    observed(place, villages, place.de_tham, 3)
    found = cell(place.province, villages, 9)
    assert (found.asked, found.missing) == (2, 1)
    assert cell(place.province, roads, 9).asked == 1


@pytest.mark.parametrize("rows", [1, 3])
def test_the_table_costs_as_many_queries_whatever_its_rows(place, rows, django_assert_num_queries):
    made = [count(place, code=f"so-{number}") for number in range(rows)]
    opened(place, made)
    for each in made:
        for unit in (place.de_tham, place.hung_son)[:rows]:
            observed(place, each, unit, 3)
            plan(place, each, unit, 5)
    with django_assert_num_queries(11):
        table = year_table(place.province, 2019)
    assert [row.cells[8].figure.value for row in table] == [Decimal(3 * min(rows, 2))] * rows


def test_the_months_of_a_year_are_whole(place):
    villages = count(place)
    ends = [each.figure.period.end for each in next(iter(year_table(place.province, 2020))).cells]
    assert ends == [date(2020, month, monthrange(2020, month)[1]) for month in range(1, 13)]
    assert villages.cumulative
