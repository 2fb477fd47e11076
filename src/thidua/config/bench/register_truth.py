"""Which awards a query must find, by looking at all of them: the measure of every index."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from django.db import connection

from thidua.config.bench.register_queries import FULL, PREFIX, Asked
from thidua.registry.content.spelling import words_of

NEWEST = 50


@dataclass(frozen=True)
class Truth:
    """How many awards are hits, and the newest of them."""

    count: int
    newest: tuple[int, ...]


def scan(queries: Sequence[Asked]) -> list[Truth]:
    """Return the hits of each query, names that are nearer to the text first, then the newest.

    Reads the whole dictionary and the whole register, without any index.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT MAX(id) FROM registry_recipientname")
        size = int(cursor.fetchone()[0]) + 1
        named = np.zeros((len(queries), size), dtype=np.int8)
        cursor.execute("SELECT id, folded FROM registry_recipientname")
        while batch := cursor.fetchmany(50_000):
            for number, folded in batch:
                words = set(words_of(folded))
                for place, query in enumerate(queries):
                    named[place, number] = _rank(query, folded, words)
        found: list[list[tuple[int, int, int]]] = [[] for _query in queries]
        cursor.execute("SELECT id, name_id, year, place_id FROM registry_award")
        while batch := cursor.fetchmany(200_000):
            awards = np.array(batch, dtype=np.int64)
            for place, query in enumerate(queries):
                hits = awards[named[place, awards[:, 1]] > 0]
                if query.year is not None:
                    hits = hits[hits[:, 2] == query.year]
                if query.places:
                    hits = hits[np.isin(hits[:, 3], list(query.places))]
                ranks = named[place, hits[:, 1]]
                found[place] += zip(ranks.tolist(), hits[:, 2].tolist(), hits[:, 0].tolist(), strict=True)
    return [
        Truth(len(hits), tuple(award for _rank, _year, award in sorted(hits, reverse=True)[:NEWEST]))
        for hits in found
    ]


def _rank(query: Asked, folded: str, words: set[str]) -> int:
    """Return 3 for the very name, 2 for one that begins so, 1 for one that holds all the words, 0 for no hit."""
    if folded == query.text:
        return 3
    if query.match == FULL:
        return 0
    if folded.startswith(query.text):
        return 2
    return int(query.match != PREFIX and words.issuperset(query.text.split()))
