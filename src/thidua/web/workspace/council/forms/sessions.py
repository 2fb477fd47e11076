"""Plan, open, extend and end a session."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from thidua.council.enums import BallotKind, Body
from thidua.nominations.models import Nomination
from thidua.web.shell.fields import RowsField
from thidua.web.shell.forms import DateField, FileField, Form, LineField, NumberField, TextField


class ClockField(forms.TimeField):
    """A time of day typed as 14:00 or 14h00."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("input_formats", ["%H:%M", "%Hh%M", "%H.%M", "%H:%M:%S"])
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "text", "autocomplete": "off"}))
        kwargs.setdefault("error_messages", {"invalid": _("Write hours and minutes, for example 14:30.")})
        super().__init__(**kwargs)


class PlanForm(Form):
    """What a session is about, where and when."""

    title = LineField(
        label=_("Subject of the session"), max_length=300, help_text=_("Printed in the minutes.")
    )
    place = LineField(label=_("Place of the meeting"), max_length=300)
    body = forms.ChoiceField(label=_("Who meets"), choices=Body.choices, widget=forms.RadioSelect)
    opens_on = DateField(label=_("Opens on"), help_text=_("Example: 20/11/2026"))
    opens_clock = ClockField(label=_("Opens at"), help_text=_("Example: 14:00"))
    closes_at = DateField(label=_("Voting ends on"), help_text=_("Example: 20/11/2026"))
    closes_clock = ClockField(label=_("Voting ends at"), help_text=_("Example: 17:00"))

    def times(self) -> dict[str, datetime]:
        """Return both moments; call on a valid form."""
        said = self.cleaned_data
        return {
            "opens_at": moment(said["opens_on"], said["opens_clock"]),
            "closes_at": moment(said["closes_at"], said["closes_clock"]),
        }


class AgendaForm(Form):
    """Nominations for the agenda; empty rules are those of the law book."""

    nominations = RowsField(
        label=_("Nominations that wait for the council"),
        queryset=Nomination.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )
    ballot = forms.ChoiceField(
        label=_("Way of voting"),
        choices=[("", _("as the law book says")), *BallotKind.choices],
        required=False,
        help_text=_("A council may choose a stricter way than the law asks, not a weaker one."),
    )
    percent = NumberField(
        label=_("Share of votes needed"),
        whole=True,
        required=False,
        help_text=_("Leave it empty to take the share of the law book."),
    )
    ground = LineField(
        label=_("On what the council relies"),
        max_length=500,
        required=False,
        help_text=_("Not needed where the law book or the regulation of the council settles the votes."),
    )

    def __init__(
        self, *args: Any, waiting: QuerySet[Nomination], unsure: Sequence[str], **kwargs: Any
    ) -> None:
        """`unsure`: names of the awards whose votes the law book is not sure of."""
        super().__init__(*args, **kwargs)
        self.fields["nominations"].queryset = waiting  # type: ignore[attr-defined]
        if unsure:
            ask_for_ground(
                self.fields["ground"],
                _("Needed, because nobody has verified the rule on votes in the law book for: %(awards)s.")
                % {"awards": "; ".join(unsure)},
            )


class OpenForm(Form):
    """The rules of counting that are settled on opening."""

    quorum_share = LineField(
        label=_("Share of members needed for the session to hold"),
        max_length=10,
        required=False,
        help_text=_("Only to replace what the law book says. Example: 2/3"),
    )
    quorum_ground = LineField(
        label=_("On what this share relies"),
        max_length=500,
        required=False,
        help_text=_("Needed only where you replace the share of the law book."),
    )
    recused_left_out = forms.BooleanField(
        label=_("Recused members are left out of the number over which shares are counted"), required=False
    )
    recused_ground = LineField(
        label=_("Regulation that leaves them out"),
        max_length=500,
        required=False,
        help_text=_("Needed only where you leave them out."),
    )

    def __init__(self, *args: Any, unsure: bool, **kwargs: Any) -> None:
        """`unsure`: nobody has verified the quorum in the law book, or it is another province's."""
        super().__init__(*args, **kwargs)
        if unsure:
            ask_for_ground(
                self.fields["quorum_ground"],
                _("Needed, because the law book has no verified quorum for this council."),
            )


class ExtendForm(Form):
    """A later end."""

    closes_at = DateField(label=_("Voting ends on"), help_text=_("Example: 20/11/2026"))
    closes_clock = ClockField(label=_("Voting ends at"), help_text=_("Example: 17:00"))
    reason = LineField(label=_("Reason"), max_length=500)

    def moment(self) -> datetime:
        """Return the new end; call on a valid form."""
        return moment(self.cleaned_data["closes_at"], self.cleaned_data["closes_clock"])


class ReasonForm(Form):
    """Why something is done."""

    reason = TextField(label=_("Reason"), rows=3, max_length=500)


class CloseForm(Form):
    """The end of the voting; a reason is needed only while somebody present has not voted."""

    reason = TextField(
        label=_("Why the voting ends before its time"),
        rows=3,
        max_length=500,
        required=False,
        help_text=_("Only needed while members who are present have not voted."),
    )


class MinutesForm(Form):
    """The chair's conclusion."""

    conclusion = TextField(label=_("Conclusion of the chair"), rows=6, required=False)


class SignedMinutesForm(Form):
    """The scan of the signed minutes."""

    paper = FileField(label=_("Signed minutes"), help_text=_("PDF or photo of the signed paper."))


class ConflictForm(Form):
    """Why a member does not vote on an item."""

    explanation = LineField(label=_("What the conflict of interest is"), max_length=500)


class DismissForm(Form):
    """Why a recusal does not hold."""

    dismissal_reason = TextField(label=_("Why there is no conflict"), rows=3, max_length=500)


def ask_for_ground(field: forms.Field, why: str | Promise) -> None:
    """Let a field for a ground say before it is sent that it is needed, and why."""
    field.required = True
    field.help_text = _("%(why)s Write the council's regulation with number and date.") % {"why": why}
    field.error_messages["required"] = field.help_text


def moment(day: Any, clock: Any) -> datetime:
    """Return day and time of day in the zone of the site."""
    return timezone.make_aware(datetime.combine(day, clock))
