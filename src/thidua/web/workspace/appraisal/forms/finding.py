"""The officer's decision about one finding."""

from __future__ import annotations

import hashlib

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from thidua.nominations.models import FindingDecision
from thidua.web.shell.forms import Form, SeenField, TextField

YES, NO = "yes", "no"


class FindingForm(Form):
    """Whether the condition holds, and why. An untouched form is not saved."""

    seen = SeenField(required=False)
    was = forms.CharField(widget=forms.HiddenInput, required=False)
    holds = forms.ChoiceField(
        label=_("Your decision"),
        choices=[(YES, _("fulfilled")), (NO, _("not fulfilled"))],
        widget=forms.RadioSelect,
        required=False,
    )
    reason = TextField(label=_("Reason"), rows=2, required=False)
    alike = forms.BooleanField(
        label=_("The same for the other nominees of this dossier about whom nothing is decided"),
        required=False,
    )

    @classmethod
    def of(cls, key: str, decision: FindingDecision | None, data: QueryDict | None) -> FindingForm:
        """Return the form for the finding `key`, filled with an earlier decision."""
        holds = "" if decision is None else YES if decision.holds else NO
        reason = decision.reason if decision else ""
        seen = decision.version if decision else 0
        initial = {"holds": holds, "reason": reason, "seen": seen, "was": _mark(holds, reason)}
        return cls(data, prefix="k" + key.replace("/", "-").replace(".", "_"), initial=initial)

    @property
    def is_touched(self) -> bool:
        """Whether something else is written than stood on the page, or the decision is to be carried over."""
        said = self.cleaned_data
        if said.get("alike"):
            return True
        return bool(said.get("was") != _mark(said.get("holds", ""), said.get("reason", "")))

    def clean(self) -> dict[str, object]:
        said = super().clean() or {}
        if said.get("reason") and not said.get("holds"):
            self.add_error("holds", _("Choose whether the condition is fulfilled."))
        return said


def _mark(holds: str, reason: str) -> str:
    return hashlib.sha256(f"{holds}|{' '.join(reason.split())}".encode()).hexdigest()[:16]
