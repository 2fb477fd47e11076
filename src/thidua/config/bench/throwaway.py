"""A database that exists only while something is measured."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection


@contextmanager
def throwaway_database() -> Iterator[str]:
    """Make an empty, migrated database, give its kind ("sqlite", "postgresql"), and remove it at the end.

    The installation's own database is not opened.
    """
    with tempfile.TemporaryDirectory(prefix="thidua-bench-") as folder:
        own_name = connection.settings_dict["NAME"]
        if connection.vendor == "sqlite":
            # A file, as in an installation; Django's own choice would be memory.
            connection.settings_dict["TEST"]["NAME"] = str(Path(folder) / "bench.sqlite3")
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        try:
            yield connection.vendor
        finally:
            connection.creation.destroy_test_db(own_name, verbosity=0)


def gather_statistics() -> None:
    """Let the database learn the size of its tables, as it does by itself in daily use."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
