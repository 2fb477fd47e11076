"""A small province with somebody whose personal data are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from django.test import Client
from django.utils import translation

from tests.factories.movements import SmallProvince, small_province
from thidua.accounts.models import User
from thidua.orgs.actions import add_position, create_person, enter_personal_data
from thidua.orgs.models import Person


@pytest.fixture
def place(db: None) -> SmallProvince:
    return small_province()


@pytest.fixture
def person(place: SmallProvince) -> Person:
    """Bà Lương Thị Bình of Đề Thám, number 020168000012, born 15/08/1968."""
    made = create_person(full_name="Lương Thị Bình", honorific="ba", by=None)
    add_position(person=made, title="Trưởng thôn", unit=place.de_tham, by=None)
    enter_personal_data(
        person=made, citizen_id="020168000012", birth_date=date(1968, 8, 15), seen=0, by=place.officer
    )
    made.refresh_from_db()
    return made


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """Addresses made here lead to the English pages, whose sentences stand in the source."""
    with translation.override("en"):
        yield


@pytest.fixture
def enter(client: Client) -> Callable[[User], Client]:
    """Give a function that signs the test client in."""

    def sign_in(user: User) -> Client:
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in
