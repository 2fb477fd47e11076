"""The launching document, the reviews and the reopening of a movement."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.movements.enums import ReviewKind
from thidua.web.shell.forms import DateField, FileField, Form, LineField, TextField
from thidua.web.workspace.movements.forms.versioned import VersionedForm


class DocumentForm(VersionedForm):
    """Number, date and file of the launching document; any of them may come later."""

    number = LineField(
        label=_("Number"), max_length=50, required=False, help_text=_("As printed. Example: 139/KH-BCĐ")
    )
    issued_on = DateField(label=_("Date of the document"), required=False, help_text=_("Example: 16/10/2018"))
    file = FileField(
        label=_("File"), required=False, help_text=_("PDF, photo (JPG, PNG) or DOCX of the signed document.")
    )


class ReviewForm(Form):
    """A preliminary or final review."""

    kind = forms.ChoiceField(label=_("Which review"), choices=ReviewKind.choices, widget=forms.RadioSelect)
    held_on = DateField(label=_("Held on"), help_text=_("The day of the conference. Example: 31/10/2019"))
    ended_on = DateField(
        label=_("Real end of the movement"),
        required=False,
        help_text=_("For a final review only. Leave it empty when the movement ended on that very day."),
    )
    findings = TextField(
        label=_("What was found"),
        rows=6,
        required=False,
        help_text=_("Results, shortcomings and lessons, in short."),
    )
    file = FileField(
        label=_("Report of the review"), required=False, help_text=_("PDF, photo (JPG, PNG) or DOCX.")
    )


class ReasonForm(Form):
    """Why something is taken back."""

    reason = TextField(label=_("Reason"), rows=4, max_length=1000)

    def __init__(self, *args: Any, hint: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].help_text = hint


class AnniversaryForm(Form):
    """A day remembered."""

    name = LineField(
        label=_("What is remembered"),
        max_length=200,
        help_text=_("Without the number of years. Example: ngày sinh đồng chí Hoàng Văn Thụ"),
    )
    started_year = forms.IntegerField(
        label=_("First year"),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        help_text=_("The year from which the years are counted. Example: 1909"),
        error_messages={"invalid": _("Write a year in four digits, for example 1909.")},
    )
    started_on = DateField(label=_("First day"), required=False, help_text=_("Example: 04/11/1909"))
    source = LineField(label=_("Source"), max_length=300, required=False)
