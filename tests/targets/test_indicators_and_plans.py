"""Indicators and plans: kept with reasons, changed without losing what was."""

from decimal import Decimal

import pytest

from tests.factories.movements import running_movement
from tests.factories.targets import YEAR, count, indicator, indicator_content, observed, plan, ratio
from thidua.support.audit.queries import history_of
from thidua.support.edits import EditedMeanwhile
from thidua.support.refusals import NotAllowed, Refused
from thidua.targets.actions import create_indicator, edit_indicator, set_plan
from thidua.targets.enums import IndicatorKind, PlanAuthority
from thidua.targets.models import Indicator, Plan


def test_an_indicator_gets_its_code_from_its_name(place):
    made = create_indicator(content=indicator_content(place, code=""), by=place.officer)
    assert made.code == "tong-thu-ngan-sach-tren-dia-ban"
    assert [entry.action for entry in history_of(made)] == ["targets.indicator_created"]


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"name": " "}, {"name"}),
        ({"measure": ""}, {"measure"}),
        ({"kind": IndicatorKind.RATIO}, {"numerator_name", "denominator_name"}),
        ({"kind": IndicatorKind.GROWTH, "rolls_up": True}, {"rolls_up"}),
        ({"minimum": Decimal(5), "maximum": Decimal(4)}, {"maximum"}),
        ({"decimals": 9}, {"decimals"}),
        ({"code": "Thu ngân sách"}, {"code"}),
    ],
)
def test_what_cannot_stand_is_refused_beside_its_field(place, changes, fields):
    with pytest.raises(Refused) as refused:
        create_indicator(content=indicator_content(place, **changes), by=place.officer)
    assert set(refused.value.faults) == fields
    assert Indicator.objects.count() == 0


def test_two_indicators_never_share_a_code(place):
    indicator(place)
    with pytest.raises(Refused) as refused:
        create_indicator(content=indicator_content(place, name="Thu khác"), by=place.officer)
    assert set(refused.value.faults) == {"code"}


def test_a_unit_officer_neither_adds_nor_changes_indicators(place):
    with pytest.raises(NotAllowed):
        create_indicator(content=indicator_content(place), by=place.clerk)
    made = indicator(place)
    with pytest.raises(NotAllowed):
        edit_indicator(
            indicator=made, content=indicator_content(place, name="Khác"), version=1, by=place.clerk
        )
    assert Indicator.objects.get().name == "Tổng thu ngân sách trên địa bàn"


def test_the_second_of_two_editors_is_told_both_values(place):
    made = indicator(place)
    edit_indicator(indicator=made, content=indicator_content(place, decimals=1), version=1, by=place.officer)
    with pytest.raises(EditedMeanwhile) as refused:
        edit_indicator(
            indicator=made, content=indicator_content(place, decimals=2), version=1, by=place.officer
        )
    assert set(refused.value.faults) == {"decimals"}
    assert Indicator.objects.get().decimals == 1


def test_a_change_of_movements_counts_as_an_edit(place):
    made = indicator(place)
    movement = running_movement(place)
    content = indicator_content(place, movements=[movement])
    edited = edit_indicator(indicator=made, content=content, version=1, by=place.officer)
    assert (edited.version, list(edited.movements.all())) == (2, [movement])
    with pytest.raises(EditedMeanwhile):
        edit_indicator(indicator=made, content=indicator_content(place), version=1, by=place.officer)


def test_the_kind_stays_once_there_are_figures(place):
    made = indicator(place)
    observed(place, made, place.province, 5027)
    changed = indicator_content(place, kind=IndicatorKind.COUNT)
    with pytest.raises(Refused) as refused:
        edit_indicator(indicator=made, content=changed, version=1, by=place.officer)
    assert set(refused.value.faults) == {"kind"}


def test_a_new_plan_keeps_the_old_one_behind_it(place):
    made = indicator(place)
    first = plan(place, made, place.province, 5000)
    second = plan(place, made, place.province, 5452)
    first.refresh_from_db()
    assert (first.is_current, first.replaced_by, second.is_current) == (False, second, True)
    assert [entry.action for entry in history_of(second)] == ["targets.plan_set"]


def test_the_same_plan_again_changes_nothing(place):
    made = indicator(place)
    first = plan(place, made, place.province, 5452)
    assert plan(place, made, place.province, 5452) == first
    assert Plan.objects.count() == 1


def test_two_authorities_may_both_have_a_plan(place):
    made = indicator(place)
    plan(place, made, place.province, 5452)
    plan(place, made, place.province, 5400, authority=PlanAuthority.BUDGET)
    assert Plan.objects.filter(is_current=True).count() == 2


def test_a_unit_officer_sets_no_plan(place):
    made = count(place)
    with pytest.raises(NotAllowed):
        set_plan(
            indicator=made,
            unit=place.de_tham,
            period=YEAR,
            value=Decimal(3),
            authority=PlanAuthority.PLEDGE,
            by=place.clerk,
        )
    assert Plan.objects.count() == 0


def test_a_ratio_names_what_it_counts(place):
    assert ratio(place).denominator_name == "hồ sơ tiếp nhận"
