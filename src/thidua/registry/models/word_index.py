"""An index that finds rows by any words of a folded column, whatever their order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.backends.ddl_references import Statement, Table

if TYPE_CHECKING:
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor

# Letters and digits are words, everything else parts them: the rule of SQLite's tokenizer, said for PostgreSQL.
POSTGRESQL_WORDS = (
    "array_to_tsvector(string_to_array(trim(regexp_replace({column}, '[^a-z0-9]+', ' ', 'g')), ' '))"
)


class WordIndex(models.Index):
    """FTS5 beside the table on SQLite (kept by triggers), GIN over the words on PostgreSQL; of one column.

    Read through the lookup `words` (see `thidua.registry.search.words`). The index must carry the name that
    `word_index_name` gives, since the lookup knows only table and column.
    """

    suffix = "wix"

    def create_sql(
        self,
        model: type[models.Model],
        schema_editor: BaseDatabaseSchemaEditor,
        using: str = "",
        **kwargs: Any,
    ) -> Statement:
        """Return the last statement; SQLite's others are put into the queue before it."""
        table = Table(model._meta.db_table, schema_editor.quote_name)
        column = self.fields[0]  # of the same name
        if schema_editor.connection.vendor == "postgresql":
            words = POSTGRESQL_WORDS.format(column=column)
            made = f"CREATE INDEX {self.name} ON %(table)s USING gin (({words})) WITH (fastupdate = off)"
            return Statement(made, table=table)
        *first, last = (Statement(text, table=table) for text in self._sqlite(column))
        schema_editor.deferred_sql.extend(first)
        return last

    def remove_sql(  # type: ignore[override]
        self, model: type[models.Model], schema_editor: BaseDatabaseSchemaEditor, **kwargs: Any
    ) -> Statement:
        """Return the statement that drops it; SQLite's triggers go first."""
        table = Table(model._meta.db_table, schema_editor.quote_name)
        if schema_editor.connection.vendor == "postgresql":
            return Statement(f"DROP INDEX IF EXISTS {self.name}", table=table)
        for trigger in ("added", "removed", "changed"):
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {self.name}_{trigger}")
        return Statement(f"DROP TABLE IF EXISTS {self.name}", table=table)

    def _sqlite(self, column: str) -> tuple[str, ...]:
        name = self.name
        take_out = f"INSERT INTO {name}({name}, rowid, {column}) VALUES ('delete', old.id, old.{column});"  # noqa: S608  (our own names)
        put_in = f"INSERT INTO {name}(rowid, {column}) VALUES (new.id, new.{column});"  # noqa: S608
        trigger = f"CREATE TRIGGER IF NOT EXISTS {name}_%s AFTER %s ON %%(table)s BEGIN %s END"
        return (
            f"CREATE VIRTUAL TABLE IF NOT EXISTS {name} USING fts5({column}, content=%(table)s, "
            f"content_rowid='id', tokenize='unicode61', detail='none', columnsize=0)",
            f"INSERT INTO {name}({name}) VALUES ('rebuild')",  # noqa: S608
            trigger % ("removed", "DELETE", take_out),
            trigger % ("changed", f"UPDATE OF {column}", take_out + put_in),
            trigger % ("added", "INSERT", put_in),
        )


def word_index_name(model: type[models.Model], column: str) -> str:
    """Return the name of the WordIndex over `column`; raises LookupError where there is none."""
    for index in model._meta.indexes:
        if isinstance(index, WordIndex) and index.fields == [column]:
            return index.name
    raise LookupError(f"{model.__name__}.{column} has no WordIndex")
