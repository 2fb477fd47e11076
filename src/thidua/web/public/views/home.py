"""The first page: what runs now, this year in a few figures, what was summed up last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.movements import access
from thidua.movements.enums import MovementState
from thidua.movements.models import Movement, Registration
from thidua.movements.queries import (
    MovementFilter,
    days_left,
    movements_matching,
    running,
    sizes_in_scope,
    span_phrase,
    with_counts,
)
from thidua.movements.queries.participation import STANDING
from thidua.support.provenance import Provenance
from thidua.web.shell import formats
from thidua.web.shell.context import Frame
from thidua.web.shell.drawn import Told
from thidua.web.shell.figures import Figure
from thidua.web.shell.front_page import blocks
from thidua.web.shell.known_parameters import knows
from thidua.web.shell.remembered import remembered

MOST_RUNNING = 6
MOST_CLOSED = 3


@dataclass(frozen=True)
class RunningMovement:
    """A running movement as the first page shows it; `days_left` is None without a planned end."""

    movement: Movement
    span: str
    days_left: int | None
    registered: int
    in_scope: int


@knows()
def home(request: HttpRequest) -> HttpResponse:
    """Show the first page; the number of queries does not depend on how many movements there are."""
    today = timezone.localdate()
    told = remembered("home", today, formats.page_language(), read=partial(_told, today))
    return render(request, "public/home.html", told.page(place=_inside_a_sentence(request)))


def _told(today: date) -> Told:
    closed = access.public().filter(state=MovementState.CLOSED, parent__isnull=True)
    return Told(
        running=_running(today),
        closed=list(closed.select_related("launched_by").order_by("-ended_on", "pk")[:MOST_CLOSED]),
        year=today.year,
        figures=year_figures(today),
        blocks=blocks(today),
    )


def _inside_a_sentence(request: HttpRequest) -> str:
    """Return the province's name as it stands inside a sentence: «tỉnh Lạng Sơn», "Lạng Sơn Province"."""
    name = Frame(request).province
    return name[:1].lower() + name[1:] if formats.page_language() == "vi" else name


def year_figures(today: date) -> list[Figure]:
    """Return the few figures of this year, each leading to the list that it counts; four queries."""
    of_year = movements_matching(access.public(), MovementFilter(year=today.year, only_own=True))
    closed = of_year.filter(state=MovementState.CLOSED, ended_on__year=today.year)
    units = Registration.objects.filter(
        movement__in=of_year, state__in=STANDING, person__isnull=True
    ).order_by()
    origins = set(units.values_list("provenance", flat=True).distinct())
    mark = next((one for one in Provenance if one.needs_mark and one in origins), Provenance.RECORDED)
    listed = f"{reverse('public-movements')}?nam={today.year}"
    counted = _("register of movements in this system")

    def figure(label: str, count: int, source: str, rows_url: str, note: str = "", mark: str = "") -> Figure:
        return Figure(
            label,
            formats.number(count),
            period=str(today.year),
            as_of=formats.day(today),
            source=source,
            accepted_by=_("counted by the system"),
            note=note,
            provenance=mark or Provenance.RECORDED,
            rows_url=rows_url,
        )

    return [
        figure(_("Movements that ran"), of_year.count(), counted, listed),
        figure(
            _("Units that take part"),
            units.values("unit").distinct().count(),
            _("registrations sent by the units"),
            listed,
            _("A unit that takes part in several movements is counted once."),
            mark,
        ),
        figure(_("Movements summed up"), closed.count(), counted, f"{listed}&buoc={MovementState.CLOSED}"),
    ]


def _running(today: date) -> list[RunningMovement]:
    rows = list(with_counts(running(today))[:MOST_RUNNING])
    sizes = sizes_in_scope(rows, today)
    return [
        RunningMovement(
            movement=row,
            span=span_phrase(row, formats.page_language()),
            days_left=days_left(row, today),
            registered=row.registered,  # type: ignore[attr-defined]
            in_scope=sizes[row.pk],
        )
        for row in rows
    ]
