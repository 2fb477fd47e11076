"""Setting a plan, and putting a figure on record."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.targets.enums import Comparator, PlanAuthority
from thidua.targets.models import Indicator
from thidua.web.shell.forms import DateField, Form, LineField, NumberField
from thidua.web.shell.lookups import sources
from thidua.web.shell.lookups.fields import LookupField
from thidua.web.workspace.targets.forms.periods import PeriodField
from thidua.web.workspace.targets.labels import indicator_label


class _FigureForm(Form):
    """Indicator, unit and period; `right` says on which units."""

    right: Right

    indicator = forms.ModelChoiceField(
        label=_("Indicator"), queryset=Indicator.objects.none(), empty_label=_("choose one")
    )
    unit = LookupField(label=_("Unit"), help_text=_("Type a part of the name, old or new."))
    period = PeriodField(label=_("Period"))

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unit = self.fields["unit"]
        assert isinstance(unit, LookupField)
        unit.source = sources.units(user, self.right)
        indicators = self.fields["indicator"]
        indicators.queryset = Indicator.objects.filter(is_active=True)  # type: ignore[attr-defined]
        indicators.label_from_instance = indicator_label  # type: ignore[attr-defined]


class PlanForm(_FigureForm):
    """The plan of an indicator for a unit and a period."""

    right = Right.SET_PLANS

    value = NumberField(label=_("Plan"), help_text=_("In the indicator's unit of measure. Example: 5.452"))
    authority = forms.ChoiceField(
        label=_("Assigned by"), choices=PlanAuthority.choices, widget=forms.RadioSelect
    )
    document = LineField(
        label=_("Document"),
        max_length=200,
        required=False,
        help_text=_("Number and date. Example: NQ 12/NQ-HĐND ngày 10/12/2025"),
    )


class ObservationForm(_FigureForm):
    """A figure that did not come by a sheet."""

    right = Right.ACCEPT_FIGURES

    comparator = forms.ChoiceField(label=_("Exactness"), choices=Comparator.choices)
    value = NumberField(
        label=_("Value"),
        required=False,
        help_text=_("A ratio may be given by its two numbers below instead."),
    )
    numerator = NumberField(label=_("Numerator"), whole=True, minimum=0, percent=False, required=False)
    denominator = NumberField(label=_("Denominator"), whole=True, minimum=0, percent=False, required=False)
    as_of = DateField(
        label=_("As of"), required=False, help_text=_("The last day of the period, unless you write another.")
    )
    source = LineField(
        label=_("Source"), max_length=300, required=False, help_text=_("Who said so, and where.")
    )
    note = LineField(label=_("Note"), max_length=400, required=False)
    confirmed = LineField(
        label=_("Reason, if the value is unusual"),
        max_length=300,
        required=False,
        help_text=_("Only when the checks ask about it."),
    )

    def numbers(self) -> dict[str, Any]:
        """Return value and integers as the action takes them; call on a valid form."""
        said = self.cleaned_data
        whole = {
            name: None if said[name] is None else int(said[name]) for name in ("numerator", "denominator")
        }
        return {"value": said["value"], **whole}
