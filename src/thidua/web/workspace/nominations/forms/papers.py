"""Papers: pictures from the camera and files, several at once."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from thidua.nominations.enums import EvidenceKind
from thidua.nominations.papers import TAKEN
from thidua.web.shell.forms import DateField, Form, LineField, SeenField

_ENDINGS = ",".join(ending for kind in TAKEN for ending in kind.endings)


def _with_limit(sentence: Any) -> Any:
    """Return a hint that tells how large a file may be, before somebody waits for one that is too large."""
    return format_lazy(sentence, limit=settings.MAX_UPLOAD_BYTES // (1024 * 1024))


_EVERY_PAGE = _with_limit(_("PDF, DOCX, or pictures of every page (JPG, PNG); each file up to {limit} MB."))


class _SeveralFiles(forms.FileInput):
    allow_multiple_selected = True


class PapersField(forms.FileField):
    """Several files; each is judged by the action, so that a bad one does not hold the others back."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", _SeveralFiles(attrs={"accept": _ENDINGS, "multiple": True}))
        super().__init__(required=False, **kwargs)
        # Asked for in the end, though not with this press: the label does not call it optional.
        self.required = True

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:
        files = data if isinstance(data, list | tuple) else [data]
        return [file for file in files if isinstance(file, UploadedFile)]


class PapersForm(Form):
    """What the paper is, a picture or files, and a caption."""

    kind = forms.ChoiceField(label=_("What is it?"))
    photo = PapersField(
        label=_("Take a picture"),
        widget=_SeveralFiles(attrs={"accept": "image/jpeg,image/png", "capture": "environment"}),
        help_text=_("On a phone this opens the camera."),
    )
    papers = PapersField(
        label=_("Or choose files"),
        help_text=_with_limit(
            _(
                "PDF, DOCX, JPG or PNG; several at once, each up to {limit} MB. A paper that cannot be opened is "
                "told, the rest stays."
            )
        ),
    )
    caption = LineField(
        label=_("Caption"),
        max_length=280,
        required=False,
        help_text=_("What it proves. Example: minutes of acceptance of the concrete road, 12/05/2026"),
    )

    def __init__(self, *args: Any, kinds: list[EvidenceKind], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(kind.value, kind.label) for kind in kinds]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not said.get("photo") and not said.get("papers"):
            self.add_error("papers", _("Take a picture or choose at least one file."))
        return said


class CaptionForm(Form):
    """What a paper that is kept already proves."""

    caption = LineField(
        label=_("Caption"),
        max_length=280,
        required=False,
        help_text=_("What it proves. Example: minutes of acceptance of the concrete road, 12/05/2026"),
    )


class LetterForm(Form):
    """Number and date of the submission letter, and the signed letter."""

    seen = SeenField()
    letter_number = LineField(
        label=_("Number of the submission letter"),
        max_length=50,
        help_text=_("Example: 12/TTr-UBND"),
    )
    letter_date = DateField(label=_("Date of the letter"), help_text=_("Day/month/year. Example: 12/03/2026"))
    papers = PapersField(label=_("The signed letter"), help_text=_EVERY_PAGE)


class MinutesForm(Form):
    """The day of the meeting, and its minutes."""

    seen = SeenField()
    met_on = DateField(
        label=_("On which day did the unit judge the nominees?"),
        help_text=_("Day/month/year. Example: 10/03/2026"),
    )
    papers = PapersField(label=_("The minutes"), help_text=_EVERY_PAGE)
