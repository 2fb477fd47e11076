"""What the secretary enters while a session is open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.accounts.models import User
from thidua.council.enums import Presence
from thidua.council.models import Attendance, CouncilMember
from thidua.council.queries import BallotLine
from thidua.web.shell.fields import RowsField
from thidua.web.shell.forms import DateField, FileField, Form, LineField, NumberField
from thidua.web.workspace.council.forms.ballot import BallotForm, answers


class AttendanceForm(Form):
    """Who has come: one answer for each member on the roll."""

    def __init__(self, *args: Any, roll: Sequence[Attendance], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.roll = roll
        for entry in roll:
            self.fields[f"presence_{entry.member_id}"] = forms.ChoiceField(
                label=str(entry.member), choices=Presence.choices, initial=entry.presence
            )
            self.fields[f"reason_{entry.member_id}"] = LineField(
                label=_("Reason for absence"), max_length=300, required=False, initial=entry.reason
            )

    def said(self, kind: str) -> dict[int, str]:
        """Return presence or reason by the key of the seat; call on a valid form."""
        return {entry.member_id: self.cleaned_data[f"{kind}_{entry.member_id}"] for entry in self.roll}

    def rows(self) -> list[tuple[Any, Any]]:
        """Return the two fields of each member."""
        return [(self[f"presence_{row.member_id}"], self[f"reason_{row.member_id}"]) for row in self.roll]


class HandsForm(Form):
    """What each member in the hall showed; empty is not counted."""

    hands = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, members: Sequence[CouncilMember], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.members = members
        for member in members:
            self.fields[f"hand_{member.pk}"] = forms.ChoiceField(
                label=str(member), choices=[("", _("not counted")), *answers()], required=False
            )

    def said(self) -> dict[int, str]:
        """Return the choices by the key of the seat; call on a valid form."""
        given = {member.pk: self.cleaned_data[f"hand_{member.pk}"] for member in self.members}
        return {seat: choice for seat, choice in given.items() if choice}

    def rows(self) -> list[Any]:
        """Return the field of each member."""
        return [self[f"hand_{member.pk}"] for member in self.members]


class WrittenForm(BallotForm):
    """The signed paper of an absent member."""

    signed_on = DateField(label=_("Signed on"), help_text=_("The day on the paper. Example: 20/11/2026"))
    paper = FileField(label=_("Signed paper"), help_text=_("PDF or photo of the signed paper."))

    def __init__(self, *args: Any, lines: Sequence[BallotLine], **kwargs: Any) -> None:
        super().__init__(*args, lines=lines, **kwargs)
        self.order_fields([name for name in self.fields if name not in ("signed_on", "paper")])


class TellersForm(Form):
    """The two people who count paper ballots."""

    first = forms.ModelChoiceField(label=_("First teller"), queryset=User.objects.none())
    second = forms.ModelChoiceField(label=_("Second teller"), queryset=User.objects.none())

    def __init__(self, *args: Any, members: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("first", "second"):
            self.fields[name].queryset = members  # type: ignore[attr-defined]


class IssueForm(Form):
    """The members who get a paper ballot."""

    members = RowsField(
        label=_("Members who vote on paper"),
        queryset=CouncilMember.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, members: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["members"].queryset = members  # type: ignore[attr-defined]


class CountForm(Form):
    """What one teller counted."""

    issued = NumberField(label=_("Ballots issued"), whole=True, minimum=0)
    received = NumberField(label=_("Ballots received"), whole=True, minimum=0)
    invalid = NumberField(label=_("Invalid ballots"), whole=True, minimum=0)
    yes = NumberField(label=_("Votes for"), whole=True, minimum=0)
    no = NumberField(label=_("Votes against"), whole=True, minimum=0)
    blank = NumberField(label=_("Without opinion"), whole=True, minimum=0)
