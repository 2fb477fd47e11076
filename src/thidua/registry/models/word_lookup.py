"""Any words of a folded column, in any order: one lookup on both databases.

`RecipientName.objects.filter(folded__words="van (thu|thi) hoa*")`: every group must be met, a group by any of its
words, a word with * by its beginning. The column needs a `WordIndex`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from django.db.models import CharField, TextField
from django.db.models.lookups import Lookup
from django.db.models.sql.compiler import SQLCompiler

from thidua.registry.models.word_index import POSTGRESQL_WORDS, word_index_name

_GROUP: Final = re.compile(r"\(([a-z0-9*|]+)\)|([a-z0-9]+\*?)")


def all_of(words: Iterable[str], *, last_begins: bool = False) -> str:
    """Return the expression that all words occur; `last_begins`: the last one may be only the beginning of a word."""
    parts = list(words)
    if parts and last_begins:
        parts[-1] += "*"
    return " ".join(parts)


def any_of(words: Iterable[str]) -> str:
    """Return the group that one of the words occurs."""
    return f"({'|'.join(words)})"


@CharField.register_lookup
@TextField.register_lookup
class Words(Lookup):
    """The rows whose column holds the words."""

    lookup_name = "words"
    prepare_rhs = False

    def as_sqlite(self, compiler: SQLCompiler, connection: Any) -> tuple[str, list[Any]]:
        """Read FTS5's table by its row numbers."""
        column = self.lhs.target
        index = word_index_name(column.model, column.column)
        key = compiler.quote_name_unless_alias(self.lhs.alias)
        phrase = fts5_phrase(self.rhs)
        return f"{key}.id IN (SELECT rowid FROM {index} WHERE {index} MATCH %s)", [phrase or '""']  # noqa: S608  (our own names)

    def as_postgresql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, list[Any]]:
        """Compare the indexed expression with a query."""
        column, params = self.process_lhs(compiler, connection)
        return f"{POSTGRESQL_WORDS.format(column=column)} @@ %s::tsquery", [*params, tsquery_phrase(self.rhs)]


def fts5_phrase(expression: str) -> str:
    """Return an expression as SQLite's FTS5 reads it."""
    return " AND ".join(f"({' OR '.join(map(_fts5, group))})" for group in groups_in(expression))


def tsquery_phrase(expression: str) -> str:
    """Return an expression as PostgreSQL's tsquery."""
    return " & ".join(f"({' | '.join(map(_tsquery, group))})" for group in groups_in(expression))


def groups_in(expression: str) -> list[list[str]]:
    """Return the words of an expression in their groups: all groups must be met, each by any of its words."""
    return [(several or one).split("|") for several, one in _GROUP.findall(expression)]


def _fts5(word: str) -> str:
    return f'"{word[:-1]}"*' if word.endswith("*") else f'"{word}"'


def _tsquery(word: str) -> str:
    return f"'{word[:-1]}':*" if word.endswith("*") else f"'{word}'"
