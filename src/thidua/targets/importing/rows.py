"""The parts that rows of figures and rows of plans have in common: opened, resolved, faults by cell."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.periods import Period
from thidua.core.vietnamese.dates import DateRefused, parse_date
from thidua.core.vietnamese.fold import fold
from thidua.core.vietnamese.numbers import round_half_up
from thidua.orgs.models import Unit
from thidua.orgs.queries.unit_index import UnitIndex, UnitNotFound
from thidua.support.spreadsheets.faults import TableRefused
from thidua.support.spreadsheets.reading import read_table
from thidua.support.spreadsheets.table import Row, Table, Value
from thidua.targets import access
from thidua.targets.importing.columns import HEADINGS, LABELS, Meaning, headings_of, missing
from thidua.targets.importing.periods import PeriodNotRead, read_period, read_span
from thidua.targets.importing.verdicts import CellSentence, Preview
from thidua.targets.models import Indicator
from thidua.targets.typed import STORED_DECIMALS, NotRead, checked_number, number


@dataclass(frozen=True)
class Opened:
    """A table whose columns are known."""

    table: Table
    headings: Mapping[Meaning, tuple[str, ...]]


def opened(data: bytes, file_name: str, required: tuple[Meaning, ...]) -> Opened | Preview:
    """Return the table, or a preview that only tells why it cannot be read."""
    digest = hashlib.sha256(data).hexdigest()
    try:
        table = read_table(data, file_name)
    except TableRefused as refused:
        faults = tuple(CellSentence(fault.cell or "", fault.sentence) for fault in refused.faults)
        return Preview(file_name, digest, faults=faults)
    headings = headings_of(table)
    lacking = missing(headings, required)
    if lacking:
        sentences = tuple(
            CellSentence(
                "",
                _("There is no column for: %(what)s. Give one the heading “%(heading)s”.")
                % {"what": LABELS[meaning], "heading": HEADINGS[meaning][0]},
            )
            for meaning in lacking
        )
        return Preview(file_name, digest, faults=sentences)
    return Opened(table, headings)


class Directory:
    """Everything that rows name: indicators, units, and the units that the importer may import for."""

    def __init__(self, by: User | None, today: date) -> None:
        self.indicators = {indicator.pk: indicator for indicator in Indicator.objects.all()}
        self._by_name: dict[str, list[Indicator]] = {}
        for indicator in self.indicators.values():
            names = {indicator.code.lower(), fold(indicator.name), fold(indicator.name_en)} - {""}
            for name in names:
                self._by_name.setdefault(name, []).append(indicator)
        self.units = UnitIndex()
        allowed = access.importable_units(by, today).order_by().values_list("pk", flat=True)
        self.allowed = frozenset(allowed)

    def indicator(self, text: str) -> Indicator | str:
        """Return the indicator, or the sentence that says why there is none."""
        found = self._by_name.get(text.lower()) or self._by_name.get(fold(text)) or []
        if len(found) == 1:
            return found[0]
        if found:
            codes = ", ".join(sorted(one.code for one in found))
            return _("“%(text)s” is the name of several indicators. Write the code: %(codes)s.") % {
                "text": text,
                "codes": codes,
            }
        return _(
            "There is no indicator “%(text)s”. Write its code or its name as in the list of indicators."
        ) % {"text": text}


@dataclass
class RowReader:
    """One row being read; what is wrong gathers in `faults`."""

    opened: Opened
    row: Row
    directory: Directory
    faults: list[CellSentence] = field(default_factory=list)

    def value(self, meaning: Meaning) -> Value:
        """Return the first filled cell that says `meaning`, or None."""
        values = dict(zip(self.opened.table.headings, self.row.values, strict=True))
        found = (values[heading] for heading in self.opened.headings.get(meaning, ()))
        return next((value for value in found if value is not None), None)

    def text(self, meaning: Meaning) -> str:
        """Return the cell as text; a code typed as a number keeps its digits."""
        value = self.value(meaning)
        if value is None:
            return ""
        return f"{value:f}" if isinstance(value, Decimal) else str(value)

    def fault(self, meaning: Meaning, sentence: str) -> None:
        """Keep a sentence about the cell that says `meaning`."""
        self.faults.append(CellSentence(self.cell(meaning), sentence))

    def cell(self, meaning: Meaning) -> str:
        """Return the name of the cell, or the row's number where there is no such column."""
        headings = self.opened.headings.get(meaning)
        return self.opened.table.cell_name(self.row, headings[0]) if headings else str(self.row.number)

    def indicator(self) -> Indicator | None:
        """Return the indicator of the row."""
        text = self.text(Meaning.INDICATOR)
        found: Any = self.directory.indicator(text) if text else _("Write the code of the indicator.")
        if isinstance(found, Indicator):
            return found
        self.fault(Meaning.INDICATOR, found)
        return None

    def period(self) -> Period | None:
        """Return the period of the row, from its own column or from two days."""
        meaning = Meaning.PERIOD if self.value(Meaning.PERIOD) is not None else Meaning.FROM
        try:
            if meaning is Meaning.PERIOD:
                return read_period(self.value(Meaning.PERIOD))
            return read_span(self.day(Meaning.FROM), self.day(Meaning.TO))
        except PeriodNotRead as refused:
            self.fault(meaning if meaning in self.opened.headings else Meaning.PERIOD, str(refused))
            return None

    def unit(self, day: date) -> Unit | None:
        """Return the unit of the row, by its name on `day`."""
        text = self.text(Meaning.UNIT)
        try:
            if not text:
                raise UnitNotFound(_("Write the unit."))
            found = self.directory.units.find(text, day)
        except UnitNotFound as refused:
            self.fault(Meaning.UNIT, str(refused))
            return None
        if found.pk not in self.directory.allowed:
            self.fault(Meaning.UNIT, _("You may not import for %(unit)s.") % {"unit": found.name})
            return None
        return found

    def day(self, meaning: Meaning) -> date | None:
        """Return a day, None for an empty cell; a day that is not read is a fault."""
        value = self.value(meaning)
        if value is None or isinstance(value, date):
            return value
        try:
            return parse_date(str(value))
        except DateRefused:
            self.fault(
                meaning,
                _("“%(text)s” is not a date. Write day/month/year, for example 31/10/2019.")
                % {"text": value},
            )
            return None

    def number(
        self, meaning: Meaning, *, whole: bool = False, percent: bool = True, text: str | None = None
    ) -> Decimal | None:
        """Return a number, None for an empty cell; one that is not read is a fault. `text` is read in its place."""
        value = self.value(meaning) if text is None else text
        if value is None or value == "":
            return None
        try:
            if isinstance(value, bool) or not isinstance(value, Decimal | str):
                raise NotRead(_("This is not a number. Write for example 5.027 or 92,2."))
            if isinstance(value, str):
                return number(value, whole=whole, percent=percent)
            return checked_number(round_half_up(value, STORED_DECIMALS).normalize() + 0, whole=whole)
        except NotRead as refused:
            self.fault(meaning, str(refused))
            return None
