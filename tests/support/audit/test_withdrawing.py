"""A record entered by mistake is taken away with a reason, kept whole in the log, and can be brought back."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from django.forms.models import model_to_dict
from django.utils import translation

from tests.factories.movements import SmallProvince, running_movement
from tests.factories.records import (
    competition,
    conferral,
    drive,
    edition,
    event,
    gift,
    household,
    milestone,
    role_model,
)
from thidua.contests.actions import (
    restore_competition,
    restore_edition,
    withdraw_competition,
    withdraw_edition,
)
from thidua.contests.models import Competition, Edition
from thidua.contributions.actions import restore_drive, restore_gift, withdraw_drive, withdraw_gift
from thidua.contributions.models import Drive, Gift
from thidua.movements.actions.withdraw_event import restore_event, withdraw_event
from thidua.movements.actions.withdraw_milestone import restore_milestone, withdraw_milestone
from thidua.movements.actions.withdraw_role_model import restore_role_model, withdraw_role_model
from thidua.movements.models import Event, Milestone, RoleModel
from thidua.orgs.models import Household
from thidua.registry.actions import restore_conferral, withdraw_conferral
from thidua.registry.models import Award, Conferral
from thidua.support.audit.models import AuditEntry
from thidua.support.audit.queries import verify_chain, withdrawn
from thidua.support.refusals import NotAllowed, Refused

KINDS = {
    "milestone": (milestone, Milestone, withdraw_milestone, restore_milestone),
    "event": (event, Event, withdraw_event, restore_event),
    "role_model": (role_model, RoleModel, withdraw_role_model, restore_role_model),
    "drive": (drive, Drive, withdraw_drive, restore_drive),
    "gift": (gift, Gift, withdraw_gift, restore_gift),
    "conferral": (conferral, Conferral, withdraw_conferral, restore_conferral),
    "competition": (competition, Competition, withdraw_competition, restore_competition),
    "edition": (edition, Edition, withdraw_edition, restore_edition),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_removed_record_comes_back_as_it_was(place: SmallProvince, kind: str) -> None:
    make, model, withdraw, restore = KINDS[kind]
    row = make(place)
    row.refresh_from_db()
    before = model_to_dict(row) | {"pk": row.pk, "version": row.version}
    entry = withdraw(**{kind: row}, reason="Nhập trùng", by=place.officer)
    assert not model.objects.filter(pk=before["pk"]).exists()
    assert entry.action.endswith(f".{kind}_withdrawn")
    assert json.loads(entry.details)["reason"] == "Nhập trùng"
    back = restore(entry=entry, by=place.officer)
    back.refresh_from_db()
    assert model_to_dict(back) | {"pk": back.pk, "version": back.version} == before
    assert AuditEntry.objects.latest("sequence").action.endswith(f".{kind}_restored")
    assert verify_chain().intact


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_without_the_right_removes_or_brings_back(place: SmallProvince, kind: str) -> None:
    make, model, withdraw, restore = KINDS[kind]
    row = make(place)
    with pytest.raises(NotAllowed):
        withdraw(**{kind: row}, reason="Nhập trùng", by=place.clerk)
    assert model.objects.filter(pk=row.pk).exists()
    pk = row.pk
    entry = withdraw(**{kind: row}, reason="Nhập trùng", by=place.officer)
    with pytest.raises(NotAllowed):
        restore(entry=entry, by=place.clerk)
    assert not model.objects.filter(pk=pk).exists()


@pytest.mark.parametrize("kind", KINDS)
def test_an_entry_of_another_kind_brings_nothing_back(place: SmallProvince, kind: str) -> None:
    restore = KINDS[kind][3]
    other = AuditEntry.objects.order_by("sequence").first()
    with translation.override("en"), pytest.raises(Refused) as caught:
        restore(entry=other, by=place.officer)
    assert (
        str(caught.value) == "This row of the log does not tell of such a removal. Choose it from the list."
    )


def test_a_reason_is_asked_for(place: SmallProvince) -> None:
    row = milestone(place)
    with translation.override("en"), pytest.raises(Refused) as caught:
        withdraw_milestone(milestone=row, reason="  ", by=place.officer)
    assert caught.value.faults == {
        "reason": ["Write why this record is removed; the reason stays in the log."]
    }
    assert Milestone.objects.filter(pk=row.pk).exists()


def test_what_belongs_to_a_record_goes_and_comes_with_it(place: SmallProvince) -> None:
    movement = running_movement(place)
    row = conferral(place, movements=[movement])
    names = list(row.awards.values_list("pk", "ordinal", "recipient_name"))
    entry = withdraw_conferral(conferral=row, reason="Nhập trùng", by=place.officer)
    assert (Award.objects.count(), movement.conferrals.count(), len(names)) == (0, 0, 4)
    back = restore_conferral(entry=entry, by=place.officer)
    assert list(back.awards.values_list("pk", "ordinal", "recipient_name")) == names
    assert list(movement.conferrals.all()) == [back]


def test_links_and_partners_come_back(place: SmallProvince) -> None:
    movement = running_movement(place)
    row = event(place, movements=[movement])
    entry = withdraw_event(event=row, reason="Nhập trùng", by=place.officer)
    back = restore_event(entry=entry, by=place.officer)
    assert [partner.name for partner in back.partners.all()] == ["Cao Bằng", "Hà Giang", "Quảng Ninh"]
    assert list(back.movements.all()) == [movement]


def test_a_drive_with_gifts_stays_until_they_are_gone(place: SmallProvince) -> None:
    row = drive(place)
    given = gift(place, to=row, amount=Decimal("5000000"))
    with translation.override("en"), pytest.raises(Refused) as caught:
        withdraw_drive(drive=row, reason="Nhập trùng", by=place.officer)
    assert "Other records still belong to this one" in str(caught.value)
    assert Drive.objects.filter(pk=row.pk).exists()
    assert not AuditEntry.objects.filter(action="contributions.drive_withdrawn").exists()
    withdraw_gift(gift=given, reason="Nhập trùng", by=place.officer)
    withdraw_drive(drive=row, reason="Nhập trùng", by=place.officer)
    assert not Drive.objects.exists()


def test_a_gift_cannot_come_back_before_its_drive(place: SmallProvince) -> None:
    given = gift(place)
    row = given.drive
    entry = withdraw_gift(gift=given, reason="Nhập trùng", by=place.officer)
    of_drive = withdraw_drive(drive=row, reason="Nhập trùng", by=place.officer)
    with translation.override("en"), pytest.raises(Refused) as caught:
        restore_gift(entry=entry, by=place.officer)
    assert str(caught.value) == "What this belonged to has been removed as well. Bring that back first."
    restore_drive(entry=of_drive, by=place.officer)
    assert restore_gift(entry=entry, by=place.officer).drive_id == Drive.objects.get().pk


def test_nothing_comes_back_twice(place: SmallProvince) -> None:
    entry = withdraw_milestone(milestone=milestone(place), reason="Nhập trùng", by=place.officer)
    restore_milestone(entry=entry, by=place.officer)
    with translation.override("en"), pytest.raises(Refused) as caught:
        restore_milestone(entry=entry, by=place.officer)
    assert str(caught.value).startswith("This cannot be brought back: it is there already")
    assert Milestone.objects.count() == 1


def test_nothing_comes_back_when_what_it_points_to_is_gone(place: SmallProvince) -> None:
    given = household(place)
    row = role_model(place, household=given)
    entry = withdraw_role_model(role_model=row, reason="Nhập trùng", by=place.officer)
    Household.objects.all().delete()
    with translation.override("en"), pytest.raises(Refused) as caught:
        restore_role_model(entry=entry, by=place.officer)
    assert str(caught.value).startswith("This cannot be brought back")
    assert not RoleModel.objects.exists()


def test_a_place_taken_meanwhile_is_said(place: SmallProvince) -> None:
    row = drive(place, slug="lam-duong")
    entry = withdraw_drive(drive=row, reason="Nhập trùng", by=place.officer)
    drive(place, slug="lam-duong")
    with pytest.raises(Refused):
        restore_drive(entry=entry, by=place.officer)
    assert Drive.objects.count() == 1


def test_the_list_of_removed_records_leaves_out_what_came_back(place: SmallProvince) -> None:
    rows = [milestone(place, project=f"Công trình {number}") for number in range(3)]
    entries = [withdraw_milestone(milestone=row, reason="Nhập trùng", by=place.officer) for row in rows]
    restore_milestone(entry=entries[1], by=place.officer)
    found = withdrawn(Milestone, "movements.milestone_withdrawn")
    assert [entry.subject_name for entry in found] == ["Công trình 2", "Công trình 0"]


def test_removed_twice_the_last_removal_counts(place: SmallProvince) -> None:
    first = withdraw_milestone(milestone=milestone(place), reason="Nhập trùng", by=place.officer)
    back = restore_milestone(entry=first, by=place.officer)
    second = withdraw_milestone(milestone=back, reason="Vẫn trùng", by=place.officer)
    assert withdrawn(Milestone, "movements.milestone_withdrawn") == [second]
