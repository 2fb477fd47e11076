"""One road for all tests of this folder, made once and taken back at the end; each test's own writes go with `db`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from tests.factories.whole_road import Road, whole_road


@pytest.fixture(scope="module")
def made_once(django_db_setup: None, django_db_blocker: Any) -> Iterator[Road]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield whole_road()
        transaction.set_rollback(True)


@pytest.fixture
def road(made_once: Road, db: None) -> Road:
    return made_once
