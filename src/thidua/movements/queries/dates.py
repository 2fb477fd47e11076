"""When a movement runs, in words: «từ cuối năm 2018», «từ ngày 19/08/2019», «còn 23 ngày»."""

from __future__ import annotations

from datetime import date

from thidua.core.language import Language
from thidua.core.periods import DatePrecision, ImpreciseDate
from thidua.core.vietnamese.dates import format_date, format_document_date
from thidua.movements.models import Movement


def start_of(movement: Movement) -> ImpreciseDate:
    """Return the start of `movement`, as exactly as it is known."""
    precision = DatePrecision(movement.starts_precision) if movement.starts_on else DatePrecision.UNKNOWN
    return ImpreciseDate.from_stored(movement.starts_on, precision)


def start_phrase(movement: Movement, language: Language = "vi") -> str:
    """Return «từ ngày 19/08/2019», «từ cuối năm 2018», or "" when the start is not known."""
    start = start_of(movement)
    if start.earliest is None:
        return ""
    if start.precision is DatePrecision.DAY:
        in_english = format_document_date(start.earliest, "en")
        return f"từ ngày {format_date(start.earliest)}" if language == "vi" else f"from {in_english}"
    return f"{'từ' if language == 'vi' else 'from'} {start.label(language)}"


def span_phrase(movement: Movement, language: Language = "vi") -> str:
    """Return «từ ngày 19/08/2019 đến ngày 31/10/2019»; the real end, else the planned one, else the start alone."""
    start = start_phrase(movement, language)
    end = movement.ended_on or movement.planned_end
    if end is None:
        return start
    until = f"đến ngày {format_date(end)}" if language == "vi" else f"until {format_document_date(end, 'en')}"
    return f"{start} {until}".strip()


def days_left(movement: Movement, today: date) -> int | None:
    """Return the days until the planned end: 0 on its last day, negative after it, None without one."""
    return (movement.planned_end - today).days if movement.planned_end else None
