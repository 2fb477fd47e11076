"""The lists of the reports area."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thidua.core.vietnamese.dates import format_range
from thidua.reports.content.draft import without_no_break_spaces
from thidua.reports.enums import ReportState
from thidua.reports.figures.bound import BoundFigure
from thidua.reports.models import ClosingReport
from thidua.web.shell import cells
from thidua.web.shell.filters import FilterForm
from thidua.web.shell.tables import Column, Table
from thidua.web.workspace.reports.presenting import period_of
from thidua.web.workspace.reports.states import report_tag


class ReportFilters(FilterForm):
    """By words of the title, by year and state."""

    q = forms.CharField(label=_("Title"), max_length=100)
    nam = forms.IntegerField(label=_("Year"), min_value=1900, max_value=2100)
    trang_thai = forms.ChoiceField(label=_("State"), choices=[("", _("all")), *ReportState.choices])

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        if "q" in answers:
            rows = rows.filter(Q(title__icontains=answers["q"]) | Q(slug__icontains=answers["q"]))
        if "nam" in answers:
            rows = rows.filter(year=answers["nam"])
        return rows.filter(state=answers["trang_thai"]) if "trang_thai" in answers else rows


def _title(row: ClosingReport) -> object:
    return cells.with_mark(cells.link(reverse("report", args=[row.slug]), row.title), row.provenance)


REPORTS: Table[Any] = Table(
    name="bao-cao",
    caption=_("Closing reports"),
    columns=(
        Column("title", _("Title"), _title, csv=lambda row: row.title, sort=("title",), header=True),
        Column("year", _("Year"), lambda row: str(row.year), sort=("year",)),
        Column("unit", _("Unit"), lambda row: row.unit.name),
        Column("period", _("Period"), lambda row: format_range(row.starts_on, row.ends_on)),
        Column("as_of", _("As of"), lambda row: row.as_of, sort=("as_of",)),
        Column("state", _("State"), report_tag, csv=lambda row: row.get_state_display(), sort=("state",)),
        Column("versions", _("Frozen versions"), lambda row: row.version_count, numeric=True),
    ),
    order="-year",
    empty=_("No closing report yet"),
    filters=ReportFilters,
)


def figures_table(slug: str) -> Table[BoundFigure]:
    """Return the list of all figures of one report."""
    return Table(
        name="so-lieu",
        caption=_("Figures of the report"),
        columns=(
            Column(
                "text",
                _("Text in the report"),
                lambda row: cells.with_mark(
                    cells.link(reverse("report-figure", args=[slug, row.place]), row.text), row.provenance
                ),
                csv=lambda row: without_no_break_spaces(row.text),
                header=True,
            ),
            Column("label", _("What it is"), lambda row: row.label, sort=lambda row: row.label),
            Column("basis", _("Computed from"), lambda row: row.basis),
            Column("period", _("Period"), period_of),
            Column("as_of", _("As of"), lambda row: row.as_of),
            Column("source", _("Source"), lambda row: row.source, export_only=True),
            Column("accepted", _("Accepted by"), lambda row: row.accepted_by),
            Column("place", _("Place in the report"), lambda row: row.place, export_only=True),
            Column("origin", _("Origin"), lambda row: str(row.provenance.label), export_only=True),
        ),
        order="",
        empty=_("No figure is printed yet"),
    )
