"""Searching a large register: latency of each class of query, its hits checked, and what a user would pick instead.

`thidua bench register --awards N [--keep DIR]`; the country is written first, or taken from DIR (SQLite only).
"""

from __future__ import annotations

import resource
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import TypeAlias

import numpy as np
from django.db import connection

from thidua.config.bench.measurement import Measurement
from thidua.config.bench.register_calls import milliseconds_of, statements_of
from thidua.config.bench.register_page import promised, visitor
from thidua.config.bench.register_peers import Tantivy, by_trigrams, trigrams
from thidua.config.bench.register_queries import FULL, PREFIX, SLIP, Asked, QueryClass, draw_classes
from thidua.config.bench.register_truth import Truth, scan
from thidua.config.synth.country import Size, reporter, write_country
from thidua.config.synth.loading import undisturbed
from thidua.config.synth.target import connected_to
from thidua.registry import search as register_search
from thidua.registry.models import Award
from thidua.registry.search import Rank, SearchQuery

Part: TypeAlias = Callable[[str, str, Callable[[str], None]], Iterator[Measurement]]

TOP = 50
SAMPLE = 8  # queries of each class that are compared with the scan
WARM = 10


class WrongHits(AssertionError):
    """A query found other awards than the scan of all rows: its speed says nothing."""


def measure(
    database: str, awards: int, keep: Path | None, part: Part, say: Callable[[str], None]
) -> Iterator[Measurement]:
    """Yield all measurements of a part; raises WrongHits when a query finds other awards than it must."""
    kept = keep / f"synthetic-{awards}-1.sqlite3" if keep is not None and database == "sqlite" else None
    place = nullcontext() if kept is None else connected_to(f"sqlite:///{kept}")
    with place:
        if not _is_written(kept, awards):
            tell, progress = reporter(say)
            started = time.perf_counter()
            with undisturbed():
                write_country(Size(awards, 1), say=tell, progress=progress)
            yield Measurement(
                "register written", round(time.perf_counter() - started), "s", f"{awards} awards", database
            )
        yield from part(database, f"{awards} awards", say)


def search(asked: Asked) -> list[int]:
    """Return the newest awards that the product's search finds as this class means it, the nearest names first."""
    if asked.match == SLIP:
        return [hit.award.pk for hit in register_search.near(query_of(asked), by=None)]
    farthest = Rank.BEGINNING if asked.match == PREFIX else Rank.WORDS
    page = register_search.search(query_of(asked), by=None)
    return [hit.award.pk for hit in page.hits if hit.rank is not None and hit.rank <= farthest]


def count(asked: Asked) -> int:
    """Return how many awards the product counts."""
    return register_search.count(query_of(asked), by=None).number


def query_of(asked: Asked) -> SearchQuery:
    """Return the query as the search page would have it."""
    years = None if asked.year is None else (asked.year, asked.year)
    exact = asked.match == FULL
    return SearchQuery(
        text="" if exact else asked.text,
        exact=asked.text if exact else "",
        years=years,
        places=asked.named,
    )


def _is_written(kept: Path | None, awards: int) -> bool:
    if kept is None:
        return False
    if kept.exists():
        return Award.objects.count() == awards
    from django.core.management import call_command

    kept.parent.mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0)
    return False


def books(database: str, size: str, _say: Callable[[str], None]) -> Iterator[Measurement]:
    """Yield how old books are read against the register."""
    from thidua.config.bench import register_import

    yield from register_import.measure(database, size)


def searches(database: str, size: str, say: Callable[[str], None]) -> Iterator[Measurement]:
    """Yield all classes of queries, checked, and their peers."""
    classes = draw_classes(seed=1)
    say("scan of all rows, to check the hits")
    samples = [query for one in classes for query in one.queries[:SAMPLE]]
    truths = dict(zip(samples, scan(samples), strict=True))
    ours: dict[str, float] = {}  # median of each class
    for one in classes:
        if one.queries[0].match == SLIP:  # most of it is finding the words that were meant
            latency = _latency(f"search: {one.name}", one.queries, search, size, database, one)
        else:
            latency = _in_database(one, size, database)
        for measurement in latency:
            ours.setdefault(one.name, measurement.value)
            yield measurement
        _check(one, truths)
        if one.queries[0].match == SLIP:
            yield _recall(one, search, size, database)
    words = next(one for one in classes if one.name == "any words")
    yield from _latency("exact count", words.queries, count, size, database, QueryClass("", (), 20.0, None))
    wrong = [asked.text for asked in words.queries[:SAMPLE] if count(asked) != truths[asked].count]
    if wrong:
        raise WrongHits(f"exact count: {wrong}")
    with visitor(query_of) as page:
        for one in promised(classes):
            yield from _latency(one.name, one.queries, page, size, database, one)
    yield Measurement("database", round(_megabytes()), "MB", size, database)
    yield from _beside(database, size, classes, ours, say)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield Measurement("peak memory of this process", round(peak), "MB", size, database)


def _beside(
    database: str,
    size: str,
    classes: Sequence[QueryClass],
    ours: dict[str, float],
    say: Callable[[str], None],
) -> Iterator[Measurement]:
    if database == "postgresql":
        say("trigram index on all rows")
        with trigrams() as (seconds, megabytes):
            yield Measurement("trigram GIN on all rows: built", round(seconds, 1), "s", size, database)
            yield Measurement("trigram GIN on all rows: size", round(megabytes), "MB", size, database)
            for one in classes:
                yield from _peer("trigram GIN", one, by_trigrams, ours, size, database)
    say("Tantivy index of all rows")
    with tempfile.TemporaryDirectory(prefix="thidua-bench-") as folder:
        engine = Tantivy(Path(folder) / "tantivy")
        yield Measurement("Tantivy: built", round(engine.seconds, 1), "s", size, database)
        yield Measurement("Tantivy: size", round(engine.megabytes), "MB", size, database)
        for one in classes:
            yield from _peer("Tantivy", one, engine.search, ours, size, database)


def _peer(
    peer: str,
    one: QueryClass,
    run: Callable[[Asked], list[int]],
    ours: dict[str, float],
    size: str,
    database: str,
) -> Iterator[Measurement]:
    """Yield the latency of a peer, how many times our median its median is, and what it finds of misspelt names."""
    latency = list(_latency(f"{peer}: {one.name}", one.queries, run, size, database))
    yield from latency
    ratio = round(latency[0].value / max(ours[one.name], 0.01), 2)
    yield Measurement(f"{peer}: {one.name}, times our median", ratio, "×", size, database)
    if one.queries[0].match == SLIP:
        yield _recall(one, run, size, database, f"{peer}: ")


def _latency(
    name: str,
    queries: Sequence[Asked],
    run: Callable[[Asked], object],
    size: str,
    database: str,
    promised: QueryClass | None = None,
) -> Iterator[Measurement]:
    """Yield median, 95th percentile and greatest milliseconds, each query run once after some that warm up.

    A `run` that returns a float has measured its own milliseconds.
    """
    for asked in queries[:WARM]:
        run(asked)
    took = []
    for asked in queries:
        started = time.perf_counter()
        told = run(asked)
        took.append(told if isinstance(told, float) else (time.perf_counter() - started) * 1000)
    middle, high, top = (round(float(value), 2) for value in np.percentile(took, [50, 95, 100]))
    limits = (promised.median_limit, promised.p95_limit) if promised else (None, None)
    yield Measurement(f"{name}, median", middle, "ms", size, database, limit=limits[0])
    yield Measurement(f"{name}, p95", high, "ms", size, database, limit=limits[1])
    yield Measurement(f"{name}, max", top, "ms", size, database)


def _in_database(one: QueryClass, size: str, database: str) -> Iterator[Measurement]:
    """Yield the milliseconds in the database, as promised, and those of the whole search with its Python."""
    calls = {asked: statements_of(partial(search, asked)) for asked in one.queries}
    yield from _latency(
        f"search: {one.name}, in the database",
        one.queries,
        lambda asked: milliseconds_of(calls[asked]),
        size,
        database,
        one,
    )
    yield from _latency(f"search: {one.name}, with Python", one.queries, search, size, database)


def _check(one: QueryClass, truths: dict[Asked, Truth]) -> None:
    for asked in one.queries[:SAMPLE]:
        if asked.match == SLIP:
            continue
        found = tuple(search(asked))
        if found != truths[asked].newest:
            raise WrongHits(
                f"{one.name}: {asked.text!r} gives {found[:5]}…, the scan {truths[asked].newest[:5]}…"
            )


def _recall(
    one: QueryClass, run: Callable[[Asked], list[int]], size: str, database: str, before: str = ""
) -> Measurement:
    """Return for how many misspelt names an award of the name that was meant is among the hits."""
    hit = 0
    for asked in one.queries:
        hit += Award.objects.filter(pk__in=run(asked), name__folded=asked.meant).exists()
    return Measurement(f"{before}{one.name}, found", round(100 * hit / len(one.queries)), "%", size, database)


def _megabytes() -> float:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_database_size(current_database())")
            return float(cursor.fetchone()[0]) / 1e6
        cursor.execute("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")
        return float(cursor.fetchone()[0]) / 1e6
