"""Asking agencies and the public."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.nominations.enums import Agency, OpinionStance
from thidua.nominations.models import Dossier, Nomination
from thidua.web.shell.forms import DateField, FileField, Form, LineField, TextField


class AskForm(Form):
    """Which agencies are asked, and what."""

    agencies = forms.MultipleChoiceField(
        label=_("Agencies"), choices=Agency.choices, widget=forms.CheckboxSelectMultiple
    )
    other = LineField(label=_("Name of the other body"), required=False, max_length=300)
    question = TextField(label=_("Question to the agency"), rows=4, required=False)


class AnswerForm(Form):
    """What an agency answered."""

    agrees = forms.ChoiceField(
        label=_("Answer"), choices=[("yes", _("agrees")), ("no", _("objects"))], widget=forms.RadioSelect
    )
    answered_on = DateField(label=_("Answered on"), help_text=_("Day/month/year, as on the letter."))
    number = LineField(label=_("Number of the letter"), required=False)
    text = TextField(
        label=_("Text of the answer"), rows=4, required=False, help_text=_("Needed when the agency objects.")
    )
    file = FileField(label=_("Scanned letter"), required=False)


class OpenForm(Form):
    """Where the list is published."""

    where = LineField(
        label=_("Where it is published"), required=False, help_text=_("Address of the page, or the paper.")
    )


class SummaryForm(Form):
    """What came of a consultation."""

    summary = TextField(label=_("What came of it"), rows=4)


class OpinionForm(Form):
    """An opinion that came by letter or telephone."""

    nomination = forms.ModelChoiceField(
        label=_("Concerns"),
        queryset=Nomination.objects.none(),
        empty_label=_("the whole list"),
        required=False,
    )
    text = TextField(label=_("Opinion"), rows=5)
    stance = forms.ChoiceField(
        label=_("What it says"), choices=OpinionStance.choices, widget=forms.RadioSelect
    )
    sender_name = LineField(label=_("Sender"), required=False)
    contact = LineField(
        label=_("How to reach the sender"), required=False, help_text=_("Only the office sees it.")
    )
    show_name = forms.BooleanField(label=_("The name may be shown to the public"), required=False)

    def __init__(self, *args: Any, dossier: Dossier, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["nomination"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = dossier.nominations.all()


class ModerationForm(Form):
    """Publish, or keep back with a reason."""

    publish = forms.ChoiceField(
        label=_("Decision"),
        choices=[("yes", _("publish it")), ("no", _("keep it back"))],
        widget=forms.RadioSelect,
    )
    reason = TextField(label=_("Reason"), rows=3, required=False, help_text=_("Needed when it is kept back."))


class ReplyForm(Form):
    """What the office answers."""

    answer = TextField(label=_("Answer"), rows=5)
