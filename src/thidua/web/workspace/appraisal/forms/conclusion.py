"""The conclusion about one nominee."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.web.shell.forms import Form, SeenField, TextField

LATER, ELIGIBLE, NOT_ELIGIBLE = "later", "eligible", "not_eligible"


class ConclusionForm(Form):
    """Eligible, not eligible, or not yet."""

    seen = SeenField(required=False)
    conclusion = forms.ChoiceField(
        label=_("Conclusion"),
        choices=[(LATER, _("not yet")), (ELIGIBLE, _("eligible")), (NOT_ELIGIBLE, _("not eligible"))],
        widget=forms.RadioSelect,
        initial=LATER,
    )
    reason = TextField(
        label=_("Reason"), rows=2, required=False, help_text=_("The unit reads why somebody is not eligible.")
    )
