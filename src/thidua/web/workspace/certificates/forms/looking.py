"""The form of looking a certificate up, and the filters of the list."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.decisions.queries import searched
from thidua.web.shell.filters import FilterForm
from thidua.web.shell.forms import Form, LineField
from thidua.web.workspace.certificates.states import CHOOSING, EVERYTHING, WORDS


class LookUpForm(Form):
    """What stands on the certificate, or in its QR."""

    code = LineField(
        label=_("Code on the certificate, or the text of its QR"),
        max_length=2000,
        help_text=_(
            "Ten letters and digits, for example 7KQ4M-XW9HD. Capitals, spaces and hyphen do not matter."
        ),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )


class OfDecisionFilters(FilterForm):
    """By words and state, within one decision."""

    tim = forms.CharField(label=_("Name, code or golden-book number"), max_length=100)
    trang_thai = forms.ChoiceField(label=_("State"), choices=[("", EVERYTHING), *WORDS.items()])
    of_one_decision = True

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        if "tim" in answers:
            rows = searched(rows, answers["tim"], of_one_decision=self.of_one_decision)
        if "trang_thai" in answers:
            rows = rows.filter(CHOOSING[answers["trang_thai"]])
        return rows


class CertificateFilters(OfDecisionFilters):
    """By words, state, and year of the decision."""

    tim = forms.CharField(label=_("Name, code, decision or golden-book number"), max_length=100)
    nam = forms.IntegerField(label=_("Year of the decision"), min_value=1900, max_value=2200)

    of_one_decision = False

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        rows = super().apply(rows, answers)
        if "nam" in answers:
            rows = rows.filter(line__decision__year=answers["nam"])
        return rows
