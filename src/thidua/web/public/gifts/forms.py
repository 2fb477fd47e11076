"""What a visitor promises to a drive."""

from __future__ import annotations

from typing import Final

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.contributions.enums import DonorKind, GiftKind
from thidua.web.shell.forms import LineField
from thidua.web.shell.gift_amount_field import GiftAmountField
from thidua.web.shell.public_forms import PublicForm

NAMED: Final = "named"
DONORS: Final = [
    (kind.value, kind.label) for kind in (DonorKind.PERSON, DonorKind.HOUSEHOLD, DonorKind.COLLECTIVE)
]


class PledgeForm(PublicForm):
    """What somebody wants to give, who they are, and whether they may be named."""

    counted = "pledge"
    kind = forms.ChoiceField(
        label=_("What do you want to give?"), choices=GiftKind.choices, widget=forms.RadioSelect
    )
    amount = GiftAmountField(
        label=_("How much?"),
        help_text=_("In đồng, m² or days of labour; of goods write what they are worth, in đồng."),
    )
    description = LineField(
        label=_("What goods, or what land?"),
        required=False,
        max_length=300,
        help_text=_("For goods and land. For example: 50 bao xi măng"),
    )
    donor_kind = forms.ChoiceField(label=_("Who gives?"), choices=DONORS, widget=forms.RadioSelect)
    donor_name = LineField(
        label=_("Name"),
        max_length=300,
        help_text=_("Full name, or the name of the family, agency or enterprise"),
        widget=forms.TextInput(attrs={"autocomplete": "name", "spellcheck": "false"}),
    )
    contact = LineField(
        label=_("Telephone or e-mail"),
        max_length=200,
        help_text=_("Only the office reads it, to call you back."),
        widget=forms.TextInput(attrs={"autocomplete": "tel"}),
    )
    naming = forms.ChoiceField(
        label=_("May the public ledger name you?"),
        choices=[(NAMED, _("Yes, name me")), ("unnamed", _("No, leave my name out"))],
        widget=forms.RadioSelect,
    )
