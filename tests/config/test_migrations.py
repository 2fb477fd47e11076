"""The history of the migrations leads to the tables that the tests start from."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest


def made(database: Path, *command: str) -> dict[tuple[str, str], list[str]]:
    """Return what stands in `database` after `command`: the columns, or the words, of each table, index and trigger."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "thidua.config.settings",
        "THIDUA_DATABASE_URL": f"sqlite:///{database}",
    }
    subprocess.run([sys.executable, "-m", *command], env=environment, check=True)
    with sqlite3.connect(database) as connection:
        rows = connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
        return {
            (kind, name): sorted(row[1] for row in connection.execute(f"PRAGMA table_info('{name}')"))
            if kind == "table"
            else [sql or ""]
            for kind, name, sql in rows
        }


@pytest.mark.slow
def test_the_migrations_make_what_the_models_say(tmp_path: Path) -> None:
    walked = made(tmp_path / "walked.sqlite3", "django", "migrate", "--verbosity", "0")
    told = made(tmp_path / "told.sqlite3", "tests.schema")
    assert len(walked) > 500
    assert {name: walked.get(name) for name in told} == told
    assert {name: told.get(name) for name in walked} == walked
