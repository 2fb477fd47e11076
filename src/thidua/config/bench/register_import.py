"""An old book against a large register: reading, judging every row, checking it for doubles, and saving."""

from __future__ import annotations

import resource
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from django.db import transaction
from django.test.utils import override_settings

from thidua.accounts.models import User
from thidua.config.bench.measurement import Measurement
from thidua.config.synth.messy import messy_workbook
from thidua.orgs.enums import UnitKind
from thidua.orgs.models import Unit
from thidua.registry.actions.confirm_book import confirm_book
from thidua.registry.actions.read_book import read_book
from thidua.registry.actions.take_book import take_book
from thidua.registry.enums import RowVerdict
from thidua.registry.models import BookRow

BOOKS: Final = ((500, 1.0), (100_000, 60.0))  # rows, seconds promised
AWARDS_READ: Final = (RowVerdict.NEW, RowVerdict.SAME, RowVerdict.CONFLICT)


def measure(database: str, size: str) -> Iterator[Measurement]:
    """Yield seconds, rows read as what they mean, and peak memory of each book; nothing stays in the register."""
    for rows, seconds in BOOKS:
        with tempfile.TemporaryDirectory(prefix="thidua-bench-") as name:
            folder = Path(name)
            with override_settings(VAR=folder, MEDIA_ROOT=folder / "uploads"):
                measured = list(_one(folder / "book.xlsx", rows, seconds, database, size))
        yield from measured
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield Measurement("book: peak memory", round(peak), "MB", size, database, limit=1_000)


def _one(path: Path, rows: int, limit: float, database: str, size: str) -> Iterator[Measurement]:
    meant = Counter((row.sheet, row.row) for row in messy_workbook(path, rows, seed=1))
    province = Unit.objects.filter(kind=UnitKind.PROVINCE).earliest("pk")
    with transaction.atomic():
        reader = User.objects.create_superuser("bench-books", "", None, full_name="Người đo thử")
        started = time.perf_counter()
        book = take_book(data=path.read_bytes(), name=path.name, kept_by=province, by=reader)
        read_book(book=book, by=reader)
        took = time.perf_counter() - started
        read = BookRow.objects.filter(book=book, verdict__in=AWARDS_READ)
        found = Counter(read.values_list("sheet", "row"))
        started = time.perf_counter()
        confirm_book(book=book, by=reader)
        saved = time.perf_counter() - started
        transaction.set_rollback(True)
    told = f"{rows} rows, {size}"
    yield Measurement("book read and checked for doubles", round(took, 1), "s", told, database)
    yield Measurement("book checked once more and saved", round(saved, 1), "s", told, database)
    yield Measurement("book, in all", round(took + saved, 1), "s", told, database, limit=limit)
    right = sum((found & meant).values())
    yield Measurement("book: award rows read as such", round(100 * right / rows, 1), "%", told, database)
    yield Measurement("book: other rows taken for awards", sum((found - meant).values()), "", told, database)
