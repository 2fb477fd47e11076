"""Lists of movements, and what running ones ask of a unit."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.factories.movements import (
    accepted_registration,
    answer,
    draft_movement,
    drafted_registration,
    running_movement,
    sent_registration,
    unit,
)
from thidua.movements import access
from thidua.movements.actions import return_registration, review_movement
from thidua.movements.enums import UnitLevel
from thidua.movements.models import Movement
from thidua.movements.queries import (
    MovementFilter,
    board,
    counts_by_state,
    invitations,
    movements_matching,
    running,
    with_counts,
)
from thidua.orgs.enums import UnitKind

TODAY = timezone.localdate()


def found(**wanted):
    rows = movements_matching(Movement.objects.order_by("pk"), MovementFilter(**wanted))
    return [row.short_name for row in rows]


def test_each_row_counts_units_answers_and_groups(place):
    movement = running_movement(place, groups=2)
    accepted_registration(movement, place.de_tham, place.clerk, place.officer)
    sent_registration(movement, place.hung_son, place.other_clerk)
    drafted_registration(movement, place.district, place.district_clerk)
    answer(movement, place.de_tham, place.clerk, TODAY)
    row = with_counts(Movement.objects.filter(pk=movement.pk)).get()
    assert (row.registered, row.accepted, row.answered, row.groups, row.named_groups) == (2, 1, 1, 2, 0)


def test_a_year_keeps_what_ran_in_it(place):
    over = running_movement(place, short_name="2019", starts_on=date(2019, 8, 19))
    review_movement(movement=over, kind="final", held_on=date(2019, 10, 31), by=place.officer)
    running_movement(place, short_name="Từ 2020", starts_on=date(2020, 1, 1), planned_end=None)
    running_movement(place, short_name="Không rõ", starts_on=None, planned_end=None)
    assert found(year=2018) == ["Không rõ"]
    assert found(year=2019) == ["2019", "Không rõ"]
    assert found(year=2021) == ["Từ 2020", "Không rõ"]


def test_words_kind_and_state_narrow_the_list(place):
    running_movement(place, short_name="Nông thôn mới", theme="Chung sức", kind="thematic")
    draft_movement(place, short_name="Nháp")
    assert found(text="CHUNG suc nong") == ["Nông thôn mới"]
    assert found(kind="thematic") == ["Nông thôn mới"]
    assert found(state="draft") == ["Nháp"]


def test_what_runs_ends_soonest_first_and_leaves_out_what_is_to_come(place):
    running_movement(place, short_name="Không hạn", planned_end=None)
    running_movement(place, short_name="Gần hết", planned_end=TODAY + timedelta(days=1))
    running_movement(place, short_name="Sắp tới", starts_on=TODAY + timedelta(days=1), planned_end=None)
    assert [row.short_name for row in running(TODAY)] == ["Gần hết", "Không hạn"]


def test_a_unit_is_invited_by_what_calls_on_its_level(place):
    everybody = running_movement(place)
    running_movement(place, scope=(UnitLevel.DISTRICT,))
    of_the_district = answer(everybody, place.district, place.district_clerk, TODAY)
    asked = invitations([place.de_tham], TODAY)
    assert {row.movement for row in asked} == {everybody, of_the_district}
    assert {(row.registration, row.answer, row.is_open) for row in asked} == {(None, None, True)}


def test_an_invitation_knows_what_the_unit_has_sent_and_answered(place):
    movement = running_movement(place)
    row = sent_registration(movement, place.de_tham, place.clerk)
    own = answer(movement, place.de_tham, place.clerk, TODAY)
    asked = next(one for one in invitations([place.de_tham], TODAY) if one.movement == movement)
    assert (asked.registration, asked.answer, asked.is_open) == (row, own, False)
    return_registration(registration=row, reason="Thiếu", by=place.officer)
    asked = next(one for one in invitations([place.de_tham], TODAY) if one.movement == movement)
    assert asked.is_open


@pytest.mark.parametrize("count", [1, 3])
def test_invitations_take_four_queries_whatever_the_units_and_movements(
    place, django_assert_num_queries, count
):
    units = [unit(f"Xã Thử {number}", UnitKind.COMMUNE, place.district) for number in range(count)]
    for _number in range(count):
        running_movement(place)
    with django_assert_num_queries(4):
        assert len(invitations(units, TODAY)) == count * count


def test_the_board_shows_the_longest_waiting_first_and_counts_by_state(place):
    movement = running_movement(place)
    second = drafted_registration(movement, place.hung_son, place.other_clerk)
    first = sent_registration(movement, place.de_tham, place.clerk)
    assert list(board(movement, place.officer, TODAY)) == [first, second]
    assert counts_by_state(movement, place.officer, TODAY) == {
        "draft": 1,
        "sent": 1,
        "returned": 0,
        "accepted": 0,
    }
    assert set(access.deciders_of(movement)) == {place.officer}
