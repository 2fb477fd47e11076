"""The form by which a file comes onto the desk."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm

from thidua.portal.queries.hidden_names import names_refused


class FileForm(BaseDocumentForm):
    """Wagtail's form for a file; one that names people whom its pages do not show is refused.

    Whoever knows that the names are public anyway, such as an issuing office's, says so in the form.
    """

    names_may_stand = forms.BooleanField(
        label=_("I know which names the file carries, and everybody may read them"), required=False
    )

    def clean(self) -> dict[str, Any]:
        """Refuse a file that hides names, unless they may stand."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        file = cleaned.get("file")
        if isinstance(file, UploadedFile) and not cleaned.get("names_may_stand"):
            file.seek(0)
            refused = names_refused(file.read(), file.name or "")
            file.seek(0)
            if refused:
                raise ValidationError({"file": refused})
        return cleaned
