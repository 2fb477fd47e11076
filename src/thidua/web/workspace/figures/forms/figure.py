"""Recording or correcting a figure, and setting a plan."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.indicators import IndicatorKind
from thidua.core.periods import Period
from thidua.orgs.models import Unit
from thidua.targets.enums import PlanAuthority
from thidua.targets.models import Indicator
from thidua.targets.typed import NotRead, Reading, Typed, number, read
from thidua.web.shell.forms import DateField, FileField, Form, LineField, SeenField
from thidua.web.shell.lookups import sources
from thidua.web.shell.lookups.fields import LookupField
from thidua.web.workspace.figures.filters import PeriodField

PERIOD_HINT = _("Example: 9 tháng đầu năm 2019, quý III/2019, 9/2019, 2019, 19/08/2019-17/10/2019")


class IndicatorChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    """An indicator by name, with its unit of measure."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.name} ({obj.measure})"


class OfUnitForm(Form):
    """Indicator, unit and period: what a figure and a plan have in common."""

    right = Right.ACCEPT_FIGURES
    seen = SeenField(required=False)
    indicator: Any = IndicatorChoice(
        label=_("Indicator"), queryset=Indicator.objects.filter(is_active=True), empty_label=_("choose")
    )
    unit = LookupField(label=_("Unit"))
    period = PeriodField(label=_("Period"), max_length=60, help_text=PERIOD_HINT)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unit: Any = self.fields["unit"]
        unit.source = sources.units(user, self.right)

    @property
    def seen_row(self) -> int:
        """The id of the row that the person had before them; 0 for none."""
        return self.cleaned_data.get("seen") or 0

    def about(self) -> tuple[Indicator, Unit, Period] | None:
        """Return what the form is about as far as it is readable; None otherwise."""
        said = getattr(self, "cleaned_data", {})
        found = said.get("indicator"), said.get("unit"), said.get("period")
        return None if None in found else found  # type: ignore[return-value]


class FigureForm(OfUnitForm):
    """A figure with its source; a ratio takes its two integers, or the rate alone."""

    value = LineField(
        label=_("Value"),
        max_length=60,
        required=False,
        help_text=_(
            "Example: 5.027 or 92,2 or trên 20. For a ratio: the rate, if the two numbers are not known."
        ),
    )
    numerator = LineField(label=_("Numerator"), max_length=40, required=False)
    denominator = LineField(label=_("Denominator"), max_length=40, required=False)
    confirmed = LineField(
        label=_("Reason for an unusual value"),
        max_length=300,
        required=False,
        help_text=_("Only if the check asks for it."),
    )
    as_of = DateField(
        label=_("As of"), required=False, help_text=_("Left empty, it is the last day of the period.")
    )
    source = LineField(label=_("Source"), max_length=300, required=False)
    note = LineField(label=_("Note"), max_length=300, required=False)
    evidence = FileField(
        label=_("Evidence"),
        required=False,
        help_text=_("The paper that the figure comes from: PDF, picture, DOCX or XLSX."),
    )

    reading: Reading

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        indicator = said.get("indicator")
        if indicator is None:
            return said
        kind = IndicatorKind(indicator.kind)
        typed = Typed(said.get("value", ""), said.get("numerator", ""), said.get("denominator", ""))
        if kind is not IndicatorKind.RATIO and (typed.numerator or typed.denominator):
            self.add_error(
                "numerator", _("Only a ratio has a numerator and a denominator. Leave both empty.")
            )
        self.reading = read(kind, typed)
        if typed.is_blank:
            self.add_error("value", _("Write the value."))
        for box, sentence in self.reading.faults.items():
            self.add_error(box, sentence)
        return said


class PlanForm(OfUnitForm):
    """A plan, who assigned it and by which document."""

    right = Right.SET_PLANS
    value = LineField(label=_("Plan"), max_length=60, help_text=_("Example: 5.452"))
    authority = forms.ChoiceField(
        label=_("Assigned by"), choices=PlanAuthority.choices, widget=forms.RadioSelect
    )
    document = LineField(
        label=_("Document"),
        max_length=200,
        required=False,
        help_text=_("Number and day. Example: Nghị quyết số 25/NQ-HĐND ngày 10/12/2018"),
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        indicator, text = said.get("indicator"), said.get("value")
        if indicator is None or not text:
            return said
        kind = IndicatorKind(indicator.kind)
        try:
            said["number"] = number(text, whole=kind is IndicatorKind.COUNT, percent=kind.is_percent)
        except NotRead as refused:
            self.add_error("value", str(refused))
        return said
