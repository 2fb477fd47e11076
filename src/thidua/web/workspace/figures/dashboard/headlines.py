"""The few figures on top: the first indicators that have one, each with its basis."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.translation import gettext as _

from thidua.web.shell import figures, formats
from thidua.web.workspace.figures.dashboard.choice import Choice
from thidua.web.workspace.figures.presenting import shown

MOST: Final = 4


@dataclass(frozen=True)
class Headlines:
    """The figures, the last day that any of them tells of, and how many indicators have a figure."""

    figures: list[figures.Figure]
    as_of: date | None
    with_figure: int
    indicators: int

    @property
    def said(self) -> str:
        """«7/8 chỉ tiêu có số»."""
        return _("%(count)s of %(total)s indicators have a figure") % {
            "count": formats.number(self.with_figure),
            "total": formats.number(self.indicators),
        }


def headlines(choice: Choice) -> Headlines:
    """Return the headline figures; where none is known, the first indicators say so."""
    latest = [row.latest.figure for row in choice.rows if row.latest]
    first = latest[:MOST] or [row.cells[-1].figure for row in choice.rows[:MOST]]
    days = [figure.measured.as_of for figure in latest if figure.measured]
    return Headlines([shown(one) for one in first], max(days, default=None), len(latest), len(choice.rows))
