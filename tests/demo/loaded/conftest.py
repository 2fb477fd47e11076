"""The demonstration, loaded once for all tests of this folder and taken back at its end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from thidua.demo.load import load


@pytest.fixture(scope="package")
def loaded_province(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Lạng Sơn 2019 in a transaction around the whole folder; each test's own writes are taken back by `db`."""
    with django_db_blocker.unblock(), transaction.atomic():
        load(lambda step: None)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def province(loaded_province: None, db: None) -> None:
    """The loaded province, for one test."""
