"""Forms of the proposal and of the first draft."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from thidua.web.shell.forms import DateField, Form, LineField, TextField
from thidua.web.workspace.signing.find import ReadyDossier


class LetterForm(Form):
    """What a submission letter says beside its list."""

    symbol = LineField(
        label=_("Symbol of the letter"),
        help_text=_("For example TTr-SNV. The number is given."),
        max_length=40,
    )
    title = LineField(
        label=_("Abstract"),
        help_text=_(
            "Leave empty: it is then written from the list, with the award and how many are proposed."
        ),
        required=False,
        max_length=300,
    )
    sender = LineField(
        label=_("Body that writes"),
        help_text=_("Leave empty when the deciding body writes itself."),
        required=False,
        max_length=300,
    )
    place = LineField(label=_("Place in the date line"), max_length=100)
    on_behalf = LineField(
        label=_("On whose behalf"),
        help_text=_("For example TM. ỦY BAN NHÂN DÂN or KT. CHỦ TỊCH; may stay empty."),
        required=False,
        max_length=200,
    )
    signer_post = LineField(label=_("Post of who signs the letter"), max_length=200)
    signer_name = LineField(label=_("Name of who signs"), max_length=200)
    text = TextField(label=_("What the letter says beside the list"), required=False, rows=4)


class ProposalForm(LetterForm):
    """Which dossiers are proposed, and what the letter says."""

    field_order = ("dossiers",)
    dossiers = forms.TypedMultipleChoiceField(
        label=_("Dossiers to propose together"), coerce=int, widget=forms.CheckboxSelectMultiple
    )
    difference = TextField(
        label=_("Why the list differs from what the council passed"),
        help_text=_("Only where it differs. The Chairman reads these words."),
        required=False,
        rows=3,
    )
    party_opinion = TextField(label=_("Opinion of the Party committee"), required=False, rows=2)

    def __init__(self, *args: Any, ready: Sequence[ReadyDossier], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["dossiers"]
        assert isinstance(field, forms.TypedMultipleChoiceField)
        field.choices = [(one.dossier.pk, told(one)) for one in ready]


def told(one: ReadyDossier) -> str:
    """Return a dossier as a choice: code, title, unit, how many go on."""
    count = ngettext("%(count)s nominee", "%(count)s nominees", one.going) % {"count": one.going}
    return f"{one.dossier.code} – {one.dossier.title} – {one.dossier.unit.name} ({count})"


class DecisionTextForm(Form):
    """What a draft is made of beside the list."""

    symbol = LineField(
        label=_("Symbol of the decision"),
        help_text=_("For example QĐ-UBND. The number is given on signing."),
        max_length=40,
    )
    place = LineField(label=_("Place in the date line"), max_length=100)
    achievement = LineField(
        label=_("Achievement phrase"),
        help_text=_("For example: Đã có thành tích xuất sắc trong phòng, chống thiên tai năm 2026"),
        max_length=500,
    )
    signer_post = LineField(label=_("Post of who signs"), max_length=200)
    signer_name = LineField(label=_("Name of who signs"), max_length=200)
    on_behalf = LineField(
        label=_("On whose behalf"),
        help_text=_("For example TM. ỦY BAN NHÂN DÂN or KT. CHỦ TỊCH; may stay empty."),
        required=False,
        max_length=200,
    )


class DraftForm(DecisionTextForm):
    """The same with the day for which law and money are worked out."""

    planned_on = DateField(
        label=_("Planned day of signing"),
        help_text=_("The legal bases and bonuses are those of this day."),
    )


class SendBackForm(Form):
    """Why a whole proposal goes back."""

    reason = TextField(
        label=_("Why the proposal goes back"),
        help_text=_("The Board and the log keep these words."),
        rows=4,
    )
