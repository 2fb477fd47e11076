"""Forms of the templates of letters."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.support.files.kinds import DOCX
from thidua.web.shell.forms import FileField, Form


class UploadForm(Form):
    """A template that was changed in Word."""

    template = FileField(
        label=_("The changed template (.docx)"),
        help_text=_("It is checked and kept. It is used only once you put it in use."),
        kinds=(DOCX,),
    )


class PreviewForm(forms.Form):
    """With which paper a template is filled."""

    use_required_attribute = False

    def __init__(self, *, papers: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(label_suffix="", auto_id="preview_%s", **kwargs)
        self.fields["theo"] = forms.ChoiceField(label=_("Filled with"), choices=papers)
