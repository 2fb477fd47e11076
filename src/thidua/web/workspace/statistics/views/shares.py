"""Fairness over five years: tables first, small bars, against the Board's aim, with a download."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.nominations.queries.fairness import Counted
from thidua.reports.statistics.shares import LEVELS, MEASURES, Shares, aims_of, shares_by_year
from thidua.web.shell import formats
from thidua.web.shell.access import right_required
from thidua.web.shell.charts import CellBar, cell_bar
from thidua.web.shell.csv_download import csv_response
from thidua.web.workspace.statistics.choice import chosen

YEARS: Final = 5


@dataclass(frozen=True)
class Against:
    """One measure of the year: its share, last year's, the aim, and how it stands to both in words."""

    measure: str
    now: str
    bar: CellBar | None
    before: str
    change: str
    aim: str
    below: bool


@dataclass(frozen=True)
class Line:
    """One line of a table of shares: a name, and a cell for each column."""

    name: str
    cells: tuple[tuple[str, CellBar | None, str], ...]  # (heading, bar, basis)


@right_required(Right.SEE_RECORDS)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show the shares of a year against the year before and the aim, over five years, and by level."""
    choice = chosen(request)
    year = choice.scope.period.end.year
    years = range(year - YEARS + 1, year + 1)
    found = shares_by_year(choice.scope, years)
    aims = aims_of(year)
    if request.GET.get("dinh-dang") == "csv":
        return _download(found, aims, year)
    context = {
        "choice": choice,
        "year": year,
        "against": [_against(name, found[year, ""], found[year - 1, ""], aims) for name in MEASURES],
        "trend": [
            _line(str(MEASURES[name]), {str(one): found[one, ""].counted[name] for one in years})
            for name in MEASURES
        ],
        "years": list(map(str, years)),
        "levels": [str(label) for label in LEVELS.values()],
        "by_level": [
            _line(
                str(MEASURES[name]),
                {str(label): found[year, level].counted[name] for level, label in LEVELS.items()},
            )
            for name in MEASURES
        ],
        "base": found[year, ""].counted["households"].base,
    }
    return render(request, "statistics/shares.html", context)


def told(counted: Counted) -> str:
    """Return «62% (31 of 50)», what nobody recorded apart; «chưa có số» where nothing is known."""
    if counted.percent is None:
        if not counted.base:
            return formats.no_figure()
        return _("no figure yet: of all %(base)s nobody recorded it") % {"base": formats.number(counted.base)}
    said = _("%(percent)s (%(count)s of %(known)s)") % {
        "percent": formats.percent(counted.percent),
        "count": formats.number(counted.count),
        "known": formats.number(counted.base - counted.unknown),
    }
    if counted.unknown:
        said += _("; not recorded of %(unknown)s") % {"unknown": formats.number(counted.unknown)}
    return said


def _bar(counted: Counted) -> CellBar | None:
    if counted.percent is None:
        return None
    return cell_bar(counted.percent, largest=100, shown=formats.percent(counted.percent))


def _basis(counted: Counted) -> str:
    if counted.percent is None:
        return told(counted)
    said = _("%(count)s of %(known)s") % {
        "count": formats.number(counted.count),
        "known": formats.number(counted.base - counted.unknown),
    }
    if counted.unknown:
        said += _("; not recorded of %(unknown)s") % {"unknown": formats.number(counted.unknown)}
    return said


def _line(name: str, counted: Mapping[str, Counted]) -> Line:
    return Line(name, tuple((heading, _bar(one), _basis(one)) for heading, one in counted.items()))


def _against(name: str, now: Shares, before: Shares, aims: Mapping[str, int]) -> Against:
    this, last, aim = now.counted[name], before.counted[name], aims.get(name)
    change = ""
    if this.percent is not None and last.percent is not None:
        points = this.percent - last.percent
        change = _("%(points)s points") % {"points": f"{points:+d}"}
    return Against(
        measure=str(MEASURES[name]),
        now=_basis(this),
        bar=_bar(this),
        before=told(last),
        change=change,
        aim=formats.percent(aim) if aim is not None else _("no aim set"),
        below=aim is not None and this.percent is not None and this.percent < aim,
    )


def _download(found: Mapping[tuple[int, str], Shares], aims: Mapping[str, int], year: int) -> HttpResponse:
    headings = (
        *(_("Measure"), _("Level"), _("Year"), _("Number"), _("Of so many known"), _("Not recorded")),
        *(_("Percent"), _("Aim (%)")),
    )
    rows = [
        (
            str(MEASURES[name]),
            str(LEVELS[level]) if level else _("all levels"),
            str(one),
            counted.count if counted.percent is not None else None,
            counted.base - counted.unknown,
            counted.unknown,
            counted.percent,
            aims.get(name) if one == year else None,
        )
        for (one, level), shares in found.items()
        for name, counted in shares.counted.items()
    ]
    return csv_response(f"co-cau-{year}", headings, rows)
