"""What a test committed is gone after it, and what the migrations wrote stands there again.

Django would empty each of two hundred tables and make content types and permissions anew, ten times as slow. SQLite
gets the original of its tables back, in one copy; on PostgreSQL the tables that have rows are emptied, and get those of
the migrations from their copies.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from django.db import connection, transaction
from django.test import TransactionTestCase

from tests.databases import KEPT, untouched


@pytest.fixture(autouse=True, scope="session")
def committed_rows_are_taken_back_quickly() -> Iterator[None]:
    """Put our way in the place of Django's, for all tests with real transactions."""

    def take_back(_test: TransactionTestCase) -> None:
        if connection.vendor == "sqlite":
            restore()
        else:
            restore_rows()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", take_back)
        yield


def restore() -> None:
    """Write the original over the test database, through the open connection."""
    connection.ensure_connection()
    with closing(sqlite3.connect(untouched())) as original:
        original.backup(connection.connection)


def restore_rows() -> None:
    """Empty what is not empty and lay in the rows of the migrations; no trigger and no foreign key has a say."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(
            "SELECT schemaname, tablename FROM pg_tables WHERE schemaname IN ('public', %s)", [KEPT]
        )
        tables = {(schema, table) for schema, table in cursor.fetchall()}
        all_of_them = sorted(table for schema, table in tables if schema == "public")
        asked = " UNION ALL ".join(
            f"SELECT '{table}' WHERE EXISTS (SELECT 1 FROM \"{table}\")" for table in all_of_them
        )
        cursor.execute(asked)
        for (table,) in cursor.fetchall():
            cursor.execute(f'DELETE FROM "{table}"')
            if (KEPT, table) in tables:
                cursor.execute(f'INSERT INTO "{table}" SELECT * FROM {KEPT}."{table}"')
