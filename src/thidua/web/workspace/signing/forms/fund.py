"""Forms of the fund's ledger."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from thidua.decisions.enums import FundEntryKind
from thidua.web.shell.forms import DateField, Form, LineField, NumberField


class FundChoice(forms.Form):
    """Which fund, and of which year; both stand in the address."""

    use_required_attribute = False

    def __init__(self, data: Any, *, units: list[tuple[int, str]], years: list[int]) -> None:
        super().__init__(data, label_suffix="", auto_id="filter_%s")
        if len(units) > 1:
            self.fields["quy"] = forms.ChoiceField(label=_("Fund of"), choices=units)
        self.fields["nam"] = forms.ChoiceField(
            label=_("Budget year"), choices=[(year, str(year)) for year in years]
        )


class EntryForm(Form):
    """Money that comes into the fund."""

    kind = forms.ChoiceField(
        label=_("What comes in"),
        choices=[(kind.value, kind.label) for kind in (FundEntryKind.ALLOCATION, FundEntryKind.CONTRIBUTION)],
        widget=forms.RadioSelect,
    )
    amount = NumberField(label=_("Amount in đồng"), whole=True, minimum=1)
    year = NumberField(label=_("Budget year"), whole=True, minimum=2000, maximum=2100)
    on = DateField(label=_("Came in on"))
    grounds = LineField(
        label=_("What it rests on"), help_text=_("For example: Dự toán ngân sách năm 2026"), max_length=500
    )
    paper = LineField(
        label=_("Number and date of the paper"),
        help_text=_("For example: 2105/QĐ-UBND ngày 15/12/2025. The same paper is entered once."),
        max_length=100,
    )


class CorrectionForm(Form):
    """The right amount of an entry; the difference is entered."""

    amount = NumberField(
        label=_("Right amount in đồng"), help_text=_("0 takes the entry back."), whole=True, minimum=0
    )
    on = DateField(label=_("Corrected on"))
    grounds = LineField(label=_("What was wrong"), max_length=500)
    paper = LineField(label=_("Number and date of the paper"), max_length=100)


def entry_as_new() -> dict[str, object]:
    """Return what a new entry begins with."""
    today = timezone.localdate()
    return {"year": str(today.year), "on": today, "kind": FundEntryKind.ALLOCATION}
