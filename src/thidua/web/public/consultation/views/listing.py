"""All consultations: those in which one may speak now, and those that are over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from thidua.nominations.models import PublicConsultation
from thidua.nominations.queries import open_to_the_public, over
from thidua.web.public.consultation.states import stage_tag
from thidua.web.shell import cells, formats
from thidua.web.shell.known_parameters import knows
from thidua.web.shell.tables import Column, Table
from thidua.web.shell.tags import Tag


@dataclass(frozen=True)
class Listed:
    """An open consultation with its stage in words, and how many are named in it."""

    row: PublicConsultation
    tag: Tag
    nominees: int


@knows(table=True)
@require_safe
def consultations(request: HttpRequest) -> HttpResponse:
    """List the open consultations, then those that are over, the last first; fixed queries whatever the rows."""
    today = timezone.localdate()
    return OVER.respond(request, over(today), "consultation/list.html", {"open": open_now(today)})


def open_now(today: date) -> list[Listed]:
    """Return the consultations in which everybody may speak today, the first to end first; one query."""
    rows: Any = open_to_the_public(today)
    return [Listed(row, stage_tag(row, today), row.nominees) for row in rows]


def _title(row: PublicConsultation) -> SafeString:
    linked = cells.link(reverse("consultation", args=[row.pk]), cells.vietnamese(row.dossier.title))
    return cells.with_note(
        cells.with_mark(linked, row.dossier.provenance), cells.vietnamese(row.dossier.unit.name)
    )


def _time(row: PublicConsultation) -> str:
    return f"{formats.day(row.opened_on)} – {formats.day(row.closes_on)}"


def _stage(row: PublicConsultation) -> Tag:
    return stage_tag(row, timezone.localdate())


def _received(row: Any) -> int | None:
    return row.received if row.closed_at is not None else None


OVER: Table[Any] = Table(
    name="lay-y-kien",
    caption=_("Consultations that are over"),
    columns=(
        Column("title", _("What was asked about"), _title, csv=lambda row: row.dossier.title, header=True),
        Column("time", _("Time"), _time, sort=("closes_on",)),
        Column("state", _("State"), _stage, csv=lambda row: _stage(row).text),
        Column("received", _("Opinions received"), _received, numeric=True),
    ),
    order="-time",
    empty=_("No consultation is over yet"),
    page_size=20,
)
