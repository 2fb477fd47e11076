"""Who takes part in a movement."""

from datetime import date, datetime

import pytest
from django.utils import timezone

from tests.factories.movements import (
    accepted_registration,
    drafted_registration,
    running_movement,
    sent_registration,
    unit,
)
from thidua.core.vietnamese.dates import VIETNAM_TIME
from thidua.movements.actions import (
    RegistrationContent,
    accept_registration,
    register,
    return_registration,
    send_registration,
)
from thidua.movements.enums import FieldOfWork, UnitLevel
from thidua.movements.models import Movement
from thidua.movements.queries.participation import participation
from thidua.orgs.actions import create_person
from thidua.orgs.enums import UnitKind

TODAY = timezone.localdate()


def test_registered_and_accepted_are_counted_of_those_called_on(place):
    movement = running_movement(place)
    accepted_registration(movement, place.de_tham, place.clerk, place.officer)
    sent_registration(movement, place.district, place.district_clerk)
    drafted_registration(movement, place.hung_son, place.other_clerk)
    found = participation(movement, TODAY)
    assert (found.accepted, found.registered, found.in_scope) == (1, 2, 5)
    assert [(row.level, row.in_scope, row.registered, row.accepted) for row in found.levels] == [
        (UnitLevel.AGENCY, 1, 0, 0),
        (UnitLevel.PARTY_BODY, 1, 0, 0),
        (UnitLevel.DISTRICT, 1, 1, 0),
        (UnitLevel.COMMUNE, 2, 1, 1),
    ]
    assert found.states == {"": 2, "draft": 1, "sent": 1, "returned": 0, "accepted": 1}


def test_a_returned_registration_does_not_stand(place):
    movement = running_movement(place)
    row = sent_registration(movement, place.de_tham, place.clerk)
    return_registration(registration=row, reason="Thiếu chỉ tiêu", by=place.officer)
    found = participation(movement, TODAY)
    assert (found.registered, found.states["returned"]) == (0, 1)


def test_fields_and_groups_are_counted_even_where_nobody_chose_them(place):
    movement = running_movement(place, groups=2)
    first = movement.content_groups.first()
    accepted_registration(
        movement, place.de_tham, place.clerk, place.officer, groups=(first,), fields=("economy",)
    )
    found = participation(movement, TODAY)
    assert [(row.field, row.registered, row.accepted) for row in found.fields] == [
        (FieldOfWork.ECONOMY, 1, 1),
        (FieldOfWork.CULTURE_SOCIETY, 0, 0),
    ]
    assert [(row.order, row.name, row.registered, row.accepted) for row in found.groups] == [
        (1, "", 1, 1),
        (2, "", 0, 0),
    ]


def test_persons_and_units_outside_the_scope_are_counted_apart(place):
    movement = running_movement(place, scope=(UnitLevel.DISTRICT,))
    sent_registration(movement, place.de_tham, place.clerk)
    person = create_person(full_name="Lương Thị Bình", by=place.clerk)
    row = register(
        movement=movement,
        unit=place.de_tham,
        person=person,
        content=RegistrationContent(content="Vận động hiến đất"),
        by=place.clerk,
    )
    send_registration(registration=row, by=place.clerk)
    found = participation(movement, TODAY)
    assert (found.in_scope, found.registered, found.elsewhere, found.persons) == (1, 0, 1, 1)


def test_the_count_as_of_a_day_leaves_out_what_came_later(place):
    movement = running_movement(place)
    row = drafted_registration(movement, place.de_tham, place.clerk)
    send_registration(registration=row, by=place.clerk, at=datetime(2019, 9, 1, 23, 59, tzinfo=VIETNAM_TIME))
    accept_registration(
        registration=row, by=place.officer, at=datetime(2019, 9, 3, 0, 1, tzinfo=VIETNAM_TIME)
    )
    counted = [participation(movement, date(*day)) for day in ((2019, 8, 31), (2019, 9, 2), (2019, 9, 3))]
    assert [(found.registered, found.accepted) for found in counted] == [(0, 0), (1, 0), (1, 1)]


@pytest.mark.parametrize("count", [1, 3])
def test_participation_takes_five_queries_whatever_the_rows(place, django_assert_num_queries, count):
    movement = running_movement(place, groups=count)
    for number in range(count):
        commune = unit(f"Xã Thử {number}", UnitKind.COMMUNE, place.district)
        sent_registration(
            movement, commune, place.district_clerk, groups=tuple(movement.content_groups.all())
        )
    movement = Movement.objects.select_related("launched_by").get(pk=movement.pk)
    with django_assert_num_queries(5):
        found = participation(movement, TODAY)
    assert found.registered == count
