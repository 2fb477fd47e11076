"""The form of handing over: whose certificates, when, to whom."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.web.shell.forms import DateField, Form, LineField
from thidua.web.shell.keys import key_of


class HandOverForm(Form):
    """Lines ticked in the list, or all of them; the boxes stand in the list itself."""

    lines = forms.TypedMultipleChoiceField(
        label=_("Certificates"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    everyone = forms.BooleanField(label=_("All of them, ticked or not"), required=False)
    on = DateField(label=_("Handed over on"))
    received_by = LineField(
        label=_("Received by"),
        help_text=_("Leave empty when each recipient took their own certificate."),
        required=False,
        max_length=200,
    )
    place = LineField(label=_("Place of handing over"), required=False, max_length=300)

    def __init__(self, *args: Any, known: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["lines"]
        assert isinstance(field, forms.TypedMultipleChoiceField)
        field.choices = [(pk, str(pk)) for pk in known]
        field.error_messages["invalid_choice"] = _(
            "One of the ticked certificates does not count any more or is not printed. Check the list."
        )

    def ticked(self) -> set[int]:
        """Return the lines whose boxes are ticked, as typed."""
        if self.is_bound:
            typed = self["lines"].value() or ()
            return {pk for one in typed if (pk := key_of(one)) is not None}
        return set(self.initial.get("lines", ()))
