"""The dashboard of a unit's year, or of the indicators of one movement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Max, Min
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.movements.access import visible_to
from thidua.movements.models import Movement
from thidua.orgs.access import may_anywhere
from thidua.orgs.models import Unit
from thidua.orgs.queries import children
from thidua.targets import access
from thidua.targets.enums import ObservationState
from thidua.targets.models import Indicator, Observation, ReportingRound
from thidua.targets.queries import YearRow, progress, round_rows, year_table
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.csv_download import csv_response
from thidua.web.shell.tables import FORMAT
from thidua.web.workspace.targets import dashboard_rows
from thidua.web.workspace.targets.find import own_units, seen_unit_or_404
from thidua.web.workspace.targets.forms.dashboard import ScopeForm
from thidua.web.workspace.targets.labels import indicator_label, round_period


@dataclass(frozen=True)
class Scope:
    """What the page is about."""

    unit: Unit
    year: int
    movement: Movement | None
    form: ScopeForm


@right_required(Right.SEE_FIGURES)
def dashboard(request: HttpRequest) -> HttpResponseBase:
    """Show the year of a unit; `?dinh-dang=csv` downloads it, `csv-dien-bien` the line of one indicator."""
    scope = _scope(request)
    if scope is None:
        return render(request, "targets/dashboard_nothing.html")
    today = timezone.localdate()
    rows = year_table(scope.unit, scope.year, _indicators(scope))
    chosen = _chosen(rows, request.GET.get("chi_tieu", ""))
    wanted = request.GET.get(FORMAT, "")
    if wanted == "csv":
        name = f"bang-chi-tieu-{scope.unit.key}-{scope.year}"
        return csv_response(name, dashboard_rows.export_headings(), dashboard_rows.export(rows, today))
    if wanted == "csv-dien-bien" and chosen is not None:
        return _line_as_csv(chosen, scope)
    last_round = _last_round(request, scope)
    context = {
        "scope": scope,
        "rows": rows,
        "figures": dashboard_rows.headline(rows),
        "needs": dashboard_rows.needs(rows, today),
        "bars": dashboard_rows.bars(rows),
        "trend": dashboard_rows.trend(chosen) if chosen else None,
        "trend_name": indicator_label(chosen.indicator) if chosen else "",
        "trend_code": chosen.indicator.code if chosen else "",
        "lines": [row.indicator for row in rows if progress(row).has_line],
        "round": last_round,
        "round_period": round_period(last_round) if last_round else "",
        "may_open": may_anywhere(signed_in(request), Right.OPEN_ROUND),
        "csv_url": _address(request, **{FORMAT: "csv"}),
        "trend_csv_url": _address(request, **{FORMAT: "csv-dien-bien"}),
    }
    return render(request, "targets/dashboard.html", context)


def _scope(request: HttpRequest) -> Scope | None:
    own = own_units(request, Right.SEE_FIGURES)
    asked = request.GET.get("don_vi", "")
    unit = seen_unit_or_404(request, asked) if asked else next(iter(own), None)
    if unit is None:
        return None
    today = timezone.localdate()
    seen = (
        visible_to(signed_in(request), today).filter(parent__isnull=True).order_by("-starts_on", "short_name")
    )
    years = _years(today)
    below = children(unit, today) if unit.exists_to is None else children(unit, unit.exists_to)
    units = list(dict.fromkeys([*own, unit, *below]))
    form = ScopeForm(request.GET, units=units, years=years, movements=seen)
    answers = form.answers()
    return Scope(unit, int(answers.get("nam", years[0])), answers.get("phong_trao"), form)


def _years(today: date) -> list[int]:
    """Return the years with figures, the latest first; this year where there are none."""
    accepted = Observation.objects.filter(state=ObservationState.ACCEPTED)
    found = accepted.aggregate(first=Min("ends_on"), last=Max("ends_on"))
    first, last = found["first"] or today, found["last"] or today
    return list(range(last.year, first.year - 1, -1))


def _indicators(scope: Scope) -> list[Indicator]:
    rows = Indicator.objects.filter(is_active=True).select_related("owner")
    return list(rows.filter(movements=scope.movement) if scope.movement else rows)


def _chosen(rows: tuple[YearRow, ...], code: str) -> YearRow | None:
    with_line = [row for row in rows if progress(row).has_line]
    return next((row for row in with_line if row.indicator.code == code), next(iter(with_line), None))


def _last_round(request: HttpRequest, scope: Scope) -> ReportingRound | None:
    """Return the latest round of the year that the unit opened, with how many have sent."""
    rounds = access.rounds_visible_to(signed_in(request), timezone.localdate())
    of_year = rounds.filter(opened_by=scope.unit, ends_on__year=scope.year)
    if scope.movement:
        of_year = of_year.filter(movement=scope.movement)
    return round_rows(of_year).order_by("-ends_on", "-pk").first()


def _line_as_csv(row: YearRow, scope: Scope) -> HttpResponseBase:
    headings = [_("Period"), _("Value"), _("Expected by the plan"), _("Same period")]
    lines = (
        [point.period.code, point.value, point.expected, point.same_period] for point in progress(row).points
    )
    return csv_response(f"{row.indicator.code}-{scope.unit.key}-{scope.year}", headings, lines)


def _address(request: HttpRequest, **changes: str) -> str:
    query = request.GET.copy()
    for name, value in changes.items():
        query[name] = value
    return f"?{query.urlencode()}"
