"""The tree of answers below a movement."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from tests.factories.movements import (
    ALL_LEVELS,
    answer,
    content,
    draft_movement,
    running_movement,
    sent_registration,
    unit,
)
from thidua.core.vietnamese.dates import VIETNAM_TIME
from thidua.movements.actions import answer_movement, launch_movement
from thidua.movements.enums import UnitLevel
from thidua.movements.queries.cascade import tree
from thidua.movements.queries.scope import reference_day, sizes_in_scope, units_in_scope
from thidua.orgs.actions import merge_units
from thidua.orgs.enums import UnitKind

TODAY = timezone.localdate()


def shape(nodes):
    return {node.name: (node.answered, node.in_scope, shape(node.children)) for node in nodes}


def test_the_tree_shows_who_has_answered_and_who_has_not(place):
    movement = running_movement(place)
    answer(movement, place.district, place.district_clerk, TODAY)
    answer(movement, place.de_tham, place.clerk, TODAY)
    cascade = tree(movement, TODAY)
    assert shape(cascade.nodes) == {
        "Sở Nội vụ": (0, 1, {}),
        "Tỉnh ủy": (0, 1, {}),
        "Huyện Tràng Định": (2, 3, {"Xã Đề Thám": (1, 1, {}), "Xã Hùng Sơn": (0, 1, {})}),
    }
    assert [(row.level, row.in_scope, row.answered, row.silent) for row in cascade.levels] == [
        (UnitLevel.AGENCY, 1, 0, 1),
        (UnitLevel.PARTY_BODY, 1, 0, 1),
        (UnitLevel.DISTRICT, 1, 1, 0),
        (UnitLevel.COMMUNE, 2, 1, 1),
    ]
    assert (cascade.answered, cascade.in_scope) == (2, 5)


def test_a_commune_that_answers_its_districts_answer_has_answered(place):
    movement = running_movement(place)
    of_the_district = answer(movement, place.district, place.district_clerk, TODAY)
    own = answer(of_the_district, place.de_tham, place.clerk, TODAY)
    node = next(node for node in tree(movement, TODAY).nodes if node.name == "Huyện Tràng Định").children[0]
    assert [(said.slug, said.short_name, said.launched_on) for said in node.answers] == [
        (own.slug, "Đề Thám thi đua", TODAY)
    ]


def test_an_answer_that_was_not_launched_is_no_answer(place):
    movement = running_movement(place)
    answer_movement(parent=movement, unit=place.de_tham, content=content(), by=place.clerk, on=TODAY)
    assert tree(movement, TODAY).answered == 0


def test_the_tree_as_of_an_earlier_day_leaves_out_later_answers(place):
    movement = running_movement(place)
    drafted = answer_movement(
        parent=movement, unit=place.de_tham, content=content(), by=place.clerk, on=TODAY
    )
    launch_movement(movement=drafted, by=place.clerk, at=datetime(2019, 9, 2, 23, 30, tzinfo=VIETNAM_TIME))
    days = [datetime(2019, 9, day, tzinfo=VIETNAM_TIME).date() for day in (1, 2)]
    assert [tree(movement, day).answered for day in days] == [0, 1]


def test_only_the_levels_called_on_are_expected_to_answer(place):
    movement = running_movement(place, scope=(UnitLevel.COMMUNE,))
    assert shape(tree(movement, TODAY).nodes) == {"Xã Đề Thám": (0, 1, {}), "Xã Hùng Sơn": (0, 1, {})}
    everybody = running_movement(place, scope=ALL_LEVELS)
    assert tree(everybody, TODAY).in_scope == 6


def test_the_state_of_a_units_registration_stands_beside_it(place):
    movement = running_movement(place, scope=(UnitLevel.COMMUNE,))
    sent_registration(movement, place.de_tham, place.clerk)
    assert [(node.name, node.registration) for node in tree(movement, TODAY).nodes] == [
        ("Xã Đề Thám", "sent"),
        ("Xã Hùng Sơn", ""),
    ]


def test_a_closed_movement_counts_the_units_of_its_last_day(place):
    movement = running_movement(place, scope=(UnitLevel.COMMUNE,))
    into = unit("Xã Tràng Định", UnitKind.COMMUNE, place.province)
    merge_units(units=[place.de_tham, place.hung_son], into=into, on=TODAY, by=None)
    yesterday = TODAY - timedelta(days=1)
    assert [row.name for row in units_in_scope(movement, yesterday)] == [
        "Xã Đề Thám",
        "Xã Hùng Sơn",
        "Xã Tràng Định",
    ]
    assert [row.name for row in units_in_scope(movement, TODAY)] == ["Xã Tràng Định"]
    movement.ended_on = yesterday
    assert reference_day(movement, TODAY) == yesterday
    assert sizes_in_scope([movement], TODAY) == {movement.pk: 3}


def test_sizes_agree_with_the_units_themselves(place, django_assert_num_queries):
    movements = [running_movement(place), running_movement(place, scope=ALL_LEVELS), draft_movement(place)]
    expected = {row.pk: len(units_in_scope(row, TODAY)) for row in movements}
    with django_assert_num_queries(1):
        assert sizes_in_scope(movements, TODAY) == expected
    assert sorted(expected.values()) == [5, 5, 6]


@pytest.mark.parametrize("count", [1, 3])
def test_the_tree_takes_four_queries_whatever_the_units(place, django_assert_num_queries, count):
    movement = running_movement(place)
    for number in range(count):
        unit(f"Xã Thử {number}", UnitKind.COMMUNE, place.district)
        answer(movement, place.de_tham, place.clerk, TODAY)
    with django_assert_num_queries(4):
        tree(movement, TODAY)
