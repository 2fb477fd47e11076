"""The public page of a movement: what it is, who takes part, what was reached and celebrated."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from django.http import FileResponse, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.movements import access
from thidua.movements.enums import FieldOfWork
from thidua.movements.queries import (
    Participation,
    celebrated_by,
    participation,
    reference_day,
    span_phrase,
)
from thidua.web.public.achievements import events_of, milestones_of
from thidua.web.public.movement_downloads import download
from thidua.web.public.movement_frame import found_movement, frame_of
from thidua.web.public.participants import level_bar
from thidua.web.shell import formats
from thidua.web.shell.drawn import Told
from thidua.web.shell.figures import Figure
from thidua.web.shell.kept_files import handed_out
from thidua.web.shell.known_parameters import knows
from thidua.web.shell.remembered import remembered
from thidua.web.shell.tables import FORMAT


@knows(FORMAT, "bang", "dien-bien")
def movement(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Show what the movement is and who takes part; or give one of its tables as CSV."""
    today = timezone.localdate()
    if request.GET.get(FORMAT) == "csv":
        row = found_movement(slug)
        return download(request, row, reference_day(row, today))
    told = remembered("movement", slug, today, formats.page_language(), read=partial(_told, slug, today))
    return render(request, "public/movement.html", told.page())


def _told(slug: str, today: date) -> Told:
    row = found_movement(slug)
    taking_part = participation(row, reference_day(row, today))
    return Told(
        frame_of(row, today, "public-movement"),
        span=span_phrase(row, formats.page_language()),
        anniversaries=[one.phrase(formats.page_language()) for one in celebrated_by(row)],
        field_labels=[str(field.label) for field in FieldOfWork if field in row.fields],
        figures=_figures(taking_part),
        taking_part=taking_part,
        shares=[level_bar(level) for level in taking_part.levels],
        milestones=list(milestones_of(row)),
        events=list(events_of(row)),
        reviews=list(row.reviews.all()),
        answers=row.answers.filter(state__in=access.PUBLIC_STATES).count(),
    )


def launch_file(request: HttpRequest, slug: str) -> FileResponse:
    """Give the launching document of a movement that everybody may read of."""
    return handed_out(found_movement(slug).launch_file)


def _figures(found: Participation) -> list[Figure]:
    """Return participation as figures with their basis."""
    registered, in_scope = formats.number(found.registered), formats.number(found.in_scope)
    basis = f"{registered} / {in_scope}"
    if found.in_scope:
        basis += f" = {formats.percent(Decimal(100 * found.registered) / found.in_scope, 1)}"
    about: dict[str, Any] = {
        "period": _("since the movement began"),
        "as_of": formats.day(found.on),
        "source": _("registrations sent by the units"),
        "accepted_by": _("counted by the system"),
        "provenance": found.provenance,
    }
    note = _("Counted of the units that the movement calls on, as they stood on that day.")
    return [
        Figure(_("Units registered"), f"{registered}/{in_scope}", _("units"), basis, note=note, **about),
        Figure(_("Registrations accepted"), formats.number(found.accepted), **about),
    ]
