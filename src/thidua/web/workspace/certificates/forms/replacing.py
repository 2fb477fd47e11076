"""Forms of what happens to a certificate later: exchange, reissue, correction, cancelling, recall."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.decisions.enums import CANCELLING, EXCHANGING, ReasonCode
from thidua.web.shell.forms import DateField, Form, LineField, TextField

CHOOSE = ("", _("choose"))
PAPER = _("For example: 15/QĐ-UBND, 05/01/2026")


class ReissueForm(Form):
    """Why a lost certificate is issued again."""

    reason = TextField(label=_("What happened"), help_text=_("It stays with the certificate."), rows=3)
    decision = LineField(
        label=_("Number and date of the paper"), help_text=PAPER, required=False, max_length=100
    )
    on = DateField(label=_("Day"))

    def answers(self) -> dict[str, Any]:
        """Return the answers as the action takes them."""
        return dict(self.cleaned_data)


class ExchangeForm(ReissueForm):
    """Why a certificate is exchanged."""

    reason_code = forms.ChoiceField(
        label=_("Ground"),
        choices=[CHOOSE, *((one.value, one.label) for one in ReasonCode if one in EXCHANGING)],
    )
    field_order = ("reason_code", "reason", "decision", "on")

    def answers(self) -> dict[str, Any]:
        """Return the answers as the action takes them."""
        return self.cleaned_data | {"reason_code": ReasonCode(self.cleaned_data["reason_code"])}


class CorrectForm(Form):
    """The words as they should be, and the paper that corrects them."""

    recipient = LineField(label=_("Name on the certificate"), max_length=300)
    description = LineField(label=_("Post and unit, or address"), required=False, max_length=620)
    achievement = LineField(label=_("Achievement on the certificate"), required=False, max_length=500)
    reason = TextField(label=_("What is wrong"), help_text=_("It stays with the certificate."), rows=2)
    decision = LineField(label=_("Paper that corrects the decision"), help_text=PAPER, max_length=100)
    on = DateField(label=_("Day"))

    def answers(self) -> dict[str, Any]:
        """Return the answers as the action takes them: the words apart."""
        said = dict(self.cleaned_data)
        return {
            "words": {name: said.pop(name) for name in ("recipient", "description", "achievement")},
            **said,
        }


class CancelForm(Form):
    """The ground of article 93, and the decision that cancels."""

    reason_code = forms.ChoiceField(
        label=_("Ground"),
        choices=[CHOOSE, *((one.value, one.label) for one in ReasonCode if one in CANCELLING)],
    )
    reason = TextField(label=_("What was found out"), help_text=_("The unit reads these words."), rows=3)
    decision = LineField(label=_("Decision that cancels"), help_text=PAPER, max_length=100)
    on = DateField(label=_("Day of that decision"))

    def answers(self) -> dict[str, Any]:
        """Return the answers as the action takes them."""
        return self.cleaned_data | {"reason_code": ReasonCode(self.cleaned_data["reason_code"])}


class RecallForm(Form):
    """The day on which a certificate was taken back."""

    on = DateField(label=_("Taken back on"))

    def answers(self) -> dict[str, Any]:
        """Return the answers as the action takes them."""
        return dict(self.cleaned_data)
