"""One measurement, how it is taken, and how it is told: a JSON line for programs, a table for people."""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import Final

from django.utils.translation import gettext as _

REPEATS: Final = 7


@dataclass(frozen=True)
class Measurement:
    """What was measured: `value` in `unit`, on data of `size`, and what was promised, if anything.

    `limit`: at most this; `at_least`: at least this.
    """

    name: str
    value: float
    unit: str
    size: str
    database: str
    limit: float | None = None
    at_least: float | None = None

    @property
    def is_kept(self) -> bool:
        """Whether the promise holds."""
        below = self.limit is None or self.value <= self.limit
        return below and (self.at_least is None or self.value >= self.at_least)


def median_ms(action: Callable[[], object], repeats: int = REPEATS) -> float:
    """Return the median duration of `action` in milliseconds, after one run that is not counted."""
    action()
    durations = []
    for _run in range(repeats):
        started = time.perf_counter()
        action()
        durations.append((time.perf_counter() - started) * 1000)
    return round(statistics.median(durations), 1)


def json_line(measurement: Measurement) -> str:
    """Return the measurement as one line of JSON."""
    return json.dumps(asdict(measurement), ensure_ascii=False)


def table(measurements: Iterable[Measurement]) -> str:
    """Return the measurements as a table with a heading and one line each."""
    heading = (_("measurement"), _("value"), _("promised"), "", _("data"), _("database"))
    rows = [heading, *map(_cells, measurements)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(heading))]
    return "\n".join(_line(row, widths) for row in rows)


def _cells(measurement: Measurement) -> tuple[str, ...]:
    promised = _promised(measurement)
    kept = ("✓" if measurement.is_kept else "✗") if promised else ""
    value = f"{_plain(measurement.value)} {measurement.unit}"
    return measurement.name, value, promised, kept, measurement.size, measurement.database


def _promised(measurement: Measurement) -> str:
    if measurement.limit is not None:
        return f"≤ {_plain(measurement.limit)} {measurement.unit}"
    return "" if measurement.at_least is None else f"≥ {_plain(measurement.at_least)} {measurement.unit}"


def _plain(number: float) -> str:
    """Large numbers in full: 2340000, not 2.34e+06."""
    return f"{number:.0f}" if abs(number) >= 100_000 else f"{number:g}"


def _line(cells: tuple[str, ...], widths: list[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()
