"""The rows behind a cell, by what the form counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thidua.movements.models import Movement
from thidua.orgs.models import Unit
from thidua.registry.models import Award
from thidua.reports.models import EmulationOfficer
from thidua.web.shell import cells
from thidua.web.shell.tables import Column, Table

AWARDS: Table[Award] = Table(
    name="khen-thuong",
    caption=_("Awards behind the cell"),
    columns=(
        Column(
            "name",
            _("Recipient"),
            lambda row: cells.with_mark(cells.with_note(row.recipient_name, row.post_then), row.provenance),
            csv=lambda row: row.recipient_name,
            sort=("name__sort_key",),
            header=True,
        ),
        Column("kind", _("Kind"), lambda row: row.get_recipient_kind_display(), sort=("recipient_kind",)),
        Column("unit", _("Unit or address then"), lambda row: row.unit_then),
        Column(
            "award",
            _("Award"),
            lambda row: cells.link(
                reverse("awards-page", args=[row.conferral_id]), row.conferral.award_form, row.recipient_name
            ),
            csv=lambda row: row.conferral.award_form,
            sort=("conferral__award_form",),
        ),
        Column("decision", _("Decision"), lambda row: row.conferral.decision_number),
        Column(
            "on",
            _("Date"),
            lambda row: row.conferral.decision_date or row.conferral.presented_on,
            sort=("conferral__decision_date", "conferral__presented_on"),
        ),
        Column("class", _("Class"), lambda row: row.get_recipient_class_display(), sort=("recipient_class",)),
        Column("type", _("Type"), lambda row: row.get_commendation_type_display(), export_only=True),
    ),
    order="name",
    empty=_("No award is counted in this cell."),
)
MOVEMENTS: Table[Movement] = Table(
    name="phong-trao",
    caption=_("Movements behind the cell"),
    columns=(
        Column(
            "name",
            _("Movement"),
            lambda row: cells.with_mark(
                cells.link(reverse("movement", args=[row.slug]), row.short_name), row.provenance
            ),
            csv=lambda row: row.short_name,
            sort=("short_name",),
            header=True,
        ),
        Column("by", _("Launched by"), lambda row: row.launched_by.name, sort=("launched_by__sort_key",)),
        Column("reach", _("Reach"), lambda row: row.get_reach_display()),
        Column("start", _("Start"), lambda row: row.starts_on, sort=("starts_on",)),
        Column("end", _("End"), lambda row: row.ended_on or row.planned_end),
        Column("kind", _("Kind"), lambda row: row.get_kind_display()),
    ),
    order="name",
    empty=_("No movement is counted in this cell."),
)
UNITS: Table[Unit] = Table(
    name="don-vi",
    caption=_("Units behind the cell"),
    columns=(
        Column(
            "name",
            _("Unit"),
            lambda row: cells.link(reverse("unit", args=[row.key]), row.name),
            csv=lambda row: row.name,
            sort=("sort_key",),
            header=True,
        ),
        Column("kind", _("Kind"), lambda row: row.get_kind_display(), sort=("kind",)),
        Column("hierarchy", _("Hierarchy"), lambda row: row.get_hierarchy_display(), sort=("hierarchy",)),
    ),
    order="name",
    empty=_("No unit is counted in this cell."),
)


def _officer(row: EmulationOfficer) -> object:
    link = cells.link(reverse("edit-emulation-officer", args=[row.pk]), row.full_name)
    return cells.with_mark(cells.with_note(link, row.post), row.provenance)


OFFICERS: Table[EmulationOfficer] = Table(
    name="nguoi-lam",
    caption=_("Officers of emulation and commendation"),
    columns=(
        Column("name", _("Name"), _officer, csv=lambda row: row.full_name, sort=("full_name",), header=True),
        Column("unit", _("Unit"), lambda row: row.unit.name, sort=("unit__sort_key",)),
        Column("born", _("Born"), lambda row: str(row.birth_year or ""), sort=("birth_year",)),
        Column("woman", _("Woman"), lambda row: row.woman),
        Column("education", _("Education"), lambda row: row.get_education_display(), sort=("education",)),
        Column("since", _("In this work since"), lambda row: str(row.first_year or ""), sort=("first_year",)),
        Column("to", _("Until"), lambda row: row.here_to, sort=("here_to",)),
        Column("source", _("Basis"), lambda row: row.source, export_only=True),
    ),
    order="name",
    empty=_("No officer is on record."),
)
BEHIND: Final[Mapping[str, tuple[Table[Any], tuple[str, ...]]]] = {
    "awards": (AWARDS, ("conferral",)),
    "movements": (MOVEMENTS, ("launched_by",)),
    "bodies": (UNITS, ()),
    "officers": (OFFICERS, ("unit",)),
}
