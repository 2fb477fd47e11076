"""The few figures on top: the first indicators that have one, and what was given, each with its basis."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.contributions.access import gifts_seen_by
from thidua.contributions.enums import GiftKind
from thidua.contributions.queries import gift_totals
from thidua.core.indicators import Comparator
from thidua.support.provenance import Provenance
from thidua.web.shell import figures, formats
from thidua.web.workspace.figures.addresses import figure_url
from thidua.web.workspace.figures.dashboard.choice import Choice
from thidua.web.workspace.figures.presenting import shown

MOST: Final = 5


@dataclass(frozen=True)
class Headlines:
    """The figures, the last day that any indicator tells of, and how many indicators have a figure."""

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


def headlines(user: User, choice: Choice) -> Headlines:
    """Return the headline figures; where none is known, the first indicators say so."""
    latest = [row.latest.figure for row in choice.rows if row.latest]
    first = latest[:MOST] or [row.cells[-1].figure for row in choice.rows[:MOST]]
    days = [figure.measured.as_of for figure in latest if figure.measured]
    told = [shown(one, rows_url=figure_url(one.indicator, choice.unit.key, one.period)) for one in first]
    return Headlines(told + _given(user, choice), max(days, default=None), len(latest), len(choice.rows))


def _given(user: User, choice: Choice) -> list[figures.Figure]:
    """What was given in money to the drives of the movement; nothing for a unit's year."""
    if choice.movement is None:
        return []
    gifts = gifts_seen_by(user).filter(drive__movements=choice.movement, kind=GiftKind.MONEY)
    return [
        figures.Figure(
            label=_("Given in money"),
            value=(Comparator.ABOVE if total.is_lower_bound else Comparator.EQUAL).phrase(
                formats.money(total.amount), formats.page_language()
            )
            if total.amount is not None
            else None,
            as_of=formats.day(total.as_of),
            period=str(choice.movement),
            source=_("Book of gifts"),
            note=_("%(count)s gifts; a lower bound where one of them is.")
            % {"count": formats.number(total.gifts)},
            provenance=Provenance.ILLUSTRATIVE if total.has_marked else Provenance.RECORDED,
        )
        for total in gift_totals(gifts.distinct())
    ]
