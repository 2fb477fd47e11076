"""Prepared SQL of the search: building a statement through the ORM takes longer than the database takes to answer it.

Table and column names are our own; whatever was typed goes in as a parameter. Awards are `registry_award`, names `n`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, cast

from django.core.exceptions import EmptyResultSet, FullResultSet
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Q

from thidua.registry.models import Award
from thidua.registry.models.word_index import POSTGRESQL_WORDS
from thidua.registry.models.word_lookup import fts5_phrase, tsquery_phrase

AWARDS: Final = "registry_award"
NAMED: Final = " JOIN registry_recipientname n ON n.id = registry_award.name_id"
AT_ONCE: Final = 500  # rows fetched in one go


@dataclass(frozen=True)
class Sql:
    """A piece of SQL with its parameters; an empty one says nothing."""

    text: str = ""
    params: tuple[Any, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text)


NOTHING: Final = Sql("1 = 0")


def both(*conditions: Sql) -> Sql:
    """Return the condition that all of them hold, the empty ones left out."""
    said = [one for one in conditions if one]
    return Sql(" AND ".join(one.text for one in said), tuple(value for one in said for value in one.params))


def either(*conditions: Sql) -> Sql:
    """Return the condition that one of them holds."""
    text = " OR ".join(f"({one.text})" for one in conditions)
    return Sql(f"({text})", tuple(value for one in conditions for value in one.params))


def negated(condition: Sql) -> Sql:
    """Return the opposite, the empty one for an empty one."""
    return Sql(f"NOT ({condition.text})", condition.params) if condition else condition


def among(column: str, numbers: Iterable[int]) -> Sql:
    """Return the condition that a column holds one of these whole numbers."""
    ordered = sorted({int(number) for number in numbers})
    if connection.vendor == "postgresql":
        return Sql(f"{column} = ANY(%s::bigint[])", (ordered,))
    return Sql(f"{column} IN ({','.join(map(str, ordered)) or 'NULL'})")


def words_held(expressions: Sequence[str]) -> Sql:
    """Return the condition that a name holds the words of one of the expressions, by the index of words."""
    if connection.vendor == "postgresql":
        phrase = " | ".join(f"({tsquery_phrase(one)})" for one in expressions)
        return Sql(f"{POSTGRESQL_WORDS.format(column='n.folded')} @@ %s::tsquery", (phrase,))
    phrase = " OR ".join(f"({fts5_phrase(one)})" for one in expressions)
    index = "registry_name_words"
    return Sql(f"n.id IN (SELECT rowid FROM {index} WHERE {index} MATCH %s)", (phrase,))  # noqa: S608


def through(path: str, condition: Q) -> Q:
    """Return a condition on a row as one on the rows that point to it by `path` ("conferral__")."""
    moved = Q()
    moved.connector, moved.negated = condition.connector, condition.negated
    for child in condition.children:
        if isinstance(child, Q):
            moved.children.append(through(path, child))
        else:
            name, value = cast(tuple[str, object], child)
            moved.children.append((f"{path}{name}", value))
    return moved


def of_awards(condition: Q) -> tuple[str, Sql]:
    """Return the joins and the condition that a Q on awards means."""
    if not condition:
        return "", Sql()
    try:
        query = Award.objects.filter(condition).order_by().values("pk").query
        compiler: Any = query.get_compiler(DEFAULT_DB_ALIAS)
        compiler.setup_query()
        where, params = compiler.compile(query.where)
        (_table, *joins), joined = compiler.get_from_clause()
    except EmptyResultSet:
        return "", NOTHING
    except FullResultSet:
        return "", Sql()
    assert not joined  # plain foreign keys only
    return " " + " ".join(joins) if joins else "", Sql(f"({where})", tuple(params))


def read(statement: str, params: Iterable[Any] = ()) -> list[tuple[Any, ...]]:
    """Return all rows of a statement."""
    with connection.cursor() as cursor:
        cursor.execute(statement, tuple(params))
        return list(cursor.fetchall())


def read_on(statement: str, params: Iterable[Any] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a statement; whoever stops early saves the rest on SQLite."""
    with connection.cursor() as cursor:
        cursor.execute(statement, tuple(params))
        while rows := cursor.fetchmany(AT_ONCE):
            yield from rows


def awards_where(
    columns: str, condition: Sql, *, joins: str = "", order: str = "", limit: int | None = None
) -> Sql:
    """Return the statement that reads columns of awards."""
    text = f"SELECT {columns} FROM {AWARDS}{joins}"  # noqa: S608  (our own names)
    if condition:
        text += f" WHERE {condition.text}"
    if order:
        text += f" ORDER BY {order}"
    return Sql(f"{text} LIMIT {limit}" if limit is not None else text, condition.params)
