"""What came back from the Prime Minister or the State President."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.decisions.models import ProposedLine
from thidua.decisions.nominees import nomination_of
from thidua.web.shell.forms import DateField, FileField, Form, LineField, TextField

GRANTED, REFUSED, WAITING = "granted", "refused", "waiting"
ANSWERS = (
    (GRANTED, _("granted")),
    (REFUSED, _("not granted")),
    (WAITING, _("not in this decision, still waiting")),
)
AUTHORITIES = ("Thủ tướng Chính phủ", "Chủ tịch nước", "Chính phủ")


class ResultForm(Form):
    """The decision as the paper has it, and what it says of each nominee who waits."""

    authority = forms.ChoiceField(
        label=_("Decided by"), choices=[(name, name) for name in AUTHORITIES], widget=forms.RadioSelect
    )
    number = LineField(
        label=_("Number of the decision"), help_text=_("For example: 1500/QĐ-TTg"), max_length=50
    )
    decided_on = DateField(label=_("Date of the decision"))
    file = FileField(label=_("The decision as a file"), required=False)
    note = TextField(label=_("Note"), required=False, rows=2)

    def __init__(self, *args: Any, lines: Sequence[ProposedLine], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = lines
        for line in lines:
            name = nomination_of(line).recipient_name
            self.fields[f"answer-{line.pk}"] = forms.ChoiceField(
                label=name, choices=ANSWERS, widget=forms.RadioSelect, initial=GRANTED
            )
            self.fields[f"reason-{line.pk}"] = TextField(
                label=_("Why it is not granted: %(name)s") % {"name": name}, required=False, rows=2
            )
            self.fields[f"answer-{line.pk}"].error_messages["required"] = _(
                "Choose an answer to “%(label)s”."
            ) % {"label": name}

    def clean(self) -> dict[str, Any]:
        """Ask the reason of every refusal beside its nominee."""
        said: dict[str, Any] = super().clean() or {}
        for line in self.lines:
            if said.get(f"answer-{line.pk}") == REFUSED and not said.get(f"reason-{line.pk}"):
                self.add_error(f"reason-{line.pk}", _("Write why it is not granted; the unit reads it."))
        return said

    def granted(self) -> list[int]:
        """Return the nominations that the decision grants."""
        return [nomination_of(line).pk for line in self.lines if self._answer(line) == GRANTED]

    def refused(self) -> dict[int, str]:
        """Return nomination id → why it is not granted."""
        return {
            nomination_of(line).pk: self.cleaned_data[f"reason-{line.pk}"]
            for line in self.lines
            if self._answer(line) == REFUSED
        }

    def rows(self) -> list[tuple[ProposedLine, Any, Any]]:
        """Return the nominees with their two fields."""
        return [(line, self[f"answer-{line.pk}"], self[f"reason-{line.pk}"]) for line in self.lines]

    def _answer(self, line: ProposedLine) -> str:
        return str(self.cleaned_data.get(f"answer-{line.pk}", ""))
