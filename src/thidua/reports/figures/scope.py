"""What the figures of a report are about: which unit, which period, which movements, in which language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from thidua.core.language import Language
from thidua.core.periods import Period
from thidua.core.vietnamese.dates import format_date, format_document_date
from thidua.core.vietnamese.numbers import format_number, pad2
from thidua.movements.models import Movement
from thidua.orgs.models import Unit
from thidua.orgs.queries import UnitNameThen
from thidua.reports.models import ClosingReport
from thidua.reports.wording import Words, wording


@dataclass(frozen=True)
class Scope:
    """The frame of a report, read once; the families of figures take everything from here."""

    unit: Unit
    issuer: Unit
    year: int
    period: Period
    as_of: date
    movements: tuple[Movement, ...]
    language: Language
    named_indicators: frozenset[str] = frozenset()  # codes that have a place of their own in the text

    @cached_property
    def words(self) -> Words:
        """The fragments of the language."""
        return wording(self.language).words

    @property
    def movement_ids(self) -> tuple[int, ...]:
        """The ids of the movements that the report is about."""
        return tuple(movement.pk for movement in self.movements)

    @property
    def whole_year(self) -> Period:
        """The year of the report: plans are mostly set for it."""
        return Period.of_year(self.year)

    def unit_text(self, unit: UnitNameThen) -> str:
        """Return a unit as running text has it: «tỉnh Lạng Sơn», English «Lạng Sơn province»."""
        key = f"unit.{unit.kind}"
        return self.words.say(key, name=unit.short_name) if self.words.has(key) else unit.in_address

    def number(self, value: int) -> str:
        """Return a count as running text has it: «12.537», «6»."""
        return format_number(value, 0, self.language)

    def count(self, value: int) -> str:
        """Return a count as documents print it: «02»."""
        return pad2(value, self.language)

    def day(self, value: date) -> str:
        """Return a day as running text has it: «31/10/2019», English «31 October 2019»."""
        return format_date(value) if self.language == "vi" else format_document_date(value, "en")


def scope_of(
    report: ClosingReport, language: Language = "vi", named_indicators: frozenset[str] = frozenset()
) -> Scope:
    """Return the scope of a report; one query for its movements when unit and issuer are already read."""
    movements = report.movements.select_related("launched_by").order_by("starts_on", "id")
    return Scope(
        unit=report.unit,
        issuer=report.issuer,
        year=report.year,
        period=Period(report.starts_on, report.ends_on),
        as_of=report.as_of,
        movements=tuple(movements),
        language=language,
        named_indicators=named_indicators,
    )
