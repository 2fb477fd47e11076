"""What a test committed is gone after it: SQLite gets the original of its tables back, in one copy.

Django would empty each of two hundred tables and make content types and permissions anew, ten times as slow, and
leave the database without what the migrations put there. On PostgreSQL that is still the way.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from django.db import connection
from django.test import TransactionTestCase

from tests.databases import untouched


@pytest.fixture(autouse=True, scope="session")
def committed_rows_are_taken_back_quickly() -> Iterator[None]:
    """Put our way in the place of Django's, for all tests with real transactions."""
    empty = TransactionTestCase._fixture_teardown

    def take_back(test: TransactionTestCase) -> None:
        if connection.vendor == "sqlite":
            restore()
        else:
            empty(test)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", take_back)
        yield


def restore() -> None:
    """Write the original over the test database, through the open connection."""
    connection.ensure_connection()
    with closing(sqlite3.connect(untouched())) as original:
        original.backup(connection.connection)
