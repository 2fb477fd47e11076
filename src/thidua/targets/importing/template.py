"""Empty tables to fill in: indicators and units already stand in them."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from thidua.core.periods import Period
from thidua.orgs.models import Unit
from thidua.support.spreadsheets.columns import Column, ColumnKind
from thidua.support.spreadsheets.writing_xlsx import write_xlsx
from thidua.targets.enums import IndicatorKind, PlanAuthority
from thidua.targets.importing.columns import HEADINGS, Meaning
from thidua.targets.models import Indicator


def observations_template(indicators: Sequence[Indicator], units: Sequence[Unit], period: Period) -> bytes:
    """Return an XLSX with one row per indicator and unit, figures left empty.

    The integers of a ratio have their own columns; names and units of measure stand beside the codes.
    """
    meanings = (
        Meaning.VALUE,
        Meaning.NUMERATOR,
        Meaning.DENOMINATOR,
        Meaning.AS_OF,
        Meaning.SOURCE,
        Meaning.NOTE,
    )
    kinds = {
        Meaning.VALUE: ColumnKind.NUMBER,
        Meaning.NUMERATOR: ColumnKind.NUMBER,
        Meaning.DENOMINATOR: ColumnKind.NUMBER,
        Meaning.AS_OF: ColumnKind.DATE,
    }
    filled_in = [Column(HEADINGS[meaning][0], kinds.get(meaning, ColumnKind.TEXT)) for meaning in meanings]
    columns = [*_leading(), *filled_in, Column("Diễn giải", width=48)]
    nothing = (None, None, None)
    rows = (
        [*_lead(indicator, unit, period), *nothing, period.end, indicator.source, "", _hint(indicator)]
        for unit in units
        for indicator in indicators
    )
    return write_xlsx(columns, rows, _("Figures of %(period)s") % {"period": period.code})


def plans_template(indicators: Sequence[Indicator], units: Sequence[Unit], period: Period) -> bytes:
    """Return an XLSX with one row per indicator and unit, plans left empty."""
    columns = [
        *_leading(),
        Column(HEADINGS[Meaning.VALUE][0], ColumnKind.NUMBER),
        Column(HEADINGS[Meaning.AUTHORITY][0]),
        Column(HEADINGS[Meaning.DOCUMENT][0]),
    ]
    rows = (
        [*_lead(indicator, unit, period), None, str(PlanAuthority.SUPERIOR.label), ""]
        for unit in units
        for indicator in indicators
    )
    return write_xlsx(columns, rows, _("Plans of %(period)s") % {"period": period.code})


def _leading() -> list[Column]:
    code, _plain, name, *_english = HEADINGS[Meaning.INDICATOR]
    unit_code, _plain_unit, unit_name, *_english_unit = HEADINGS[Meaning.UNIT]
    return [
        Column(code),
        Column(name, width=48),
        Column("Đơn vị tính"),
        Column(unit_code),
        Column(unit_name),
        Column(HEADINGS[Meaning.PERIOD][0]),
    ]


def _lead(indicator: Indicator, unit: Unit, period: Period) -> list[object]:
    return [indicator.code, indicator.name, indicator.measure, unit.key, unit.name, period.code]


def _hint(indicator: Indicator) -> str:
    if indicator.kind != IndicatorKind.RATIO:
        return ""
    return _("numerator: %(part)s; denominator: %(whole)s") % {
        "part": indicator.numerator_name,
        "whole": indicator.denominator_name,
    }
