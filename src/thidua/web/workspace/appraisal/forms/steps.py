"""Short forms: a reason, an officer, a suspension."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.accounts.models import User
from thidua.nominations import access
from thidua.nominations.enums import SuspensionCause
from thidua.nominations.models import Dossier, Nomination
from thidua.web.shell.forms import Form, TextField


class ReasonForm(Form):
    """A reason that the unit or the log keeps."""

    reason = TextField(label=_("Reason"), rows=3)


class AssignForm(Form):
    """Who holds the dossier."""

    holder = forms.ModelChoiceField(
        label=_("Officer"), queryset=User.objects.none(), empty_label=_("choose an officer")
    )

    def __init__(self, *args: Any, dossier: Dossier, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["holder"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = access.appraisers_of(dossier)


class SuspendForm(Form):
    """What stands still, and why."""

    nomination = forms.ModelChoiceField(
        label=_("Who is suspended"),
        queryset=Nomination.objects.none(),
        empty_label=_("the whole dossier"),
        required=False,
    )
    cause = forms.ChoiceField(label=_("Cause"), choices=SuspensionCause.choices, widget=forms.RadioSelect)
    reason = TextField(
        label=_("Reason"), rows=3, help_text=_("What is being verified, by whom and since when.")
    )

    def __init__(self, *args: Any, dossier: Dossier, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["nomination"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = dossier.nominations.all()
