"""Add what the journal holds to the totals of the days; each line once, whatever happens between.

The position up to which a file is counted moves in the same transaction as the totals. Who calls this holds the turn
(`counting.turn`).
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from django.db import transaction
from wagtail.models import Page

from thidua.core.vietnamese.dates import VIETNAM_TIME
from thidua.portal.counting import journal
from thidua.portal.counting.journal import SLOT, Shown
from thidua.portal.counting.tally import APART, DayCount, Tally
from thidua.portal.counting.visitors import forget_keys
from thidua.portal.models import CountedJournal, DailyViews

# A file may be deleted when nobody writes to it and no reload can refer to it any more.
_KEPT: Final = SLOT + APART + SLOT
_TORN: Final = 200  # bytes: less than that at the end of an old file is a line cut by a power cut


@dataclass
class Memory:
    """What the last count ended with, so that the next one need not read the last half hour again."""

    tally: Tally = field(default_factory=Tally)
    positions: dict[str, int] = field(default_factory=dict)


def count_views(*, memory: Memory | None = None, now: float | None = None) -> int:
    """Count what was not counted yet and return how many lines."""
    moment = time.time() if now is None else now
    memory = memory or Memory()
    present = {path.name: path for path in journal.files()}
    counted = _add(present, memory)
    _tidy(present, moment)
    return counted


def _add(present: Mapping[str, Path], memory: Memory) -> int:
    if all(path.stat().st_size == memory.positions.get(name) for name, path in present.items()):
        return 0
    try:
        with transaction.atomic():
            return _added(present, memory)
    except BaseException:
        memory.tally, memory.positions = Tally(), {}  # it knows of lines that were not counted after all
        raise


def _added(present: Mapping[str, Path], memory: Memory) -> int:
    rows = CountedJournal.objects.select_for_update().filter(name__in=present)
    before = {row.name: row.position for row in rows}
    known = {name: position for name, position in memory.positions.items() if name in present}
    if known != before:
        memory.tally = _remembered(present, before)
    fresh: list[Shown] = []
    after: dict[str, int] = {}
    for name, path in present.items():
        lines, after[name] = journal.read(path, before.get(name, 0))
        fresh += lines
    memory.tally.days.clear()
    memory.tally.take(sorted(fresh, key=_second))
    _write(memory.tally.days)
    CountedJournal.objects.bulk_create(
        [CountedJournal(name=name, position=position) for name, position in after.items()],
        update_conflicts=True,
        unique_fields=["name"],
        update_fields=["position"],
    )
    memory.positions = after
    return len(fresh)


def _remembered(present: Mapping[str, Path], before: Mapping[str, int]) -> Tally:
    """Return what the lines counted before say about the last half hour."""
    lines = [one for name, end in before.items() for one in journal.read(present[name], 0, end)[0]]
    tally = Tally()
    tally.remember(sorted(lines, key=_second))
    return tally


def _second(shown: Shown) -> int:
    return shown.second


def _write(days: Mapping[tuple[int, date], DayCount]) -> None:
    pages = set(Page.objects.live().filter(pk__in={page for page, _day in days}).values_list("pk", flat=True))
    added = {key: count for key, count in days.items() if key[0] in pages}
    if not added:
        return
    DailyViews.objects.bulk_create(
        [DailyViews(page_id=page, day=day) for page, day in added], ignore_conflicts=True
    )
    found = DailyViews.objects.select_for_update().filter(
        page__in={page for page, _day in added}, day__in={day for _page, day in added}
    )
    rows = [row for row in found if (row.page_id, row.day) in added]
    for row in rows:
        count = added[row.page_id, row.day]
        row.counted += count.counted
        row.repeats += count.repeats
        row.robots += count.robots
        row.staff += count.staff
    DailyViews.objects.bulk_update(rows, ["counted", "repeats", "robots", "staff"])


def _tidy(present: Mapping[str, Path], moment: float) -> None:
    """Delete files, positions and keys that nothing needs any more."""
    old = [name for name, path in present.items() if journal.began(path) + _KEPT < moment]
    positions = (
        dict(CountedJournal.objects.filter(name__in=old).values_list("name", "position")) if old else {}
    )
    done = [
        name for name in old if name in positions and present[name].stat().st_size - positions[name] < _TORN
    ]
    for name in done:
        present[name].unlink(missing_ok=True)
    if done:
        CountedJournal.objects.filter(name__in=done).delete()
    forget_keys(datetime.fromtimestamp(moment, UTC).astimezone(VIETNAM_TIME).date())
