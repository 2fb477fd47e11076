"""One row of a table of figures, as far as it can be understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from thidua.core.indicators import Comparator, IndicatorKind, split_comparator
from thidua.core.vietnamese.fold import fold
from thidua.targets.enums import Comparator as ComparatorChoice
from thidua.targets.importing.columns import Meaning
from thidua.targets.importing.rows import RowReader
from thidua.targets.importing.verdicts import RowVerdict, Verdict
from thidua.targets.models import Indicator
from thidua.targets.queries.references import Ask
from thidua.targets.typed import Reading, reading_of

BOXES: Final[Mapping[str, Meaning]] = {
    "value": Meaning.VALUE,
    "numerator": Meaning.NUMERATOR,
    "denominator": Meaning.DENOMINATOR,
}


@dataclass(frozen=True)
class ReadRow:
    """A row as understood, before it is compared with what is on record."""

    reader: RowReader
    verdict: RowVerdict
    reading: Reading | None
    ask: Ask | None


def read_row(reader: RowReader) -> ReadRow:
    """Return the row as understood; what is wrong stands in its faults."""
    indicator, period = reader.indicator(), reader.period()
    unit = reader.unit(period.end) if period else None
    if not reader.faults and all(reader.value(meaning) is None for meaning in BOXES.values()):
        blank = RowVerdict(reader.row.number, Verdict.BLANK, indicator, unit, period)
        return ReadRow(reader, blank, None, None)
    reading = _reading(reader, indicator) if indicator else None
    as_of = reader.day(Meaning.AS_OF)
    verdict = RowVerdict(
        number=reader.row.number,
        verdict=Verdict.REFUSED,
        indicator=indicator,
        unit=unit,
        period=period,
        value=reading.value if reading else None,
        numerator=reading.numerator if reading else None,
        denominator=reading.denominator if reading else None,
        comparator=reading.comparator if reading else "",
        as_of=as_of,
        source=reader.text(Meaning.SOURCE)[:300],
        note=reader.text(Meaning.NOTE)[:500],
        faults=tuple(reader.faults),
    )
    if reader.faults or not (indicator and unit and period and reading):
        return ReadRow(reader, verdict, None, None)
    return ReadRow(reader, verdict, reading, Ask(indicator.pk, unit.pk, period))


def _reading(reader: RowReader, indicator: Indicator) -> Reading | None:
    kind = IndicatorKind(indicator.kind)
    before = len(reader.faults)
    comparator, text = Comparator.EQUAL, None
    typed = reader.value(Meaning.VALUE)
    if isinstance(typed, str):
        comparator, text = split_comparator(typed)
    whole = kind is IndicatorKind.COUNT
    value = reader.number(Meaning.VALUE, whole=whole, percent=kind.is_percent, text=text)
    part = reader.number(Meaning.NUMERATOR, whole=True, percent=False)
    of_all = reader.number(Meaning.DENOMINATOR, whole=True, percent=False)
    comparator = _comparator(reader) or comparator
    if len(reader.faults) > before:
        return None
    reading = reading_of(kind, value, part, of_all, comparator)
    for box, sentence in reading.faults.items():
        reader.fault(BOXES[box], sentence)
    return reading


def _comparator(reader: RowReader) -> Comparator | None:
    text = reader.text(Meaning.COMPARATOR)
    if not text:
        return None
    for choice in ComparatorChoice:
        if fold(text) in {choice.value, fold(str(choice.label))}:
            return Comparator(choice.value)
    found, rest = split_comparator(f"{text} 1")
    if rest == "1":
        return found
    reader.fault(
        Meaning.COMPARATOR, _("“%(text)s” is not known here. Write =, trên, ≥ or khoảng.") % {"text": text}
    )
    return None
