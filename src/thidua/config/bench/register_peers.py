"""What a user would pick instead: a trigram index over all names of the register, or a search engine beside it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection

from thidua.config.bench.register_queries import FULL, PREFIX, SLIP, Asked

TOP = 50


@contextmanager
def trigrams() -> Iterator[tuple[float, float]]:
    """Build the index on PostgreSQL, give seconds and megabytes, and drop it."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        started = time.perf_counter()
        cursor.execute(
            "CREATE INDEX bench_trigrams ON registry_award USING gin (recipient_name gin_trgm_ops)"
        )
        seconds = time.perf_counter() - started
        cursor.execute("SELECT pg_relation_size('bench_trigrams')")
        size = cursor.fetchone()[0] / 1e6
    try:
        yield seconds, size
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DROP INDEX bench_trigrams")


def by_trigrams(asked: Asked) -> list[int]:
    """Return the newest awards as `LIKE` finds them, or the most similar ones of a misspelt name."""
    conditions: list[str] = []
    values: list[Any] = []
    for pattern in _patterns(asked):
        conditions.append("recipient_name ILIKE %s")
        values.append(pattern)
    order = "year DESC, id DESC"
    if asked.match == SLIP:
        conditions, values, order = (
            ["recipient_name %% %s"],
            [asked.written],
            "similarity(recipient_name, %s) DESC",
        )
    if asked.year is not None:
        conditions.append("year = %s")
        values.append(asked.year)
    if asked.places:
        conditions.append("place_id = ANY(%s)")
        values.append(sorted(asked.places))
    values += [asked.written] if asked.match == SLIP else []
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT id FROM registry_award WHERE {' AND '.join(conditions)} ORDER BY {order} LIMIT {TOP}",  # noqa: S608
            values,
        )
        return [row[0] for row in cursor.fetchall()]


def _patterns(asked: Asked) -> list[str]:
    if asked.match == FULL:
        return [asked.written]
    if asked.match == PREFIX:
        return [f"{asked.written}%"]
    return [f"%{word}%" for word in asked.written.split()]


class Tantivy:
    """An index beside the database: whole name and words, year, place; the id is stored."""

    def __init__(self, folder: Path) -> None:
        """Build it from all awards."""
        import tantivy  # a development dependency

        builder = tantivy.SchemaBuilder()
        builder.add_integer_field("award", stored=True)
        builder.add_text_field("whole", tokenizer_name="raw", index_option="basic")
        builder.add_text_field("words", tokenizer_name="whitespace", index_option="basic")
        builder.add_integer_field("year", indexed=True, fast=True)
        builder.add_integer_field("place", indexed=True)
        self._tantivy: Any = tantivy
        self._schema = builder.build()
        folder.mkdir(parents=True, exist_ok=True)
        index = tantivy.Index(self._schema, path=str(folder))
        started = time.perf_counter()
        writer = index.writer(heap_size=300_000_000, num_threads=1)
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT a.id, n.folded, a.year, a.place_id FROM registry_award a "
                "JOIN registry_recipientname n ON n.id = a.name_id"
            )
            while batch := cursor.fetchmany(50_000):
                for award, folded, year, place in batch:
                    writer.add_document(
                        tantivy.Document(award=award, whole=folded, words=folded, year=year, place=place or 0)
                    )
        writer.commit()
        writer.wait_merging_threads()
        self.seconds = time.perf_counter() - started
        self.megabytes = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6
        index.reload()
        self._searcher = index.searcher()

    def search(self, asked: Asked) -> list[int]:
        """Return the ids of the newest hits."""
        query, occur, schema = self._tantivy.Query, self._tantivy.Occur, self._schema
        if asked.match == FULL:
            parts = [query.term_query(schema, "whole", asked.text)]
        elif asked.match == PREFIX:
            parts = [query.regex_query(schema, "whole", f"{asked.text}.*")]
        elif asked.match == SLIP:
            parts = [query.fuzzy_term_query(schema, "whole", asked.text, distance=2)]
        else:
            parts = [query.term_query(schema, "words", word) for word in asked.text.split()]
        if asked.year is not None:
            parts.append(query.term_query(schema, "year", asked.year))
        if asked.places:
            parts.append(query.term_set_query(schema, "place", sorted(asked.places)))
        whole = query.boolean_query([(occur.Must, part) for part in parts])
        order: dict[str, Any] = {} if asked.match == SLIP else {"order_by_field": "year"}
        hits = self._searcher.search(whole, TOP, **order).hits
        return [self._searcher.doc(address)["award"][0] for _score, address in hits]
