"""Forms about accounts."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.web.shell.forms import DateField, Form, LineField
from thidua.web.shell.lookups import sources
from thidua.web.shell.lookups.fields import LookupField
from thidua.web.workspace.administration.first_password import suggested_password
from thidua.web.workspace.administration.role_names import role_choices


def _role_field() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("Role"),
        choices=[("", _("choose")), *role_choices()],
        help_text=_("What each role may do stands on the page of roles."),
    )


def _unit_field() -> LookupField:
    return LookupField(
        label=_("Unit of the role"),
        help_text=_(
            "The role reaches this unit and everything below it. Type a part of the name, old or new, then choose."
        ),
    )


def _password_field() -> LineField:
    return LineField(
        label=_("First password"),
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        help_text=_(
            "Write it down before you save: it is not shown again. The person must change it at the first sign-in."
        ),
    )


class _WithUnit(Form):
    """A form that looks up a unit among those whose accounts the person keeps."""

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["unit"]
        assert isinstance(field, LookupField)
        field.source = sources.units(user, Right.MANAGE_ACCOUNTS)


class OpenAccountForm(_WithUnit):
    """A new account with its first role."""

    full_name = LineField(label=_("Full name"), max_length=200)
    username = LineField(
        label=_("Sign-in name"),
        max_length=150,
        help_text=_("Small letters without marks, digits, dots and hyphens. For example: nguyen.thi.lan"),
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false"}),
    )
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        error_messages={"invalid": _("This is not an e-mail address. Write it as ten@langson.gov.vn.")},
    )
    phone = LineField(label=_("Telephone"), max_length=20, required=False)
    role = _role_field()
    unit = _unit_field()
    password = _password_field()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].initial = suggested_password

    def clean_username(self) -> str:
        """Refuse what cannot be typed on every keyboard."""
        name = str(self.cleaned_data["username"])
        if not (name.isascii() and name.replace(".", "").replace("-", "").replace("_", "").isalnum()):
            raise forms.ValidationError(
                _("Use only letters without marks, digits, dots and hyphens, without spaces.")
            )
        return name


class PasswordForm(Form):
    """A new first password."""

    password = _password_field()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].initial = suggested_password


class GrantForm(_WithUnit):
    """A further role."""

    role = _role_field()
    unit = _unit_field()
    valid_from = DateField(
        label=_("From"), required=False, help_text=_("For example: 01/12/2026. Left empty: from today.")
    )
    valid_to = DateField(
        label=_("Until"), required=False, help_text=_("The last day. Left empty: until it is revoked.")
    )
