"""The form that takes a local regulation."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from thidua.web.shell.forms import Form

ROWS = 18
UNREADABLE = "\ufffd"


class RegulationForm(Form):
    """The regulation as YAML: pasted, or its file."""

    document = forms.CharField(
        label=_("Regulation as data (YAML)"),
        strip=False,
        widget=forms.Textarea(attrs={"rows": ROWS, "spellcheck": "false", "autocomplete": "off"}),
        error_messages={"required": _("Paste the regulation as YAML, or choose its file.")},
    )
    file = forms.FileField(
        label=_("Or its file"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".yaml,.yml,.txt"}),
        help_text=_("A file takes the place of what is pasted above."),
    )

    def __init__(self, data: QueryDict | None = None, files: MultiValueDict[str, Any] | None = None) -> None:
        super().__init__(data, files)
        self.fields["document"].error_messages["required"] = _(
            "Paste the regulation as YAML, or choose its file."
        )

    def clean_document(self) -> str:
        """Refuse what was not UTF-8."""
        text: str = self.cleaned_data["document"]
        if UNREADABLE in text:
            raise forms.ValidationError(
                _("This file is not text in UTF-8. Save it in UTF-8 and choose it again.")
            )
        return text


def with_file(
    typed: QueryDict, files: MultiValueDict[str, Any]
) -> tuple[QueryDict | None, MultiValueDict[str, Any] | None]:
    """Return what the form is made of, a chosen file read into the field, where its lines can be corrected."""
    if not typed:
        return None, None
    upload = files.get("file")
    if upload is None:
        return typed, files
    filled = typed.copy()
    filled["document"] = upload.read().decode("utf-8-sig", errors="replace").replace("\x00", UNREADABLE)
    return filled, files
