"""Who may see and do what: each predicate agrees with its queryset on every row."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from tests.factories.movements import (
    account,
    answer,
    content,
    draft_movement,
    drafted_registration,
    running_movement,
    sent_registration,
)
from thidua.accounts.roles import ADMINISTRATOR, AUDITOR
from thidua.movements import access
from thidua.movements.actions import answer_movement
from thidua.movements.models import Movement, Registration

TODAY = timezone.localdate()


@pytest.fixture
def rows(place):
    """A draft and a running movement of the province, an answer launched and one drafted, two registrations."""
    draft_movement(place, slug="nhap")
    running = running_movement(place, slug="dang-chay")
    answered = answer(running, place.district, place.district_clerk, TODAY)
    answer_movement(parent=running, unit=place.de_tham, content=content(), by=place.clerk, on=TODAY)
    drafted_registration(running, place.hung_son, place.other_clerk)
    sent_registration(running, place.de_tham, place.clerk)
    sent_registration(answered, place.hung_son, place.other_clerk)
    return place


def everybody(place):
    return [
        place.officer,
        place.chairman,
        place.clerk,
        place.district_clerk,
        place.other_clerk,
        account(AUDITOR.code, place.province),
        account(ADMINISTRATOR.code, place.province),
        AnonymousUser(),
    ]


def test_the_twins_agree_for_everybody(rows):
    for user in everybody(rows):
        movements, registrations = Movement.objects.all(), Registration.objects.all()
        seen = access.visible_to(user, TODAY)
        assert set(seen) == {row for row in movements if access.may_see(user, row)}
        launchable = {row for row in movements if row.state == "draft" and access.may_launch(user, row)}
        assert set(access.launchable_by(user, TODAY)) == launchable
        read = {row for row in registrations if access.may_see_registration(user, row)}
        assert set(access.registrations_visible_to(user, TODAY)) == read
        decidable = {
            row for row in registrations if row.state == "sent" and access.may_decide(user, row.movement)
        }
        assert set(access.waiting_for(user, TODAY)) == decidable
        unfinished = {
            row for row in registrations if row.state == "draft" and access.may_register(user, row.unit)
        }
        assert set(access.unfinished_of(user, TODAY)) == unfinished


def test_the_public_sees_what_was_launched_and_nothing_else(rows):
    assert Movement.objects.filter(state="draft").count() == 2
    assert {row.state for row in access.public()} == {"launched"}
    assert set(access.public()) == set(access.visible_to(AnonymousUser(), TODAY))
    assert not access.registrations_visible_to(AnonymousUser(), TODAY).exists()


def test_a_clerk_sees_no_drafts_of_the_province_and_no_registrations_of_neighbours(rows):
    seen = access.visible_to(rows.clerk, TODAY)
    assert not seen.filter(slug="nhap").exists()
    assert {row.unit for row in access.registrations_visible_to(rows.clerk, TODAY)} == {rows.de_tham}


def test_the_district_sees_what_was_sent_for_its_own_movement(rows):
    registrations = access.registrations_visible_to(rows.district_clerk, TODAY)
    assert {(row.unit, row.state) for row in registrations} == {
        (rows.de_tham, "sent"),
        (rows.hung_son, "draft"),
        (rows.hung_son, "sent"),
    }


def test_the_officer_does_not_read_what_a_unit_of_another_tree_has_not_sent(rows):
    """The officer's role stands on the province, so everything below is theirs; a district's is not."""
    neighbour = account("unit_officer", rows.department)
    assert not access.registrations_visible_to(neighbour, TODAY).exists()


def test_an_auditor_reads_everything_and_does_nothing(rows):
    auditor = account(AUDITOR.code, rows.province)
    assert access.visible_to(auditor, TODAY).count() == Movement.objects.count()
    for movement in Movement.objects.all():
        assert not access.may_manage(auditor, movement)
        assert not access.may_launch(auditor, movement)
        assert not access.may_decide(auditor, movement)
    assert not access.may_register(auditor, rows.de_tham)
