"""What the dashboard is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from thidua.movements.models import Movement
from thidua.orgs.models import Unit
from thidua.web.shell.filters import FilterForm


class ScopeForm(FilterForm):
    """A unit, a year, and the indicators of one movement or all; every answer may stay empty."""

    don_vi = forms.ChoiceField(label=_("Unit"))
    nam = forms.ChoiceField(label=_("Year"))
    phong_trao = forms.ModelChoiceField(
        label=_("Movement"),
        queryset=Movement.objects.none(),
        to_field_name="slug",
        empty_label=_("all indicators"),
    )

    def __init__(
        self,
        *args: Any,
        units: Sequence[Unit],
        years: Iterable[int],
        movements: QuerySet[Movement],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["don_vi"].choices = [(unit.key, unit.name) for unit in units]  # type: ignore[attr-defined]
        self.fields["nam"].choices = [(str(year), str(year)) for year in years]  # type: ignore[attr-defined]
        self.fields["phong_trao"].queryset = movements  # type: ignore[attr-defined]

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        """Nothing is filtered here; the page reads the answers."""
        return rows
