"""A period as people type it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from thidua.core.periods import Period
from thidua.core.vietnamese.hygiene import clean_line
from thidua.targets.importing.periods import PeriodNotRead, read_period


class PeriodField(forms.Field):
    """Cleaned to a Period, or None when left empty; reads 2026-9T, «9 tháng 2026», «Quý III/2026», 9/2026, 2026."""

    widget = forms.TextInput

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault(
            "help_text",
            _("Write 9 tháng 2026, quý III/2026, tháng 9/2026 or 2026; or two days: 01/01/2026-30/09/2026."),
        )
        kwargs.setdefault("widget", forms.TextInput(attrs={"autocomplete": "off"}))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> Period | None:
        if value in self.empty_values:
            return None
        if isinstance(value, Period):
            return value
        try:
            return read_period(clean_line(str(value)))
        except PeriodNotRead as refused:
            raise ValidationError(str(refused), code="not_a_period") from refused

    def prepare_value(self, value: Any) -> Any:
        return value.code if isinstance(value, Period) else value
