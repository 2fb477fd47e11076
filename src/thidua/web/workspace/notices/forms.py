"""Forms of the notices area."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.support.notices.actions.wishes import MAY_BE_SILENT
from thidua.web.shell.forms import Form, LineField, SeenField, TextField


class MailForm(Form):
    """An e-mail before it leaves."""

    seen = SeenField()
    subject = LineField(label=_("Subject"), max_length=300)
    text = TextField(label=_("Text"), rows=10)


class DiscardForm(Form):
    """Why an e-mail shall not leave."""

    reason = LineField(label=_("Reason"), max_length=300)


class WishesForm(Form):
    """What also comes by e-mail."""

    kinds = forms.MultipleChoiceField(
        label=_("Send me by e-mail, too"),
        choices=[(kind.value, kind.label) for kind in MAY_BE_SILENT],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


class AddressForm(Form):
    """Where e-mail reaches the person."""

    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        help_text=_("An address of your own at work, not one that several people read."),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].error_messages["invalid"] = _("Write an address like ten@langson.gov.vn.")
