"""Names as the pages write them."""

from __future__ import annotations

from thidua.core.periods import Period
from thidua.targets import wording
from thidua.targets.models import Indicator, ReportingRound
from thidua.web.shell import formats


def indicator_name(indicator: Indicator) -> str:
    """Return the indicator's name in the page's language."""
    return wording.name_of(indicator)


def indicator_label(indicator: Indicator) -> str:
    """Return «Tổng thu ngân sách (tỷ đồng)»."""
    return f"{wording.name_of(indicator)} ({wording.measure_of(indicator)})"


def round_period(round_: ReportingRound) -> str:
    """Return «9 tháng đầu năm 2019»."""
    return Period(round_.starts_on, round_.ends_on).label(formats.page_language())
