"""The book is read once and again only when something of the Board has changed, in whatever process."""

from __future__ import annotations

import uuid

from django.db import transaction

from tests.factories.lawbook import CONFIRMED_WAY, answer, checked
from tests.factories.movements import SmallProvince
from thidua.accounts.models import User
from thidua.lawbook.models import BookStamp, ProvisionCheck
from thidua.lawbook.queries import current, current_book


def test_a_book_already_read_costs_one_query(
    place: SmallProvince, leader: User, django_assert_num_queries
) -> None:
    checked(leader)
    before = current()
    with django_assert_num_queries(1):
        assert current() is before


def test_a_change_by_another_process_is_seen(place: SmallProvince, leader: User) -> None:
    row = checked(leader)
    assert current_book().check_of(CONFIRMED_WAY) is not None
    ProvisionCheck.objects.filter(pk=row.pk).update(note="elsewhere")
    assert current_book().check_of(CONFIRMED_WAY).note == ""
    BookStamp.objects.update(stamp=uuid.uuid4())  # as the other process's action does
    assert current_book().check_of(CONFIRMED_WAY).note == "elsewhere"


def test_what_was_rolled_back_is_forgotten(place: SmallProvince, leader: User) -> None:
    checked(leader)
    with transaction.atomic():
        answer(leader)
        assert current_book().choices.settings == {"mixed_initiative_topic": True}
        transaction.set_rollback(True)
    assert current_book().choices.settings == {}
    assert current_book().check_of(CONFIRMED_WAY) is not None
