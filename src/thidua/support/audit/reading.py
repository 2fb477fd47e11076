"""Reading the log page by page: newest first, from any row on, without counting what is not shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice

from django.db.models import QuerySet
from django.utils import timezone

from thidua.core.vietnamese.fold import fold
from thidua.support.audit.models import AuditEntry


@dataclass(frozen=True)
class LogFilter:
    """Which entries are wanted; what is left out filters nothing.

    `actors` are ids as the log keeps them ("" is the system itself); `subject` are words of the subject's name as
    it was then, with or without marks; `first` and `last` are days in the time of the office, both included.
    `unnamed` are kinds of things whose names are not the reader's to see: no words find them.
    """

    actors: frozenset[str] | None = None
    action: str = ""
    subject_type: str = ""
    subject_id: str = ""
    subject: str = ""
    first: date | None = None
    last: date | None = None
    unnamed: frozenset[str] = frozenset()


@dataclass(frozen=True)
class LogPage:
    """Entries newest first, and whether there are older and newer ones that fit."""

    entries: list[AuditEntry]
    has_older: bool
    has_newer: bool


def page_of_log(
    wanted: LogFilter, *, size: int, before: int | None = None, after: int | None = None
) -> LogPage:
    """Return the page of entries right `before` a row, right `after` one, or the newest; one or two queries.

    The time it takes does not grow with the pages before it: rows are found by their number.
    """
    rows = _matching(wanted)
    if after is not None:
        found = _read(rows.filter(sequence__gt=after).order_by("sequence"), wanted, size + 1)
        return LogPage(found[:size][::-1], has_older=True, has_newer=len(found) > size)
    if before is not None:
        rows = rows.filter(sequence__lt=before)
    found = _read(rows, wanted, size + 1)
    return LogPage(found[:size], has_older=len(found) > size, has_newer=before is not None)


def all_matching(wanted: LogFilter) -> Iterator[AuditEntry]:
    """Yield every entry that fits, newest first, without holding them all; one query."""
    named = _names(wanted)
    for entry in _matching(wanted).iterator(chunk_size=2000):
        if named(entry.subject_name):
            yield entry


def subject_types() -> list[str]:
    """Return every kind of thing that the log speaks of; one query."""
    return list(AuditEntry.objects.order_by("subject_type").values_list("subject_type", flat=True).distinct())


def _matching(wanted: LogFilter) -> QuerySet[AuditEntry]:
    rows = AuditEntry.objects.order_by("-sequence")
    if wanted.actors is not None:
        rows = rows.filter(actor_id__in=wanted.actors)
    if wanted.action:
        rows = rows.filter(action=wanted.action)
    if wanted.subject_type:
        rows = rows.filter(subject_type=wanted.subject_type)
    if wanted.subject and wanted.unnamed:
        rows = rows.exclude(subject_type__in=wanted.unnamed)
    if wanted.subject_id:
        rows = rows.filter(subject_id=wanted.subject_id)
    if wanted.first:
        rows = rows.filter(at__gte=_begins(wanted.first))
    if wanted.last:
        rows = rows.filter(at__lt=_begins(wanted.last + timedelta(days=1)))
    return rows


def _read(rows: QuerySet[AuditEntry], wanted: LogFilter, most: int) -> list[AuditEntry]:
    if not wanted.subject:
        return list(rows[:most])
    # Databases differ in how they compare letters with marks; only numbers and names are read to find them.
    named = _names(wanted)
    pairs = rows.values_list("sequence", "subject_name").iterator(chunk_size=2000)
    numbers = list(islice((number for number, name in pairs if named(name)), most))
    entries = AuditEntry.objects.in_bulk(numbers)
    return [entries[number] for number in numbers]


def _names(wanted: LogFilter) -> Callable[[str], bool]:
    """Return the test whether a name holds every wanted word."""
    words = fold(wanted.subject).split()

    def holds(name: str) -> bool:
        folded = fold(name) if words else ""
        return all(word in folded for word in words)

    return holds


def _begins(day: date) -> str:
    """Return the first moment of `day` here, written as the log writes moments."""
    local = datetime.combine(day, time.min, tzinfo=timezone.get_current_timezone())
    return local.astimezone(UTC).isoformat(timespec="microseconds")
