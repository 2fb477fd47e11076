"""The form that marks a provision as checked."""

from __future__ import annotations

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from thidua.web.shell.forms import DateField, Form, LineField


class CheckForm(Form):
    """When the provision was compared with the official text, and what is to be said of it."""

    checked_on = DateField(label=_("Compared on"))
    note = LineField(
        label=_("Note"),
        required=False,
        max_length=1000,
        help_text=_("For example: Official Gazette, number and page, or what differed."),
    )

    @staticmethod
    def blank() -> dict[str, date]:
        """Return what the empty form begins with."""
        return {"checked_on": timezone.localdate()}
