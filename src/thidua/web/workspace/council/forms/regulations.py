"""The regulation by which a council works."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from thidua.council.actions import Regulated
from thidua.web.shell.forms import DateField, Form, LineField, NumberField

_AS_LAW = _("Leave it empty where the regulation says nothing of it: then the law book's share holds.")


class RegulationForm(Form):
    """What the regulation is called, and what it settles."""

    title = LineField(
        label=_("Title of the regulation"),
        max_length=300,
        help_text=_(
            "Printed in the minutes. Example: Quy chế hoạt động của Hội đồng Thi đua – Khen thưởng tỉnh"
        ),
    )
    number = LineField(
        label=_("Number of the decision that issued it"), max_length=60, help_text=_("Example: 12/QĐ-HĐTĐKT")
    )
    issued_on = DateField(label=pgettext_lazy("regulation", "Issued on"), help_text=_("Example: 20/11/2026"))
    since = DateField(
        label=pgettext_lazy("regulation", "In force from"),
        required=False,
        help_text=_("Leave it empty if it holds from the day it was issued."),
    )
    quorum_share = LineField(
        label=_("Share of members needed for the session to hold"),
        max_length=10,
        required=False,
        help_text=_("Example: 2/3. Leave it empty where the regulation says nothing of it."),
    )
    fighters_percent = NumberField(
        label=_("Votes for heroes, national and provincial emulation fighters"),
        whole=True,
        required=False,
        help_text=_AS_LAW,
    )
    flags_percent = NumberField(
        label=_("Votes for grassroots emulation fighters and emulation flags"),
        whole=True,
        required=False,
        help_text=_AS_LAW,
    )
    others_percent = NumberField(
        label=_("Votes for all other awards"), whole=True, required=False, help_text=_AS_LAW
    )
    recused_left_out = forms.BooleanField(
        label=_("Recused members are left out of the number over which shares are counted"), required=False
    )

    def regulated(self) -> Regulated:
        """Return what the regulation settles; call on a valid form."""
        said = self.cleaned_data
        percents: dict[str, Any] = {
            name: None if said[name] is None else int(said[name])
            for name in ("fighters_percent", "flags_percent", "others_percent")
        }
        return Regulated(
            quorum_share=said["quorum_share"], recused_counted=not said["recused_left_out"], **percents
        )


class WithdrawRegulationForm(Form):
    """Why a regulation was recorded by mistake."""

    withdrawn_reason = LineField(
        label=_("Why it is withdrawn"),
        max_length=500,
        help_text=_("It goes into the log. Example: wrong number"),
    )
