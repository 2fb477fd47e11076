"""Two persons become one and two again, and nothing is lost on the way."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from django.core import serializers
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories.histories import award, discipline, grade, initiative, matter
from tests.factories.movements import SmallProvince, account, running_movement
from tests.factories.records import household, person, role_model
from tests.registry.identities.tables import dump
from thidua.accounts.roles import UNIT_OFFICER
from thidua.contributions.models import Gift
from thidua.council.models import CouncilMember, InterestDeclaration
from thidua.movements.models import Registration
from thidua.nominations.models import Nomination
from thidua.orgs.models import Household, Person, Position
from thidua.registry.actions.merge_persons import merge_persons
from thidua.registry.actions.unmerge_persons import unmerge_persons
from thidua.registry.facts import facts_of
from thidua.registry.identities.moving import person_columns
from thidua.registry.models import Award, IdentityMove, PendingMatter, YearlyGrade
from thidua.registry.queries import history_of
from thidua.support.audit.models import AuditEntry
from thidua.support.refusals import NotAllowed, Refused

DAY = date(2024, 5, 20)
CODES = ("advanced_worker", "grassroots_emulation_fighter", "provincial_certificate_of_merit")


def lived(place: SmallProvince, name: str, year: int) -> Person:
    """Return a person with something of every kind."""
    found = person(place, name)
    award(place, found, CODES[year % 3], year, date(year, 12, 1))
    grade(place, found, year)
    initiative(place, found, year)
    discipline(place, found, date(year, 3, 1), until=date(year, 4, 1))
    matter(place, found, date(year, 3, 1))
    Position.objects.create(person=found, unit=place.de_tham, title="Giáo viên")
    Household.objects.create(head=found, address_unit=place.de_tham)
    return found


def test_every_column_of_every_room_that_leads_to_a_person_is_known():
    assert {(column.model, column.field) for column in person_columns()} >= {
        (Award, "person"),
        (YearlyGrade, "person"),
        (PendingMatter, "person"),
        (Position, "person"),
        (Household, "head"),
        (Registration, "person"),
        (Nomination, "person"),
        (Gift, "person"),
        (CouncilMember, "person"),
        (InterestDeclaration, "person"),
    }


def test_a_merged_person_has_the_history_and_the_facts_of_both(place):
    keep, other = lived(place, "Hoàng Văn Thụ", 2018), lived(place, "HOANG VAN THU", 2019)
    merge_persons(keep=keep, merge=other, by=place.officer)
    told = history_of(keep)
    assert [line.year for line in (*told.titles, *told.forms)] == [2019, 2018]
    assert [line.year for line in told.grades] == [2019, 2018]
    assert [line.year for line in told.initiatives] == [2019, 2018]
    facts = facts_of(keep, DAY)
    assert [held.year for held in facts.awards] == [2018, 2019]
    assert len(facts.discipline) == 2
    assert history_of(other) == type(told)()


def test_taking_a_merger_back_leaves_every_table_byte_for_byte_as_it_was(place):
    keep, other = lived(place, "Hoàng Văn Thụ", 2018), lived(place, "HOANG VAN THU", 2019)
    before = dump()
    row = merge_persons(keep=keep, merge=other, by=place.officer)
    assert dump() != before
    unmerge_persons(merge=row, by=place.officer)
    assert dump() == before
    assert IdentityMove.objects.count() == 0


@pytest.mark.django_db(transaction=False)
@settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_mergers_are_taken_back_exactly_in_any_order(place, data):
    people = [lived(place, f"Nông Văn {letter}", 2011 + number) for number, letter in enumerate("ABCD")]
    before = dump()
    merges = []
    for _time in range(data.draw(st.integers(1, 5))):
        keep, other = data.draw(st.sampled_from(people)), data.draw(st.sampled_from(people))
        with suppress(Refused):  # they are one already
            merges.append(merge_persons(keep=keep, merge=other, by=place.officer))
    for row in data.draw(st.permutations(merges)):
        unmerge_persons(merge=row, by=place.officer)
    assert dump() == before


def test_half_a_chain_taken_back_leaves_the_other_half(place):
    first, second, third = (lived(place, f"Vi Văn {letter}", 2015 + n) for n, letter in enumerate("ABC"))
    one = merge_persons(keep=second, merge=first, by=place.officer)
    merge_persons(keep=third, merge=second, by=place.officer)
    assert Award.objects.filter(person=third).count() == 3
    unmerge_persons(merge=one, by=place.officer)
    assert [Award.objects.filter(person=each).count() for each in (first, second, third)] == [1, 0, 2]
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.merged_into, second.merged_into) == (None, third)


def test_what_came_to_the_one_person_later_stays_there(place):
    keep, other = lived(place, "Hoàng Văn Thụ", 2018), lived(place, "HOANG VAN THU", 2019)
    row = merge_persons(keep=keep, merge=other, by=place.officer)
    late = award(place, keep, "advanced_worker", 2022, date(2022, 12, 1))
    unmerge_persons(merge=row, by=place.officer)
    late.refresh_from_db()
    assert late.person == keep
    assert Award.objects.filter(person=other).get().year == 2019


def test_a_row_given_to_somebody_else_meanwhile_is_not_taken_from_them(place):
    keep, other = lived(place, "Hoàng Văn Thụ", 2018), lived(place, "HOANG VAN THU", 2019)
    third = person(place, "Hoàng Văn Thu")
    row = merge_persons(keep=keep, merge=other, by=place.officer)
    Award.objects.filter(person=keep, year=2019).update(person=third)
    unmerge_persons(merge=row, by=place.officer)
    assert Award.objects.get(year=2019).person == third


def test_two_registrations_for_one_movement_stay_two_and_come_back(place):
    movement = running_movement(place)
    keep, other = person(place, "Hoàng Văn Thụ"), person(place, "HOANG VAN THU")
    for one in (keep, other):
        Registration.objects.create(movement=movement, unit=place.de_tham, person=one)
    model = role_model(place, person=other)
    before = dump()
    row = merge_persons(keep=keep, merge=other, by=place.officer)
    assert Registration.objects.filter(person=other).count() == 1
    model.refresh_from_db()
    assert model.person == keep
    unmerge_persons(merge=row, by=place.officer)
    assert dump() == before


def test_different_grades_for_one_year_are_settled_first(place):
    keep, other = person(place, "Hoàng Văn Thụ"), person(place, "HOANG VAN THU")
    grade(place, keep, 2018, "excellently_completed")
    grade(place, other, 2018, "completed")
    with pytest.raises(Refused) as refused:
        merge_persons(keep=keep, merge=other, by=place.officer)
    assert str(refused.value) == "For 2018 the two have different grades. Correct the wrong one first."
    assert Person.objects.filter(merged_into__isnull=False).count() == 0


def test_one_grade_written_twice_counts_once(place):
    keep, other = person(place, "Hoàng Văn Thụ"), person(place, "HOANG VAN THU")
    for one in (keep, other):
        grade(place, one, 2018)
    merge_persons(keep=keep, merge=other, by=place.officer)
    assert [line.year for line in history_of(keep).grades] == [2018]


def test_only_who_keeps_awards_merges(place):
    keep, other = person(place, "Hoàng Văn Thụ"), person(place, "HOANG VAN THU")
    clerk = account(UNIT_OFFICER.code, place.de_tham)
    with pytest.raises(NotAllowed):
        merge_persons(keep=keep, merge=other, by=clerk)
    row = merge_persons(keep=keep, merge=other, by=place.officer)
    with pytest.raises(NotAllowed):
        unmerge_persons(merge=row, by=clerk)


def test_a_merger_is_taken_back_once(place):
    row = merge_persons(keep=person(place, "A B"), merge=person(place, "A C"), by=place.officer)
    unmerge_persons(merge=row, by=place.officer)
    with pytest.raises(Refused) as refused:
        unmerge_persons(merge=row, by=place.officer)
    assert str(refused.value) == "This merger has been taken back already."


def test_the_log_says_who_merged_whom_and_why(place):
    keep, other = lived(place, "Hoàng Văn Thụ", 2018), person(place, "HOANG VAN THU")
    merge_persons(keep=keep, merge=other, by=place.officer, reason="Cùng số sổ bảo hiểm")
    entry = AuditEntry.objects.get(action="registry.persons_merged")
    assert (entry.actor_id, entry.subject_id) == (str(place.officer.pk), str(keep.pk))
    assert "Cùng số sổ bảo hiểm" in entry.details
    assert f"HOANG VAN THU ({other.pk})" in entry.details


def test_a_household_goes_with_its_head(place):
    home = household(place, "Vi Thanh Liêm")
    keep = person(place, "Vi Thanh Liệm")
    before = serializers.serialize("json", [home])
    row = merge_persons(keep=keep, merge=home.head, by=place.officer)
    home.refresh_from_db()
    assert home.head == keep
    unmerge_persons(merge=row, by=place.officer)
    home.refresh_from_db()
    assert serializers.serialize("json", [home]) == before
