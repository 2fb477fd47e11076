"""Lists of the figures area."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thidua.core.periods import Period
from thidua.support.provenance import Provenance
from thidua.targets import wording
from thidua.targets.models import ImportBatch, Indicator, Observation, Plan
from thidua.web.shell import cells, formats
from thidua.web.shell.tables import Column, Table
from thidua.web.workspace.figures.addresses import figure_url
from thidua.web.workspace.figures.filters import FigureFilters, IndicatorFilters, PlanFilters
from thidua.web.workspace.figures.states import batch_tag, observation_tag, plan_tag


def period_label(row: Observation | Plan) -> str:
    """Return «9 tháng đầu năm 2019»."""
    return Period(row.starts_on, row.ends_on).label(formats.page_language())


def _origin(row: Any) -> str:
    return str(Provenance(row.provenance).label)


def _indicator(row: Indicator) -> SafeString:
    linked = cells.link(reverse("indicator", args=[row.code]), wording.name_of(row))
    return cells.with_note(cells.with_mark(linked, row.provenance), row.code)


INDICATORS: Table[Indicator] = Table(
    name="chi-tieu",
    caption=_("Indicators"),
    columns=(
        Column("name", _("Indicator"), _indicator, csv=wording.name_of, sort=("name",), header=True),
        Column("code", _("Code"), lambda row: row.code, export_only=True),
        Column("kind", _("Kind"), lambda row: row.get_kind_display(), sort=("kind",)),
        Column("measure", _("Unit of measure"), wording.measure_of),
        Column("field", _("Field"), lambda row: row.get_field_display(), sort=("field",)),
        Column("owner", _("In charge"), lambda row: row.owner.name, sort=("owner__sort_key",)),
        Column("rolls_up", _("Sums up the units"), lambda row: row.rolls_up),
        Column("active", _("In use"), lambda row: row.is_active, sort=("is_active",)),
        Column("origin", _("Data"), _origin, export_only=True),
        Column("order", _("Order"), lambda row: row.order, sort=("order", "name"), numeric=True),
    ),
    order="order",
    empty=_("No indicator yet"),
    filters=IndicatorFilters,
)


def _plan(row: Plan) -> SafeString:
    linked = cells.link(reverse("plan", args=[row.pk]), wording.name_of(row.indicator))
    return cells.with_mark(linked, row.provenance)


PLANS: Table[Plan] = Table(
    name="ke-hoach",
    caption=_("Plans"),
    columns=(
        Column("indicator", _("Indicator"), _plan, csv=lambda row: wording.name_of(row.indicator),
               sort=("indicator__order", "indicator__name"), header=True),
        Column("unit", _("Unit"), lambda row: row.unit.name, sort=("unit__sort_key",)),
        Column("period", _("Period"), period_label, sort=("ends_on", "starts_on")),
        Column("value", _("Plan"), lambda row: wording.quantity(row.indicator, row.value),
               csv=lambda row: row.value, numeric=True, sort=("value",)),
        Column("measure", _("Unit of measure"), lambda row: wording.measure_of(row.indicator), export_only=True),
        Column("authority", _("Assigned by"), lambda row: row.get_authority_display(), sort=("authority",)),
        Column("document", _("Document"), lambda row: row.document),
        Column("set", _("Entered"), lambda row: row.set_at, sort=("set_at",)),
        Column("by", _("By whom"), lambda row: str(row.set_by or ""), export_only=True),
        Column("state", _("State"), plan_tag),
        Column("origin", _("Data"), _origin, export_only=True),
    ),
    order="-period",
    empty=_("No plan yet"),
    filters=PlanFilters,
)  # fmt: skip


def _figure(row: Observation) -> SafeString:
    url = figure_url(row.indicator, row.unit.key, Period(row.starts_on, row.ends_on))
    hidden = f"{row.unit.name}, {period_label(row)}"
    return cells.with_mark(cells.link(url, wording.name_of(row.indicator), hidden), row.provenance)


def _source(row: Observation) -> str:
    if row.sheet_id:
        return str(row.sheet.round) if row.sheet else ""
    if row.batch_id:
        return str(row.batch)
    return row.source


def _accepted(row: Observation) -> SafeString:
    return cells.with_note(formats.day(row.accepted_at), _source(row))


def _in_time(row: Observation) -> SafeString:
    """The period, and the day of the figure where it is not the period's last."""
    note = "" if row.as_of == row.ends_on else gettext("as of %(day)s") % {"day": formats.day(row.as_of)}
    return cells.with_note(period_label(row), note)


FIGURES: Table[Observation] = Table(
    name="so-lieu",
    caption=_("Figures"),
    columns=(
        Column("indicator", _("Indicator"), _figure, csv=lambda row: wording.name_of(row.indicator),
               sort=("indicator__order", "indicator__name"), header=True),
        Column("unit", _("Unit"), lambda row: row.unit.name, sort=("unit__sort_key",)),
        Column("period", _("Period"), _in_time, csv=period_label, sort=("ends_on", "starts_on")),
        Column("value", _("Result"), lambda row: wording.in_words(row.indicator, row),
               csv=lambda row: row.value, numeric=True, sort=("value",)),
        Column("exactness", _("Exactness"), lambda row: row.get_comparator_display(), export_only=True),
        Column("numerator", _("Numerator"), lambda row: row.numerator, numeric=True, export_only=True),
        Column("denominator", _("Denominator"), lambda row: row.denominator, numeric=True, export_only=True),
        Column("measure", _("Unit of measure"), lambda row: wording.measure_of(row.indicator), export_only=True),
        Column("as_of", _("As of"), lambda row: row.as_of, export_only=True),
        Column("state", _("State"), lambda row: observation_tag(row.state), sort=("state",)),
        Column("accepted", _("Accepted"), _accepted, csv=lambda row: row.accepted_at, sort=("accepted_at",)),
        Column("from", _("Came by"), _source, export_only=True),
        Column("by", _("Accepted by"), lambda row: str(row.accepted_by or ""), export_only=True),
        Column("note", _("Note"), lambda row: row.note, export_only=True),
        Column("origin", _("Data"), _origin, export_only=True),
    ),
    order="-period",
    empty=_("No figure yet"),
    filters=FigureFilters,
)  # fmt: skip


def _batch(row: ImportBatch) -> SafeString:
    return cells.link(reverse("import-batch", args=[row.pk]), row.file_name)


BATCHES: Table[ImportBatch] = Table(
    name="cac-lan-nhap",
    caption=_("Imports"),
    columns=(
        Column("file", _("File"), _batch, csv=lambda row: row.file_name, sort=("file_name",), header=True),
        Column("content", _("Content"), lambda row: row.get_content_display(), sort=("content",)),
        Column("rows", _("Rows kept"), lambda row: row.row_count, numeric=True, sort=("row_count",)),
        Column("at", _("Imported"), lambda row: row.imported_at, sort=("imported_at",)),
        Column("by", _("By whom"), lambda row: str(row.imported_by or "")),
        Column("state", _("State"), batch_tag, sort=("state",)),
        Column("undone", _("Undone"), lambda row: row.undone_at),
    ),
    order="-at",
    empty=_("Nothing was imported yet"),
)
