"""Naming the content groups of a movement."""

import pytest

from tests.factories.movements import accepted_registration, draft_movement, running_movement
from thidua.movements.actions import GroupContent, name_content_groups, review_movement
from thidua.movements.models import ContentGroup
from thidua.support.audit.models import AuditEntry
from thidua.support.edits import EditedMeanwhile
from thidua.support.refusals import NotAllowed, Refused


def as_told(groups):
    return [GroupContent(group.name, group.criteria, group.pk) for group in groups]


def rename(movement, groups, by):
    movement.refresh_from_db()
    return name_content_groups(movement=movement, groups=groups, version=movement.version, by=by)


def names(movement):
    return list(movement.content_groups.values_list("order", "name"))


def test_a_movement_has_six_groups_without_names(place):
    movement = draft_movement(place, groups=6)
    assert names(movement) == [(order, "") for order in range(1, 7)]


def test_groups_are_named_and_change_places(place):
    movement = draft_movement(place, groups=3)
    first, second, third = as_told(movement.content_groups.all())
    named = [
        GroupContent("Thu ngân sách", "", third.pk),
        GroupContent("Cải cách hành chính", "Mỗi thủ tục sớm một ngày", first.pk),
        second,
    ]
    rename(movement, named, place.officer)
    assert names(movement) == [(1, "Thu ngân sách"), (2, "Cải cách hành chính"), (3, "")]


def test_a_group_is_added_and_another_taken_away(place):
    movement = draft_movement(place, groups=2)
    first, _second = as_told(movement.content_groups.all())
    rename(movement, [GroupContent("Mới"), first], place.officer)
    assert names(movement) == [(1, "Mới"), (2, "")]


def test_a_group_somebody_registered_for_stays(place):
    movement = running_movement(place, groups=2)
    first, second = movement.content_groups.all()
    accepted_registration(movement, place.de_tham, place.clerk, place.officer, groups=(first,))
    with pytest.raises(Refused):
        rename(movement, as_told([second]), place.officer)
    assert ContentGroup.objects.count() == 2
    rename(movement, as_told([first]), place.officer)
    assert ContentGroup.objects.get() == first


def test_names_found_later_are_given_after_the_movement_was_closed(place):
    movement = running_movement(place, groups=1)
    review_movement(movement=movement, kind="final", held_on=movement.starts_on, by=place.officer)
    group = movement.content_groups.get()
    rename(movement, [GroupContent("Tìm thấy sau", "", group.pk)], place.officer)
    assert names(movement) == [(1, "Tìm thấy sau")]


def test_two_groups_do_not_bear_one_name(place):
    movement = draft_movement(place)
    with pytest.raises(Refused):
        rename(movement, [GroupContent("Thu ngân sách"), GroupContent("thu ngân sách")], place.officer)


def test_the_second_of_two_officers_is_told(place):
    movement = draft_movement(place, groups=1)
    name_content_groups(
        movement=movement, groups=[GroupContent("Một")], version=movement.version, by=place.officer
    )
    with pytest.raises(EditedMeanwhile):
        name_content_groups(
            movement=movement, groups=[GroupContent("Hai")], version=movement.version, by=place.officer
        )
    assert names(movement) == [(1, "Một")]


def test_a_clerk_names_no_groups_of_the_province(place):
    movement = draft_movement(place, groups=1)
    with pytest.raises(NotAllowed):
        rename(movement, [GroupContent("Của tôi")], place.clerk)
    assert names(movement) == [(1, "")]


def test_the_log_keeps_the_names_before_and_after(place):
    movement = draft_movement(place, groups=1)
    rename(movement, [GroupContent("Thu ngân sách")], place.officer)
    entry = AuditEntry.objects.filter(action="movements.groups_named").last()
    assert entry.details == '{"content_groups":[[""],["Thu ngân sách"]]}'
