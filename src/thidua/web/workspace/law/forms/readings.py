"""The form that settles a question of reading."""

from __future__ import annotations

import json
from typing import Any, Final

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from thidua.core.law.book import LawBook
from thidua.core.law.provisions import Reading
from thidua.lawbook.spoken import said
from thidua.web.shell.forms import DateField, Form, LineField
from thidua.web.workspace.law.readings_shown import scopes_of

EVERYWHERE: Final = "*"


class ReadingForm(Form):
    """The answer, for what, and the decision that gave it."""

    value = forms.TypedChoiceField(label=_("Answer"), widget=forms.RadioSelect, coerce=json.loads)
    scope = forms.ChoiceField(label=_("Holds for"))
    decision_number = LineField(
        label=_("Decision or minutes"), max_length=50, help_text=_("Its number, for example 15/BB-HĐTĐKT.")
    )
    decided_on = DateField(label=_("Date of the decision"))
    note = LineField(label=_("Note"), required=False, max_length=1000)

    def __init__(self, *args: Any, book: LawBook, reading: Reading, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        answers = [(json.dumps(value), capfirst(said(reading.named(value)))) for value in reading.values]
        self.fields["value"].choices = answers  # type: ignore[attr-defined]
        scopes = scopes_of(book, reading)
        self.fields["scope"].choices = [(code or EVERYWHERE, capfirst(name)) for code, name in scopes]  # type: ignore[attr-defined]
        self.fields["scope"].initial = scopes[0][0] or EVERYWHERE
        if len(scopes) < 2:
            self.fields["scope"].widget = forms.HiddenInput()

    def clean_scope(self) -> str:
        """Return the scope as it is kept: empty for all."""
        chosen: str = self.cleaned_data["scope"]
        return "" if chosen == EVERYWHERE else chosen
