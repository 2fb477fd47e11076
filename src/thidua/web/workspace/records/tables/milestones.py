"""The list of milestones."""

from __future__ import annotations

from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from thidua.movements.enums import FieldOfWork, MilestoneKind
from thidua.movements.models import Milestone
from thidua.web.shell.tables import Column, Table
from thidua.web.workspace.records.tables.columns import (
    export_column,
    movements_column,
    name_column,
    origin_columns,
)
from thidua.web.workspace.records.tables.filters import RecordFilters, choice_filter


class MilestoneFilters(RecordFilters):
    """Also by field and kind."""

    linh_vuc = choice_filter(_("Field"), FieldOfWork.choices)
    loai = choice_filter(_("Kind"), MilestoneKind.choices)

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        rows = super().apply(rows, answers)
        wanted = {"field": answers.get("linh_vuc"), "kind": answers.get("loai")}
        return rows.filter(**{name: value for name, value in wanted.items() if value})


TABLE: Table[Milestone] = Table(
    name="moc-cong-trinh",
    caption=_("Milestones and projects"),
    columns=(
        name_column(
            _("Project or plan"),
            "milestones-page",
            lambda row: row.project,
            sort=("search_text",),
            note=lambda row: row.segment,
        ),
        Column("reached", _("What was reached"), lambda row: row.reached),
        Column("kind", _("Kind"), lambda row: capfirst(row.get_kind_display()), sort=("kind",)),
        Column("field", _("Field"), lambda row: capfirst(row.get_field_display()), sort=("field",)),
        Column("unit", _("Unit"), lambda row: row.unit.name, sort=("unit__sort_key",)),
        Column(
            "when",
            _("When"),
            lambda row: row.reached_on or str(row.year),
            csv=lambda row: row.reached_on,
            sort=("year", "reached_on"),
        ),
        export_column("year", _("Year"), lambda row: row.year, numeric=True),
        export_column("segment", _("Segment"), lambda row: row.segment),
        export_column("count", _("How many"), lambda row: row.count, numeric=True),
        export_column("receiver", _("Submitted to"), lambda row: row.receiver),
        export_column("document", _("Document"), lambda row: row.document),
        movements_column(),
        *origin_columns(),
    ),
    order="-when",
    empty=_("No milestone has been recorded yet."),
    filters=MilestoneFilters,
)
