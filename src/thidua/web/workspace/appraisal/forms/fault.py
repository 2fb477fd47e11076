"""One fault of a return."""

from __future__ import annotations

from copy import copy
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.nominations.enums import EvidenceKind, FaultCode
from thidua.nominations.models import Dossier
from thidua.web.shell.forms import Form, TextField
from thidua.web.workspace.appraisal.suggested_faults import STANDARD

# What a unit can mend; papers are added to these.
FIELDS: Final = (
    ("title", _("title of the dossier")),
    ("letter_number", _("number and date of the submission letter")),
    ("met_on", _("day of the meeting")),
    ("nominations", _("list of nominees")),
    ("recipient_name", _("name of the nominee")),
    ("post_then", _("post of the nominee")),
    ("unit_then", _("unit or address of the nominee")),
    ("award_code", _("award")),
    ("achievement", _("achievement in one line")),
    ("report", _("achievement report")),
    *((f"evidence:{kind}", label) for kind, label in EvidenceKind.choices),
)


class FaultForm(Form):
    """What is to be mended, tied to a field.

    What the system found counts when it is ticked; a fault of the officer's own counts once anything is written.
    """

    take = forms.BooleanField(label=_("Return for this"), required=False)
    nomination = forms.ChoiceField(label=_("Concerns"), required=False)
    field = forms.ChoiceField(
        label=_("Part to be mended"), choices=[("", _("choose")), *FIELDS], required=False
    )
    code = forms.ChoiceField(
        label=_("Kind of fault"), choices=[("", _("choose")), *FaultCode.choices], required=False
    )
    text = TextField(
        label=_("What the unit has to mend"),
        rows=2,
        required=False,
        help_text=_("Left empty, the usual sentence for this kind of fault is sent."),
    )

    def __init__(self, *args: Any, dossier: Dossier, names: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        about = self.fields["nomination"]
        assert isinstance(about, forms.ChoiceField)
        about.choices = [("", _("the whole dossier")), *names]
        if not self.is_offered:
            del self.fields["take"]

    @property
    def is_offered(self) -> bool:
        """Whether the system found this fault; the officer's own rows start empty."""
        return bool(self.initial.get("text"))

    @property
    def is_taken(self) -> bool:
        """Whether a valid row is among what the dossier is returned for."""
        said = self.cleaned_data
        if self.is_offered:
            return bool(said.get("take"))
        return any(said.get(name) for name in ("code", "field", "text"))

    def clean(self) -> dict[str, object]:
        said = super().clean() or {}
        if not self.is_taken:
            if self.is_offered and said.get("text") not in ("", None, self.initial["text"]):
                self.add_error("take", _("You changed these words: tick the fault, or put the words back."))
            return said
        self._filled_up(said)
        asked = {
            "field": _("Choose the field that the unit has to mend."),
            "code": _("Choose the kind of fault."),
            "text": _("Write what the unit has to mend."),
        }
        for name, sentence in asked.items():
            if not said.get(name) and name not in self.errors:
                self.add_error(name, sentence)
        return said

    def _filled_up(self, said: dict[str, object]) -> None:
        """Put the usual part and sentence where the kind alone was chosen; the letter then shows them."""
        field, text = STANDARD.get(str(said.get("code")), ("", ""))
        filled = {"field": field, "text": str(text)}
        missing = {name: value for name, value in filled.items() if value and not said.get(name)}
        if not missing:
            return
        said |= missing
        sent: Any = copy(self.data)
        for name, value in missing.items():
            sent[self.add_prefix(name)] = value
        self.data = sent


class NoteForm(Form):
    """The words before the list of faults, and how many rows the page has."""

    rows = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=200)
    note = TextField(label=_("Note to the unit"), rows=3, required=False)
