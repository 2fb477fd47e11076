"""Filters of the lists of indicators, plans and figures."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from thidua.core.periods import Period, PeriodRefused
from thidua.core.vietnamese.fold import fold
from thidua.core.vietnamese.hygiene import clean_line
from thidua.movements.enums import FieldOfWork
from thidua.orgs.models import Unit
from thidua.support.provenance import Provenance
from thidua.targets.enums import IndicatorKind, ObservationState, PlanAuthority
from thidua.targets.importing.periods import PeriodNotRead, read_period
from thidua.targets.models import Indicator
from thidua.targets.queries.tree import within_subtrees
from thidua.web.shell.filters import FilterForm
from thidua.web.workspace.figures.addresses import period_of

ALL: list[tuple[str, Promise | str]] = [("", _("all"))]


class PeriodField(forms.CharField):
    """A period as people write it: 9 tháng đầu năm 2019, quý III/2019, 9/2019, 2019."""

    def clean(self, value: Any) -> Any:
        text = clean_line(super().clean(value) or "")
        if not text:
            return None
        try:
            return period_of(text)
        except PeriodRefused:
            pass
        try:
            return read_period(text)
        except PeriodNotRead as refused:
            raise forms.ValidationError(str(refused)) from refused

    def prepare_value(self, value: Any) -> Any:
        return value.code if isinstance(value, Period) else value


class UnitWordsField(forms.CharField):
    """A unit by a part of its name or by its key; cleaned to the ids of all that fit."""

    def clean(self, value: Any) -> Any:
        return clean_line(super().clean(value) or "")


class IndicatorFilters(FilterForm):
    """By words, field, kind, and whether it is in use."""

    q = forms.CharField(label=_("Words"), max_length=100)
    linhvuc = forms.ChoiceField(label=_("Field"), choices=[*ALL, *FieldOfWork.choices])
    loai = forms.ChoiceField(label=_("Kind"), choices=[*ALL, *IndicatorKind.choices])
    ngung = forms.BooleanField(label=_("With those out of use"))

    def applied_to(self, rows: Any) -> Any:
        """Those out of use are left out unless they are asked for."""
        answers = self.answers()
        if "ngung" not in answers:
            rows = rows.filter(is_active=True)
        return self.apply(rows, answers)

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        if "linhvuc" in answers:
            rows = rows.filter(field=answers["linhvuc"])
        if "loai" in answers:
            rows = rows.filter(kind=answers["loai"])
        if "q" in answers:
            rows = rows.filter(pk__in=_named_like(rows, answers["q"]))
        return rows


def _named_like(rows: Any, text: str) -> list[int]:
    """Names are compared without marks in Python: an installation has some hundred indicators at most."""
    wanted = fold(text)
    columns = rows.order_by().values_list("pk", "code", "name", "name_en")
    return [pk for pk, *names in columns if any(wanted in fold(name) for name in names)]


class _OfIndicatorAndUnit(FilterForm):
    """By indicator, by unit with everything below it, and by period."""

    chitieu = forms.ChoiceField(label=_("Indicator"))
    donvi = UnitWordsField(label=_("Unit and those below it"), max_length=100)
    ky = PeriodField(label=_("Period"), max_length=40)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        indicators = Indicator.objects.order_by("order", "name").values_list("code", "name")
        self.fields["chitieu"].choices = [*ALL, *indicators]  # type: ignore[attr-defined]

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        if "chitieu" in answers:
            rows = rows.filter(indicator__code=answers["chitieu"])
        if "donvi" in answers:
            ids = _units_like(answers["donvi"])
            rows = rows.filter(Q(unit_id__in=ids) | Q(pk__in=_below(rows.model, ids)))
        if "ky" in answers:
            period = answers["ky"]
            rows = rows.filter(starts_on__gte=period.start, ends_on__lte=period.end)
        return rows


def _units_like(text: str) -> list[int]:
    exact = Unit.objects.filter(Q(key=text) | Q(names__name__iexact=text)).order_by()
    found = list(exact.values_list("pk", flat=True).distinct())
    if found:
        return found
    parts = Unit.objects.filter(names__folded_name__contains=fold(text)).order_by()
    return list(parts.values_list("pk", flat=True).distinct())


def _below(model: Any, ids: list[int]) -> Any:
    return model.objects.filter(within_subtrees(ids)).order_by().values("pk")


class FigureFilters(_OfIndicatorAndUnit):
    """And by state and origin; what was replaced is shown on demand."""

    trangthai = forms.ChoiceField(label=_("State"), choices=[*ALL, *ObservationState.choices])
    goc = forms.ChoiceField(label=_("Data"), choices=[*ALL, *Provenance.choices])

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        rows = super().apply(rows, answers)
        if "trangthai" in answers:
            rows = rows.filter(state=answers["trangthai"])
        return rows.filter(provenance=answers["goc"]) if "goc" in answers else rows


class PlanFilters(_OfIndicatorAndUnit):
    """And by who assigned it; former plans are shown on demand."""

    capgiao = forms.ChoiceField(label=_("Assigned by"), choices=[*ALL, *PlanAuthority.choices])
    cacu = forms.BooleanField(label=_("With former plans"))

    def applied_to(self, rows: Any) -> Any:
        """Former plans are left out unless they are asked for."""
        answers = self.answers()
        if "cacu" not in answers:
            rows = rows.filter(is_current=True)
        return self.apply(rows, answers)

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        rows = super().apply(rows, answers)
        return rows.filter(authority=answers["capgiao"]) if "capgiao" in answers else rows
