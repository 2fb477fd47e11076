"""Uploading a table, and asking for an empty one."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.web.shell.forms import Form
from thidua.web.workspace.targets.forms.periods import PeriodField
from thidua.web.workspace.targets.forms.round import GROUPS


class UploadForm(Form):
    """The table as a file; what is in it is judged when it is read."""

    file = forms.FileField(
        label=_("Table"),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.ods,.csv"}),
        help_text=_("XLSX, XLS, ODS or CSV with one row for each indicator, unit and period."),
        error_messages={
            "empty": _("The file is empty. Choose another file."),
            "missing": _("The file did not arrive. Choose it again."),
            "invalid": _("The file did not arrive. Choose it again."),
        },
    )


class ConfirmForm(Form):
    """The preview that is confirmed: which file, under which name, and what was seen of it."""

    token = forms.CharField(widget=forms.HiddenInput)
    name = forms.CharField(widget=forms.HiddenInput, max_length=200)
    fingerprint = forms.CharField(widget=forms.HiddenInput)
    looked = forms.BooleanField(
        label=_("I have looked at the unusual values, they are right"),
        required=False,
    )
    # Where refusals about the file are shown.
    file = forms.CharField(widget=forms.HiddenInput, required=False)


class TemplateForm(Form):
    """For which time and which units an empty table is wanted."""

    ky = PeriodField(label=_("Period"))
    don_vi = forms.MultipleChoiceField(
        label=_("Units"),
        choices=[(key, label) for key, (label, _condition) in GROUPS.items()],
        widget=forms.CheckboxSelectMultiple,
    )
