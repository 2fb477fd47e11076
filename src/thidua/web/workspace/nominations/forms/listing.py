"""A list of nominees by paste or file."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.registry.enums import CommendationType
from thidua.web.shell.forms import Form
from thidua.web.workspace.nominations.forms.nominee import award_choices


class ListForm(Form):
    """The table as text, or a file; and what holds for rows that do not say it."""

    award_code = forms.ChoiceField(label=_("Title or form of commendation, where a row does not name one"))
    commendation_type = forms.ChoiceField(label=_("Type of commendation"), choices=CommendationType.choices)
    table = forms.CharField(
        label=_("Paste the rows here"),
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
        required=False,
        strip=False,
        help_text=_("Copy them in Excel and paste: one nominee to a row, the columns as in the form."),
    )
    file = forms.FileField(
        label=_("Or choose a file"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.ods,.csv"}),
        help_text=_("XLSX, XLS, ODS or CSV. Its rows are shown before anything is saved."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["award_code"].choices = award_choices()  # type: ignore[attr-defined]
