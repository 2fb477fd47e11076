"""The list of a unit's dossiers."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from thidua.nominations.models import Dossier
from thidua.web.shell import cells
from thidua.web.shell.tables import Column, Table
from thidua.web.workspace.nominations.states import dossier_tag, held_by, next_step


def _title(row: Dossier) -> Any:
    link = cells.link(reverse("my-dossier", args=[row.code]), row.title)
    return cells.with_note(cells.with_mark(link, row.provenance), row.code)


def _state(row: Dossier) -> Any:
    # One block: on a phone the cell is two columns, label and value.
    return format_html("<div>{}</div>", cells.with_note(dossier_tag(row), next_step(row)))


def _due(row: Dossier) -> Any:
    return row.due_on or "–"


DOSSIERS: Table[Dossier] = Table(
    name="de-nghi-khen-thuong",
    caption=_("Dossiers of all years"),
    columns=(
        Column("title", _("Dossier"), _title, csv=lambda row: row.title, sort=("title",), header=True),
        Column("code", _("Code"), lambda row: row.code, sort=("id",), export_only=True),
        Column("year", _("Year"), lambda row: str(row.counting_year), sort=("counting_year",)),
        Column("nominees", _("How many"), lambda row: row.nominees, numeric=True, sort=("nominees",)),  # type: ignore[attr-defined]
        Column("state", _("State"), _state, csv=lambda row: dossier_tag(row).text, sort=("state",)),
        Column("holder", _("Now with"), lambda row: held_by(row) or "–", csv=held_by),
        Column("due", _("Until"), _due, csv=lambda row: row.due_on, sort=("due_on",)),
        Column("next", _("What comes next"), next_step, export_only=True),
    ),
    order="-year",
    empty=_("No dossiers yet."),
)
