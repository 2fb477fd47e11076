"""The time a search spends in the database, apart from what Python does around it.

The statements of a search are written down while it runs once; then they are sent again, all rows fetched, and only
that is timed: SQLite finds rows while they are fetched, PostgreSQL before it answers.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from django.db import connection

Statement: TypeAlias = tuple[str, Any]


def statements_of(run: Callable[[], object]) -> list[Statement]:
    """Return what `run` sends to the database, in order."""
    sent: list[Statement] = []

    def note(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        sent.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        run()
    return sent


def milliseconds_of(statements: Sequence[Statement]) -> float:
    """Return how long the database takes for all of them, rows fetched."""
    took = 0.0
    for sql, params in statements:
        with connection.cursor() as cursor:
            started = time.perf_counter()
            cursor.execute(sql, params)
            cursor.fetchall()
            took += time.perf_counter() - started
    return took * 1000
