"""Forms that change a draft, and those of the Chairman."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thidua.decisions.models import Decision, DecisionLine
from thidua.web.shell.forms import DateField, Form, LineField, NumberField, SeenField, TextField
from thidua.web.shell.own_password import is_own_password
from thidua.web.workspace.signing.forms.proposing import DecisionTextForm

LISTS = ("legal_bases", "articles", "copies_to")


class EditForm(DecisionTextForm):
    """The texts of a draft; lists are written one to a line."""

    seen = SeenField()
    title = LineField(label=_("Abstract"), max_length=300)
    legal_bases = TextField(
        label=_("Legal bases"),
        help_text=_(
            "One to a line. The law data holds the texts on emulation alone: add the law on local government that is "
            "in force."
        ),
        rows=8,
    )
    articles = TextField(label=_("Articles"), help_text=_("One to a line, without “Điều 1”."), rows=8)
    copies_to = TextField(label=_("Sent to"), help_text=_("One to a line."), required=False, rows=3)

    field_order = ("seen", "title", "achievement", "legal_bases", "articles", "copies_to", "symbol", "place")

    def values(self) -> dict[str, Any]:
        """Return what the action writes: texts, and lists of lines."""
        said = {name: value for name, value in self.cleaned_data.items() if name != "seen"}
        return said | {name: said[name].split("\n") for name in LISTS}


def as_typed(row: Decision) -> dict[str, object]:
    """Return a draft as the form shows it."""
    names = ("title", "achievement", "symbol", "place", "signer_name", "signer_post", "on_behalf")
    texts = {name: getattr(row, name) for name in names}
    return texts | {name: "\n".join(getattr(row, name)) for name in LISTS} | {"seen": row.version}


class PlanForm(Form):
    """Another day of signing."""

    planned_on = DateField(
        label=_("Planned day of signing"),
        help_text=_("The legal bases and bonuses are worked out anew for this day."),
    )


class BonusForm(Form):
    """An amount set by a person."""

    amount = NumberField(label=_("Bonus in đồng"), whole=True, minimum=0)
    reason = TextField(label=_("Why this amount is paid"), rows=3)


def bonus_as_typed(line: DecisionLine) -> dict[str, object]:
    """Return the present or suggested amount."""
    amount = line.bonus_amount if line.bonus_amount is not None else line.bonus_suggested
    return {"amount": amount, "reason": line.bonus_reason}


class RefuseForm(Form):
    """Why a nominee is not granted the award."""

    reason = TextField(label=_("Reason"), help_text=_("The unit reads these words."), rows=3)


class ReturnForm(Form):
    """Why a decision goes back unsigned."""

    reason = TextField(label=_("What has to be changed"), help_text=_("The Board reads these words."), rows=4)


class SignForm(Form):
    """The password again, and the fingerprint of the file that the page showed."""

    sha256 = forms.CharField(widget=forms.HiddenInput)
    password = forms.CharField(
        label=_("Your password again"),
        help_text=_("Pasting and a password manager are fine."),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request

    def clean_password(self) -> str:
        """Ask the same door as signing in, so that guesses are counted and locked out."""
        password = str(self.cleaned_data["password"])
        if not is_own_password(self.request, password):
            raise forms.ValidationError(gettext("This is not your password. Nothing has been signed."))
        return password
