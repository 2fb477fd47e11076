"""The dashboard: how a movement, or a unit's year, stands."""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.figures.dashboard.bars import bars
from thidua.web.workspace.figures.dashboard.blocks import block
from thidua.web.workspace.figures.dashboard.by_unit import by_unit
from thidua.web.workspace.figures.dashboard.choice import Choice, chosen
from thidua.web.workspace.figures.dashboard.form import choice_form
from thidua.web.workspace.figures.dashboard.headlines import headlines
from thidua.web.workspace.figures.dashboard.needs import needs
from thidua.web.workspace.figures.dashboard.rounds import rounds
from thidua.web.workspace.figures.dashboard.trend import trend
from thidua.web.workspace.figures.dashboard.twin import Twin

DOWNLOAD = "tai"


@right_required(Right.SEE_FIGURES)
@require_safe
def dashboard(request: HttpRequest) -> HttpResponse:
    """Show the figures of what the address chooses, or give one of its tables as CSV."""
    choice = chosen(request)
    if DOWNLOAD in request.GET:
        return _download(request, choice)
    context = {
        "choice": choice,
        "form": choice_form(request, choice),
        "rounds": block(lambda: rounds(request, choice)),
        "headlines": block(lambda: headlines(signed_in(request), choice)),
        "needs": block(lambda: needs(signed_in(request), choice)),
        "bars": block(lambda: bars(choice)),
        "trend": block(lambda: trend(choice, request.GET.get("dien-bien", ""))),
        "units": block(lambda: by_unit(request, choice, request.GET.get("theo-don-vi", ""))),
        "csv": {name.replace("-", "_"): _address(request, name) for name in _TABLES},
        "kept": _kept(choice),
    }
    return render(request, "figures/dashboard.html", context)


def _download(request: HttpRequest, choice: Choice) -> HttpResponse:
    make = _TABLES.get(request.GET[DOWNLOAD])
    table = make(request, choice) if make else None
    if table is None:
        raise Http404
    return table.download()


def _trend(request: HttpRequest, choice: Choice) -> Twin | None:
    found = trend(choice, request.GET.get("dien-bien", ""))
    return found.twin if found else None


def _units(request: HttpRequest, choice: Choice) -> Twin | None:
    found = by_unit(request, choice, request.GET.get("theo-don-vi", ""))
    return found.twin if found else None


_TABLES: dict[str, Callable[[HttpRequest, Choice], Twin | None]] = {
    "can-xem": lambda request, choice: needs(signed_in(request), choice).twin,
    "chi-tieu": lambda request, choice: bars(choice).twin,
    "dien-bien": _trend,
    "theo-don-vi": _units,
}


def _address(request: HttpRequest, name: str) -> str:
    query = request.GET.copy()
    query[DOWNLOAD] = name
    return f"?{query.urlencode()}"


def _kept(choice: Choice) -> dict[str, object]:
    """What the smaller forms of the page send along."""
    return {
        "phong-trao": choice.movement.slug if choice.movement else "",
        "don-vi": choice.unit.key,
        "nam": choice.year,
        "thang": choice.month,
    }
