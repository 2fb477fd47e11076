"""Members of a council, their terms and their ties."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.council.enums import InterestKind, MemberPost
from thidua.orgs.access import accounts_with
from thidua.orgs.models import Unit
from thidua.web.shell.forms import DateField, Form, LineField
from thidua.web.shell.lookups import sources
from thidua.web.shell.lookups.fields import LookupField


class MemberForm(Form):
    """A seat: who, as what, from when."""

    user = forms.ModelChoiceField(
        label=_("Account"),
        queryset=User.objects.none(),
        help_text=_("Accounts with the role “member of the council”. The administrator grants the role."),
    )
    person = LookupField(
        label=_("Person in the register"),
        required=False,
        help_text=_(
            "Conflicts of interest are found from this person's positions. Part of the name is enough."
        ),
    )
    post = forms.ChoiceField(label=_("Post in the council"), choices=MemberPost.choices)
    standing = forms.BooleanField(label=_("In the standing body"), required=False)
    title = LineField(label=_("Office held outside the council"), max_length=300, required=False)
    decision_number = LineField(label=_("Number of the naming decision"), max_length=50, required=False)
    since = DateField(label=_("First day of the term"), help_text=_("Example: 01/07/2026"))

    def __init__(self, *args: Any, unit: Unit, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = accounts_with(Right.VOTE, unit).order_by("full_name", "pk")  # type: ignore[attr-defined]
        self.fields["person"].source = sources.persons(by)  # type: ignore[attr-defined]


class EndForm(Form):
    """The last day of a term."""

    until = DateField(label=_("Last day of the term"), help_text=_("Example: 30/06/2026"))


class InterestForm(Form):
    """A tie of a member with a person or a unit."""

    kind = forms.ChoiceField(label=_("Kind of tie"), choices=InterestKind.choices, widget=forms.RadioSelect)
    person = LookupField(label=_("Person"), required=False)
    unit = LookupField(label=_("Unit"), required=False, help_text=_("One person or one unit, not both."))
    relation = LineField(
        label=_("Relation"), max_length=200, help_text=_("In a word. Example: vợ, anh ruột, cổ đông")
    )

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].source = sources.persons(by)  # type: ignore[attr-defined]
        self.fields["unit"].source = sources.units(by)  # type: ignore[attr-defined]


class WithdrawForm(Form):
    """Why a declared tie no longer holds."""

    withdrawn_reason = LineField(
        label=_("Why the declaration no longer holds"),
        max_length=500,
        help_text=_("It goes into the log. Example: declared for the wrong person"),
    )


def chosen_unit(units: Sequence[Unit], typed: str) -> Unit | None:
    """Return the unit whose key was asked for among those kept, else the first; None when none is kept."""
    return next((unit for unit in units if str(unit.pk) == typed), units[0] if units else None)
