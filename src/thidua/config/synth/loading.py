"""Writing many rows fast: indexes away first and back afterwards, large batches, COPY on PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

from django.db import connection, connections
from django.db.models import Model

from thidua.config.synth.rows import Rows, Same
from thidua.registry.models.word_index import WordIndex

BATCH: Final = 50_000
QUIET: Final = (
    "PRAGMA foreign_keys = OFF",
    "PRAGMA journal_mode = OFF",
    "PRAGMA synchronous = OFF",
    "PRAGMA temp_store = FILE",
    "PRAGMA cache_size = -400000",
    "PRAGMA locking_mode = EXCLUSIVE",
)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let this connection write without care for a crash: a database that is half written is thrown away."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for pragma in QUIET:
                cursor.execute(pragma)
        else:
            cursor.execute("SET synchronous_commit = off")
            cursor.execute("SET maintenance_work_mem = '512MB'")
            cursor.execute("SET max_parallel_maintenance_workers = 2")
            cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
            if cursor.fetchone()[0]:  # rows that come from one plan refer to each other rightly
                cursor.execute("SET session_replication_role = replica")
    try:
        yield
    finally:
        connections["default"].close()  # the next connection has the installation's settings again


@contextmanager
def without_indexes(models: Sequence[type[Model]], say: Callable[[str], None]) -> Iterator[None]:
    """Take indexes, unique constraints and triggers off the tables, and put the same ones back afterwards."""
    tables = [model._meta.db_table for model in models]
    put_back = _strip_sqlite(tables) if connection.vendor == "sqlite" else _strip_postgresql(tables)
    yield
    with connection.cursor() as cursor:
        for statement in put_back:
            say(statement)
            cursor.execute(statement)


def rebuild_word_indexes(models: Sequence[type[Model]], say: Callable[[str], None]) -> None:
    """Fill SQLite's word indexes, whose triggers were away; PostgreSQL's are ordinary indexes."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        for index in (
            index for model in models for index in model._meta.indexes if isinstance(index, WordIndex)
        ):
            say(f"words of {index.name}")
            cursor.execute(f"INSERT INTO {index.name}({index.name}) VALUES ('rebuild')")  # noqa: S608  (our own name)


def write(rows: Rows) -> Iterator[int]:
    """Write the rows; yield how many were written after each batch."""
    if not rows.count:
        return
    yield from _write_sqlite(rows) if connection.vendor == "sqlite" else _write_postgresql(rows)


def _strip_sqlite(tables: Sequence[str]) -> list[str]:
    marks = ", ".join(["%s"] * len(tables))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT type, name, sql FROM sqlite_master "  # noqa: S608  (only place holders are put in)
            f"WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name IN ({marks}) ORDER BY type, name",
            list(tables),
        )
        found = cursor.fetchall()
        for kind, name, _sql in found:
            cursor.execute(f'DROP {kind} "{name}"')
    return [sql for _kind, _name, sql in found]


def _strip_postgresql(tables: Sequence[str]) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint "
            "WHERE (contype = 'u' OR contype = 'f' AND current_setting('session_replication_role') <> 'replica') "
            "AND conrelid = ANY(%s::regclass[]) ORDER BY contype DESC, conname",
            [list(tables)],
        )
        constraints = cursor.fetchall()
        cursor.execute(
            "SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index "
            "WHERE NOT indisprimary AND indrelid = ANY(%s::regclass[]) "
            "AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid) ORDER BY 1",
            [list(tables)],
        )
        indexes = cursor.fetchall()
        # What the same transaction wrote before is checked now: a table that waits for it cannot be altered.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table, name, _definition in constraints:
            cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
        for name, _definition in indexes:
            cursor.execute(f"DROP INDEX {name}")
    return [
        *(
            f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {definition}'
            for table, name, definition in constraints
        ),
        *(definition for _name, definition in indexes),
    ]


def _write_sqlite(rows: Rows) -> Iterator[int]:
    names = ", ".join(f'"{name}"' for name in rows.columns)
    values = ", ".join(
        _literal(column.value) if isinstance(column, Same) else "?" for column in rows.columns.values()
    )
    statement = f'INSERT INTO "{rows.table}" ({names}) VALUES ({values})'  # noqa: S608  (names of our own schema)
    connection.ensure_connection()
    database: Any = connection.connection
    done = 0
    for batch in rows.batches(BATCH):
        database.execute("SAVEPOINT synthetic") if connection.in_atomic_block else database.execute("BEGIN")
        database.cursor().executemany(statement, zip(*batch, strict=True))
        database.execute("RELEASE synthetic") if connection.in_atomic_block else database.execute("COMMIT")
        done += len(batch[0])
        yield done


def _write_postgresql(rows: Rows) -> Iterator[int]:
    names = ", ".join(f'"{name}"' for name in rows.columns)
    fields = [_copied(column.value) if isinstance(column, Same) else "{}" for column in rows.columns.values()]
    line = ("\t".join(fields) + "\n").format
    connection.ensure_connection()
    cursor: Any = connection.connection.cursor()
    done = 0
    with cursor, cursor.copy(f'COPY "{rows.table}" ({names}) FROM STDIN') as copy:
        for batch in rows.batches(BATCH):
            copy.write("".join(map(line, *map(_with_nothing, batch))))
            done += len(batch[0])
            yield done


def _with_nothing(column: list[Any]) -> list[Any]:
    """Return the column with PostgreSQL's sign for NULL."""
    return ["\\N" if value is None else value for value in column] if None in column else column


def _copied(value: str | int | bool | None) -> str:
    return "\\N" if value is None else str(value).replace("{", "{{").replace("}", "}}")


def _literal(value: str | int | bool | None) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, str):
        escaped = value.replace("'", "''")
        return f"'{escaped}'"
    return str(int(value))
