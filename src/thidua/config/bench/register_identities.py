"""Who may be one person among a million records: seconds, and precision and recall against the true persons."""

from __future__ import annotations

import resource
import time
from collections.abc import Iterable, Iterator

import numpy as np

from thidua.config.bench.measurement import Measurement
from thidua.config.synth.labelled import LabelledBooks, labelled_books
from thidua.registry.identities.engines import Engine
from thidua.registry.identities.linking import PLAUSIBLE, linked_pairs
from thidua.registry.identities.records import Line, columns_of

LIKELY = PLAUSIBLE
SEED = 2  # the model was made on the books of seed 1


def measure(records: int, seed: int = SEED, engine: str = Engine.DUCKDB) -> Iterator[Measurement]:
    """Yield how long candidates take, and how good those that are worth an officer's time are."""
    books = labelled_books(records, seed=seed)
    started = time.perf_counter()
    pairs = linked_pairs(columns_of(_lines(books)), engine=Engine(engine))
    seconds = time.perf_counter() - started
    size = f"{records} records, seed {seed}"
    yield Measurement("identity candidates", round(seconds, 1), "s", size, engine, limit=120)
    precision, recall = quality(books, ((one.left, one.right) for one in pairs if one.probability >= LIKELY))
    yield Measurement("identity candidates: precision", round(precision, 4), "", size, engine, at_least=0.98)
    yield Measurement("identity candidates: recall", round(recall, 4), "", size, engine, at_least=0.85)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield Measurement("identity candidates: peak memory", round(peak), "MB", size, engine)


def quality(books: LabelledBooks, pairs: Iterable[tuple[int, int]]) -> tuple[float, float]:
    """Return precision and recall of pairs of places, counted over pairs of records of one person."""
    found = np.array(list(pairs), dtype=np.int64).reshape(-1, 2)
    right = int(np.sum(books.person[found[:, 0]] == books.person[found[:, 1]]))
    times = np.unique(books.person, return_counts=True)[1]
    true = int(np.sum(times * (times - 1) // 2))
    return right / max(1, len(found)), right / max(1, true)


def _lines(books: LabelledBooks) -> Iterator[Line]:
    columns = (books.name, books.birth_date, books.birth_year, books.unit, books.post, books.year)
    for name, date, born, unit, post, year in zip(*(column.tolist() for column in columns), strict=True):
        yield Line(name=name, birth_date=date, birth_year=born, place=unit, area=unit, post=post, year=year)
