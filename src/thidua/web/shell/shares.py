"""The shares of a list in words, beside last year's and the Board's aim."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from thidua.nominations.queries.fairness import Counted, Share
from thidua.web.shell import formats


@dataclass(frozen=True)
class ToldShare:
    """One share: now, last year, the aim, and whether it lies below the aim."""

    measure: str
    now: str
    last_year: str
    aim: str
    below: bool


def shares_told(shares: Iterable[Share]) -> list[ToldShare]:
    """Return the shares, each with its two numbers."""
    return [
        ToldShare(
            measure=str(one.measure.label),
            now=_counted(one.now),
            last_year=_counted(one.last_year) if one.last_year else formats.no_figure(),
            aim=_("%(percent)s%%") % {"percent": one.aim} if one.aim is not None else _("no aim set"),
            below=one.aim is not None and one.now.percent is not None and one.now.percent < one.aim,
        )
        for one in shares
    ]


def _counted(one: Counted) -> str:
    if one.percent is None:
        return formats.no_figure()
    said = _("%(percent)s%% (%(count)s of %(base)s)") % {
        "percent": one.percent,
        "count": one.count,
        "base": one.base - one.unknown,
    }
    if one.unknown:
        said += _("; of %(unknown)s nobody said") % {"unknown": one.unknown}
    return said
