"""A small province, every kind of record, and people who look at them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from tests.factories import records
from tests.factories.movements import SmallProvince, small_province
from thidua.accounts.models import User
from thidua.web.workspace.records.kinds import ALL
from thidua.web.workspace.records.record_kind import RecordKind

KINDS: dict[str, RecordKind] = {kind.key: kind for kind in ALL}
# How a record of each kind is made for a unit of the small province.
MAKERS: dict[str, Callable[..., Any]] = {
    "awards": lambda place, unit, **said: records.conferral(place, unit=unit, **said),
    "role-models": lambda place, unit, **said: records.role_model(place, found_by=unit, **said),
    "gifts": lambda place, unit, **said: records.gift(place, to=records.drive(place, unit=unit), **said),
    "drives": lambda place, unit, **said: records.drive(place, unit=unit, **said),
    "events": lambda place, unit, **said: records.event(place, host=unit, **said),
    "milestones": lambda place, unit, **said: records.milestone(place, unit=unit, **said),
    "competitions": lambda place, unit, **said: records.competition(place, organiser=unit, **said),
    "editions": lambda place, unit, **said: records.edition(
        place, of=records.competition(place, organiser=unit), **said
    ),
}


@pytest.fixture
def place(db: None) -> SmallProvince:
    return small_province()


@pytest.fixture(autouse=True)
def in_english() -> Any:
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
