"""Lists of indicators, plans, figures and imports."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from thidua.core.periods import Period
from thidua.core.vietnamese.fold import fold
from thidua.movements.enums import FieldOfWork
from thidua.targets import wording
from thidua.targets.enums import IndicatorKind, ObservationState, PlanAuthority
from thidua.targets.models import ImportBatch, Indicator, Observation, Plan
from thidua.web.shell import cells, formats
from thidua.web.shell.fields import DateField
from thidua.web.shell.filters import FilterForm
from thidua.web.shell.tables import Column, Table
from thidua.web.workspace.targets.labels import indicator_label, indicator_name
from thidua.web.workspace.targets.states import batch_tag, observation_tag

ALL = ("", gettext_lazy("all"))


class IndicatorFilters(FilterForm):
    """By words, kind, field, and whether it is still in use."""

    q = forms.CharField(label=gettext_lazy("Words"), max_length=100)
    loai = forms.ChoiceField(label=gettext_lazy("Kind"), choices=[ALL, *IndicatorKind.choices])
    linh_vuc = forms.ChoiceField(label=gettext_lazy("Field"), choices=[ALL, *FieldOfWork.choices])
    ca_cu = forms.BooleanField(label=gettext_lazy("Also those no longer in use"))

    def applied_to(self, rows: Any) -> Any:
        answers = self.answers()
        return self.apply(rows if answers.get("ca_cu") else rows.filter(is_active=True), answers)

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        if "loai" in answers:
            rows = rows.filter(kind=answers["loai"])
        if "linh_vuc" in answers:
            rows = rows.filter(field=answers["linh_vuc"])
        if "q" in answers:
            wanted = fold(answers["q"])
            # A few hundred names at most: searched without marks here rather than kept folded.
            named = [row.pk for row in rows if wanted in fold(f"{row.name} {row.name_en} {row.code}")]
            rows = rows.filter(pk__in=named)
        return rows


def _indicator(row: Indicator) -> SafeString:
    linked = cells.link(reverse("indicator", args=[row.code]), indicator_name(row))
    return cells.with_note(cells.with_mark(linked, row.provenance), row.code)


INDICATORS: Table[Indicator] = Table(
    name="chi-tieu",
    caption=gettext_lazy("Indicators"),
    columns=(
        Column(
            "name", gettext_lazy("Indicator"), _indicator, csv=indicator_name, sort=("name",), header=True
        ),
        Column("measure", gettext_lazy("Unit of measure"), wording.measure_of),
        Column("kind", gettext_lazy("Kind"), lambda row: row.get_kind_display(), sort=("kind",)),
        Column("field", gettext_lazy("Field"), lambda row: row.get_field_display(), sort=("field",)),
        Column("owner", gettext_lazy("Who answers for it"), lambda row: row.owner.name),
        Column("source", gettext_lazy("Source"), lambda row: row.source),
        Column("sums", gettext_lazy("Sums up"), lambda row: row.rolls_up),
        Column("order", gettext_lazy("Order"), lambda row: row.order, numeric=True, sort=("order",)),
    ),
    order="order",
    empty=gettext_lazy("No indicator is kept yet"),
    filters=IndicatorFilters,
)


class FigureFilters(FilterForm):
    """By indicator, unit and year."""

    chi_tieu = forms.ModelChoiceField(
        label=gettext_lazy("Indicator"),
        queryset=Indicator.objects.all(),
        to_field_name="code",
        empty_label=gettext_lazy("all"),
    )
    don_vi = forms.CharField(label=gettext_lazy("Unit"), max_length=100)
    nam = forms.IntegerField(
        label=gettext_lazy("Year"),
        min_value=1900,
        max_value=2100,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["chi_tieu"].label_from_instance = indicator_label  # type: ignore[attr-defined]

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        if "chi_tieu" in answers:
            rows = rows.filter(indicator=answers["chi_tieu"])
        if "nam" in answers:
            rows = rows.filter(ends_on__year=answers["nam"])
        if "don_vi" in answers:
            folded = fold(answers["don_vi"])
            rows = rows.filter(
                Q(unit__names__folded_name__contains=folded)
                | Q(unit__names__folded_short_name__contains=folded)
            ).distinct()
        return rows


class ObservationFilters(FigureFilters):
    """Also by exact days and by state."""

    tu = DateField(label=gettext_lazy("Period from"))
    den = DateField(label=gettext_lazy("Period to"))
    buoc = forms.ChoiceField(label=gettext_lazy("State"), choices=[ALL, *ObservationState.choices])

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        rows = super().apply(rows, answers)
        if "tu" in answers:
            rows = rows.filter(starts_on=answers["tu"])
        if "den" in answers:
            rows = rows.filter(ends_on=answers["den"])
        return rows.filter(state=answers["buoc"]) if "buoc" in answers else rows


def _period(row: Any) -> str:
    return Period(row.starts_on, row.ends_on).label(formats.page_language())


def _figure(row: Observation) -> SafeString:
    linked = cells.link(reverse("figure-history", args=[row.pk]), indicator_name(row.indicator), _period(row))
    return cells.with_note(cells.with_mark(linked, row.provenance), row.note)


OBSERVATIONS: Table[Observation] = Table(
    name="so-lieu",
    caption=gettext_lazy("Figures"),
    columns=(
        Column(
            "name",
            gettext_lazy("Indicator"),
            _figure,
            csv=lambda row: row.indicator.code,
            sort=("indicator__order", "indicator__name"),
            header=True,
        ),
        Column("unit", gettext_lazy("Unit"), lambda row: row.unit.name, sort=("unit__sort_key",)),
        Column(
            "period",
            gettext_lazy("Period"),
            _period,
            csv=lambda row: Period(row.starts_on, row.ends_on).code,
            sort=("ends_on", "starts_on"),
        ),
        Column(
            "value",
            gettext_lazy("Value"),
            lambda row: wording.in_words(row.indicator, row),
            csv=lambda row: row.value,
            numeric=True,
        ),
        Column("as_of", gettext_lazy("As of"), lambda row: row.as_of, sort=("as_of",)),
        Column("source", gettext_lazy("Source"), lambda row: row.source),
        Column("state", gettext_lazy("State"), lambda row: observation_tag(row.state), sort=("state",)),
        Column(
            "accepted",
            gettext_lazy("Accepted"),
            lambda row: cells.with_note(row.accepted_at, row.accepted_by),
            csv=lambda row: row.accepted_at,
            sort=("accepted_at",),
        ),
    ),
    order="-accepted",
    empty=gettext_lazy("No figure has been accepted yet"),
    filters=ObservationFilters,
)


class PlanFilters(FigureFilters):
    """Also by who assigned it, and whether former plans are shown."""

    cap_giao = forms.ChoiceField(label=gettext_lazy("Assigned by"), choices=[ALL, *PlanAuthority.choices])
    ca_cu = forms.BooleanField(label=gettext_lazy("Also former plans"))

    def applied_to(self, rows: Any) -> Any:
        answers = self.answers()
        return self.apply(rows if answers.get("ca_cu") else rows.filter(is_current=True), answers)

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        rows = super().apply(rows, answers)
        return rows.filter(authority=answers["cap_giao"]) if "cap_giao" in answers else rows


PLANS: Table[Plan] = Table(
    name="ke-hoach",
    caption=gettext_lazy("Plans"),
    columns=(
        Column(
            "name",
            gettext_lazy("Indicator"),
            lambda row: cells.with_mark(indicator_name(row.indicator), row.provenance),
            csv=lambda row: row.indicator.code,
            sort=("indicator__order", "indicator__name"),
            header=True,
        ),
        Column("unit", gettext_lazy("Unit"), lambda row: row.unit.name, sort=("unit__sort_key",)),
        Column(
            "period",
            gettext_lazy("Period"),
            _period,
            csv=lambda row: Period(row.starts_on, row.ends_on).code,
            sort=("ends_on", "starts_on"),
        ),
        Column(
            "value",
            gettext_lazy("Plan"),
            lambda row: wording.quantity(row.indicator, row.value),
            csv=lambda row: row.value,
            numeric=True,
        ),
        Column(
            "authority",
            gettext_lazy("Assigned by"),
            lambda row: row.get_authority_display(),
            sort=("authority",),
        ),
        Column("document", gettext_lazy("Document"), lambda row: row.document),
        Column(
            "set",
            gettext_lazy("Set"),
            lambda row: cells.with_note(row.set_at, row.set_by),
            csv=lambda row: row.set_at,
            sort=("set_at",),
        ),
        Column("current", gettext_lazy("Counts"), lambda row: row.is_current),
    ),
    order="-set",
    empty=gettext_lazy("No plan has been set yet"),
    filters=PlanFilters,
)

BATCHES: Table[ImportBatch] = Table(
    name="lan-nhap",
    caption=gettext_lazy("Imports"),
    columns=(
        Column(
            "file",
            gettext_lazy("File"),
            lambda row: cells.link(reverse("import", args=[row.pk]), row.file_name),
            csv=lambda row: row.file_name,
            header=True,
        ),
        Column("content", gettext_lazy("Content"), lambda row: row.get_content_display(), sort=("content",)),
        Column("rows", gettext_lazy("Rows"), lambda row: row.row_count, numeric=True, sort=("row_count",)),
        Column("at", gettext_lazy("Imported"), lambda row: row.imported_at, sort=("imported_at",)),
        Column("by", gettext_lazy("By"), lambda row: str(row.imported_by or "")),
        Column("state", gettext_lazy("State"), lambda row: batch_tag(row.state), sort=("state",)),
    ),
    order="-at",
    empty=gettext_lazy("Nothing has been imported yet"),
)
