"""For what a role model is nominated, by which unit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.nominations.enums import CommendationType, Level
from thidua.orgs.models import Unit
from thidua.web.shell.forms import Form
from thidua.web.workspace.nominations.forms.nominee import award_choices

TYPES = (CommendationType.MERIT, CommendationType.SUDDEN, CommendationType.MOVEMENT)


class RoleModelNominationForm(Form):
    """The unit, the award, what it is given for, and who decides."""

    unit = forms.ModelChoiceField(
        label=_("For which unit?"), queryset=Unit.objects.none(), widget=forms.RadioSelect, empty_label=None
    )
    award_code = forms.ChoiceField(label=_("For which title or form of commendation?"))
    commendation_type = forms.ChoiceField(
        label=_("What is it commended for?"),
        choices=[(one.value, one.label) for one in TYPES],
        widget=forms.RadioSelect,
    )
    level = forms.ChoiceField(label=_("Who decides?"), choices=Level.choices, widget=forms.RadioSelect)

    def __init__(self, *args: Any, units: Sequence[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["award_code"].choices = award_choices()
        fields["unit"].queryset = Unit.objects.filter(pk__in=[unit.pk for unit in units])
        if len(units) == 1:
            fields["unit"].widget = forms.HiddenInput()
