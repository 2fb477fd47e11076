"""Forms about personal data."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.accounts.models import User
from thidua.orgs.actions import Entered, enter_personal_data, read_personal_data
from thidua.orgs.models import Person, PersonalData
from thidua.registry.actions import choose_public_fields
from thidua.registry.models import PublicFields
from thidua.registry.open_data import PublicField
from thidua.web.shell.forms import DateField, Form, LineField, SeenField

# Browsers keep no copy of what is typed here.
_NOT_REMEMBERED = {"autocomplete": "off", "spellcheck": "false"}


class ReasonForm(Form):
    """Why somebody needs it; kept in the log."""

    reason = LineField(
        label=_("What you need it for"),
        max_length=300,
        help_text=_("Kept in the log with your name. For example: Đối chiếu hồ sơ đề nghị số HS-2026-00012"),
    )


class ReadForm(ReasonForm):
    """Which value to show, and why; the button says which."""

    field = forms.CharField(required=False, widget=forms.HiddenInput)

    def act_on(self, person: Person, by: User) -> str:
        """Return the value; the reading is logged."""
        said = self.cleaned_data
        return read_personal_data(person=person, field=said["field"], reason=said["reason"], by=by)


class EntryForm(Form):
    """What identifies a person; fields that are left empty stay as they are."""

    seen = SeenField(required=False)
    citizen_id = LineField(
        label=_("Citizen identity number"),
        max_length=20,
        required=False,
        help_text=_("12 digits of the card, or 9 of the older one. Left empty, it stays as it is."),
        widget=forms.TextInput(attrs={**_NOT_REMEMBERED, "inputmode": "numeric"}),
    )
    birth_date = DateField(
        label=_("Day of birth"),
        required=False,
        help_text=_("For example: 02/09/1970. Left empty, it stays as it is."),
    )
    source = LineField(
        label=_("Source"),
        max_length=300,
        required=False,
        help_text=_("What it was copied from, never the number itself."),
    )

    def __init__(self, *args: Any, person: Person, row: PersonalData | None, user: User) -> None:
        self.person, self.user = person, user
        initial = {"seen": row.version if row else 0, "source": row.source if row else ""}
        super().__init__(*args, initial=initial)

    def act_on(self) -> Entered:
        """Store it."""
        said = dict(self.cleaned_data)
        seen = said.pop("seen") or 0
        return enter_personal_data(person=self.person, by=self.user, seen=seen, **said)


class PublicFieldsForm(Form):
    """Which fields of an award are public; none: the award is not published."""

    seen = SeenField(required=False)
    names = forms.MultipleChoiceField(
        label=_("Public fields"),
        choices=PublicField.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Without any field these awards are not published at all. Without the name no post is told."
        ),
    )

    def __init__(self, *args: Any, award_code: str, user: User, **kwargs: Any) -> None:
        self.award_code, self.user = award_code, user
        super().__init__(*args, **kwargs)

    def act_on(self) -> PublicFields:
        """Store the choice."""
        said = self.cleaned_data
        return choose_public_fields(
            award_code=self.award_code, names=said["names"], seen=said["seen"] or 0, by=self.user
        )
