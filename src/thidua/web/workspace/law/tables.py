"""The list of local regulations."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.lawbook.models import LocalRegulation
from thidua.lawbook.spoken import language
from thidua.web.shell import cells
from thidua.web.shell.tables import Column, Table
from thidua.web.shell.tags import Tag, Tone


def _number(row: LocalRegulation) -> object:
    name = row.name_en if language() == "en" and row.name_en else row.name
    return cells.with_note(cells.link(reverse("law-regulation", args=[row.pk]), row.number), name)


def _state(row: LocalRegulation) -> Tag:
    if row.withdrawn_at is not None:
        return Tag(_("out of use"), Tone.NEUTRAL)
    return Tag(_("in use"), Tone.SUCCESS)


REGULATIONS: Table[LocalRegulation] = Table(
    name="quy-dinh-dia-phuong",
    caption=gettext_lazy("Local regulations"),
    columns=(
        Column(
            "number",
            gettext_lazy("Regulation"),
            _number,
            csv=lambda row: row.number,
            sort=("number",),
            header=True,
        ),
        Column("state", gettext_lazy("State"), _state, csv=lambda row: _state(row).text),
        Column("approved_by", gettext_lazy("Approved by"), lambda row: row.approved_by),
        Column(
            "approved_on", gettext_lazy("Approved on"), lambda row: row.approved_on, sort=("approved_on",)
        ),
        Column(
            "loaded",
            gettext_lazy("Loaded"),
            lambda row: cells.with_note(row.loaded_at, row.loaded_by.get_full_name()),
            csv=lambda row: row.loaded_at,
            sort=("loaded_at",),
        ),
        Column("name", gettext_lazy("Name"), lambda row: row.name, export_only=True),
        Column("code", gettext_lazy("Code"), lambda row: row.code, export_only=True),
    ),
    order="",
    empty=gettext_lazy("No local regulation has been loaded."),
)
