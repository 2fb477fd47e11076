"""Declaring, and giving a reason."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.web.shell.forms import Form, TextField


class DeclarationForm(Form):
    """The unit answers for what it sends."""

    declared = forms.BooleanField(
        label=_("I declare for the unit that what the dossier says is true and complete."), required=False
    )


class ReasonForm(Form):
    """Why."""

    reason = TextField(
        label=_("Reason"), rows=4, max_length=2000, help_text=_("The office reads these words.")
    )
