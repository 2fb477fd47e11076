"""Short forms: whom to ask, why not, what was said."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from thidua.accounts.models import User
from thidua.movements.enums import ConsentWay
from thidua.web.shell.forms import DateField, Form, LineField, TextField
from thidua.web.shell.lookups import sources
from thidua.web.shell.lookups.fields import LookupField


class AskForm(Form):
    """Which unit knows this person or collective, and what to ask it."""

    unit = LookupField(
        label=_("Unit to be asked"),
        help_text=_("Usually the commune or agency. Old and new names are found."),
    )
    question = TextField(
        label=_("Question to the unit"),
        rows=3,
        required=False,
        max_length=2000,
        help_text=_("Leave it empty to ask only whether it is so."),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].source = sources.units(user)  # type: ignore[attr-defined]


class InviteForm(Form):
    """Which unit is invited to nominate, and what it reads with the invitation."""

    unit = LookupField(
        label=_("Unit to be invited"), help_text=_("It opens the dossier, completes it and sends it in.")
    )
    note = TextField(
        label=_("What the unit reads"),
        rows=3,
        required=False,
        max_length=2000,
        help_text=_("For example which award the Board has in mind, and until when."),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].source = sources.units(user)  # type: ignore[attr-defined]


class DeclineForm(Form):
    """Why a proposal is not taken up."""

    reason = TextField(
        label=_("Reason"),
        rows=4,
        max_length=1000,
        help_text=_("Whoever proposed it reads these words with their code."),
    )


class DoubtForm(Form):
    """What speaks against it."""

    found = TextField(
        label=_("What did you find?"),
        rows=4,
        max_length=2000,
        help_text=_("Only the Board reads this. Say how you know it."),
    )


class TakeDownForm(Form):
    """Why a story comes down."""

    reason = LineField(label=_("Reason"), max_length=300, help_text=_("It goes into the log."))


class ConsentForm(Form):
    """What the one who is named said."""

    given = forms.TypedChoiceField(
        label=_("Do they agree to be named in public?"),
        choices=[("1", _("Yes, they agree")), ("0", _("No, or they take it back"))],
        coerce=lambda said: said == "1",
        widget=forms.RadioSelect,
    )
    way = forms.ChoiceField(
        label=_("How did they say it?"),
        choices=[(value, capfirst(str(label))) for value, label in ConsentWay.choices],
        widget=forms.RadioSelect,
    )
    said_on = DateField(label=_("On which day?"))
    note = LineField(
        label=_("Note"), required=False, max_length=300, help_text=_("For example who asked them, and where.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        way: Any = self.fields["way"]
        way.choices = [(value, capfirst(label)) for value, label in ConsentWay.choices]
