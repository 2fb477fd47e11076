"""What lists of records are filtered by."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from thidua.core.vietnamese.fold import fold
from thidua.movements.access import PUBLIC_STATES
from thidua.movements.models import Movement
from thidua.orgs.models import UnitName
from thidua.web.shell.filters import FilterForm


class RecordFilters(FilterForm):
    """By words, year, movement and unit; a subclass says which columns these are, and adds its own."""

    text_columns: ClassVar[tuple[str, ...]] = ("search_text",)
    year_column: ClassVar[str] = "year"
    unit_column: ClassVar[str] = "unit"
    movements_column: ClassVar[str] = "movements"

    q = forms.CharField(label=_("Words"), max_length=100)
    nam = forms.IntegerField(
        label=_("Year"),
        min_value=1900,
        max_value=2100,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    phong_trao = forms.ModelChoiceField(
        label=_("Movement"),
        queryset=Movement.objects.filter(parent__isnull=True, state__in=PUBLIC_STATES),
        empty_label=_("all"),
    )
    don_vi = forms.CharField(label=_("Unit"), max_length=100)

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        for word in fold(answers.get("q", "")).split():
            rows = rows.filter(self.holding(word))
        if "nam" in answers:
            rows = rows.filter(self.in_year(answers["nam"]))
        if "phong_trao" in answers:
            rows = rows.filter(**{self.movements_column: answers["phong_trao"]})
        if "don_vi" in answers:
            named = UnitName.objects.filter(folded_name__contains=fold(answers["don_vi"])).order_by()
            rows = rows.filter(self.of_units(named))
        return rows

    def holding(self, word: str) -> Q:
        """Return the condition that a folded `word` occurs in the record."""
        condition = Q()
        for column in self.text_columns:
            condition |= Q(**{f"{column}__contains": word})
        return condition

    def of_units(self, names: QuerySet[UnitName]) -> Q:
        """Return the condition that the record is of a unit that ever bore one of `names`."""
        return Q(**{f"{self.unit_column}__in": names.values("unit")})

    def in_year(self, year: int) -> Q:
        """Return the condition that the record is of `year`."""
        return Q(**{self.year_column: year})


def choice_filter(label: Any, choices: Any) -> forms.ChoiceField:
    """Return a filter by one of a closed list."""
    return forms.ChoiceField(label=label, choices=[("", _("all")), *choices])
