"""The list of events."""

from __future__ import annotations

from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.core.vietnamese.dates import format_date, format_range
from thidua.movements.enums import EventScale
from thidua.movements.models import Event
from thidua.web.shell.tables import Column, Table
from thidua.web.shell.tags import Tag, Tone
from thidua.web.workspace.records.tables.columns import (
    export_column,
    movements_column,
    name_column,
    origin_columns,
)
from thidua.web.workspace.records.tables.filters import RecordFilters, choice_filter


class EventFilters(RecordFilters):
    """Also by scale."""

    unit_column = "host"
    quy_mo = choice_filter(gettext_lazy("Scale"), EventScale.choices)

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        rows = super().apply(rows, answers)
        return rows.filter(scale=answers["quy_mo"]) if "quy_mo" in answers else rows


def days_words(row: Event) -> str:
    """Return «01/03–03/03/2019», one day, or the year alone."""
    if row.starts_on is None:
        return str(row.year)
    return format_range(row.starts_on, row.ends_on) if row.ends_on else format_date(row.starts_on)


def safety(row: Event) -> Tag | None:
    """Return whether it was safe throughout; None where nobody has reported."""
    if row.incidents is None:
        return None
    if row.incidents == 0:
        return Tag(_("safe throughout"), Tone.SUCCESS)
    return Tag(_("%(count)s incidents") % {"count": row.incidents}, Tone.WARNING)


def partners(row: Event) -> str:
    """Return the partners in the order of protocol."""
    return ", ".join(partner.name for partner in row.partners.all())


TABLE: Table[Event] = Table(
    name="su-kien",
    caption=gettext_lazy("Events"),
    columns=(
        name_column(
            gettext_lazy("Event"), "events-page", lambda row: row.name, sort=("search_text",), note=partners
        ),
        Column(
            "scale", gettext_lazy("Scale"), lambda row: capfirst(row.get_scale_display()), sort=("scale",)
        ),
        Column("host", gettext_lazy("Host"), lambda row: row.host.name, sort=("host__sort_key",)),
        Column("when", gettext_lazy("When"), days_words, sort=("year", "-order", "starts_on")),
        Column("safety", gettext_lazy("Safety"), lambda row: safety(row) or _("not reported")),
        export_column("year", gettext_lazy("Year"), lambda row: row.year, numeric=True),
        export_column("from", gettext_lazy("From"), lambda row: row.starts_on),
        export_column("to", gettext_lazy("To"), lambda row: row.ends_on),
        export_column("partners", gettext_lazy("Partners"), partners),
        export_column("outcome", gettext_lazy("Outcome"), lambda row: row.outcome),
        export_column("incidents", gettext_lazy("Safety incidents"), lambda row: row.incidents, numeric=True),
        movements_column(),
        *origin_columns(),
    ),
    order="-when",
    empty=gettext_lazy("No event has been recorded yet."),
    filters=EventFilters,
)
