"""Test databases as copies of one that was made once (`tests/schema.py`).

It is made once for each state of the migration files; every worker starts from a copy, on which Django then finds
nothing left to do. A change of any migration makes a new original.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Final

import pytest
from django.apps import apps
from django.conf import settings

from tools import postgres

ROOT: Final = Path(__file__).resolve().parent.parent
ORIGINALS: Final = ROOT / "var" / "test-databases"
KEPT: Final = "kept"  # the schema on PostgreSQL that holds the rows of the migrations


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """Let Django take the copy as it finds it."""
    return True


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Give the test database of this worker its tables, before Django opens it."""
    ORIGINALS.mkdir(parents=True, exist_ok=True)
    if settings.DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
        shutil.copy(sqlite_original(), settings.DATABASES["default"]["TEST"]["NAME"])
        shutil.copy(settings.DATABASES["default"]["TEST"]["NAME"], untouched())
    else:
        settings.DATABASES["default"]["TEST"]["TEMPLATE"] = _postgresql_original()


def untouched() -> Path:
    """Return this worker's copy of the original that no test writes to."""
    return Path(settings.DATABASES["default"]["TEST"]["NAME"]).with_suffix(".untouched")


def sqlite_original() -> Path:
    """Return the file with all tables and nothing of our own in them; it is made when there is none."""
    original = ORIGINALS / f"{state_of_migrations()}.sqlite3"
    with _only_one():
        if not original.exists():
            for former in ORIGINALS.glob("*.sqlite3*"):
                former.unlink()
            making = original.with_suffix(".making")
            making.unlink(missing_ok=True)
            _make_tables(f"sqlite:///{making}")
            making.replace(original)
    return original


def _postgresql_original() -> str:
    import psycopg

    server = settings.DATABASES["default"]
    name = f"original_{state_of_migrations()}"
    address = f"postgres://{server['USER']}:{server['PASSWORD']}@{server['HOST']}:{server['PORT']}"
    with _only_one(), psycopg.connect(f"{address}/postgres", autocommit=True) as connection:
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            connection.execute(f'CREATE DATABASE "{name}"')
            _fill(f"{address}/{name}")
    return name


def _fill(database: str) -> None:
    """Give an empty database of PostgreSQL its tables: from the words that the first such run wrote down."""
    words = ORIGINALS / f"{state_of_migrations()}.sql"
    programs = postgres.binaries()
    if words.exists():
        quietly = [f"{programs}/psql", "--quiet", "--no-psqlrc", "--set=ON_ERROR_STOP=1", f"--file={words}"]
        subprocess.run([*quietly, database], check=True, stdout=subprocess.DEVNULL)
        return
    _make_tables(database)
    _keep_rows(database)
    for former in ORIGINALS.glob("*.sql"):
        former.unlink()
    making = words.with_suffix(".sql-making")
    subprocess.run([f"{programs}/pg_dump", "--no-owner", f"--file={making}", database], check=True)
    making.replace(words)


def _keep_rows(database: str) -> None:
    """Put what the migrations wrote beside the tables, in a schema that no test knows (`tests/restored.py`)."""
    import psycopg

    with psycopg.connect(database) as connection:
        connection.execute(f"CREATE SCHEMA {KEPT}")
        tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        for (table,) in tables:
            if connection.execute(f'SELECT 1 FROM "{table}" LIMIT 1').fetchone():
                connection.execute(f'CREATE TABLE {KEPT}."{table}" AS TABLE public."{table}"')


def _make_tables(url: str) -> None:
    command = [sys.executable, "-m", "tests.schema"]
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "thidua.config.settings",
        "THIDUA_DATABASE_URL": url,
    }
    subprocess.run(command, cwd=ROOT, env=environment, check=True)


@cache
def state_of_migrations() -> str:
    """Return a short name that changes with any migration of ours or of a package."""
    digest = hashlib.sha256()
    for app in apps.get_app_configs():
        for path in sorted(Path(app.path, "migrations").glob("*.py")):
            digest.update(f"{app.label}/{path.name}".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


@contextmanager
def _only_one() -> Iterator[None]:
    with (ORIGINALS / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
