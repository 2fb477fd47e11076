"""A period of days."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from thidua.web.shell.forms import DateField, Form


class PeriodForm(Form):
    """The first and the last day of a period."""

    tu = DateField(label=_("From"))
    den = DateField(label=_("To"))

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        first, last = said.get("tu"), said.get("den")
        if first and last and first > last:
            self.add_error("den", _("The last day lies before the first. Swap them."))
        return said
