"""The last moment of a day, for comparing moments with days on every database alike."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from thidua.core.vietnamese.dates import VIETNAM_TIME


def end_of(day: date) -> datetime:
    """Return the first moment after `day` in the time of Vietnam."""
    return datetime.combine(day + timedelta(days=1), time.min, VIETNAM_TIME)
