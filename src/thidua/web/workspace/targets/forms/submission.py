"""The last questions before a sheet is submitted."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.targets.queries import SheetGrid
from thidua.web.shell.forms import Form, LineField
from thidua.web.workspace.targets.labels import indicator_name


class SubmissionForm(Form):
    """A reason for each unusual value, and a word about rows left empty. Fields are named as the action names them."""

    def __init__(self, *args: Any, grid: SheetGrid, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for row in grid.rows:
            if row.questions:
                self.fields[f"reason-{row.indicator.pk}"] = LineField(
                    label=indicator_name(row.indicator),
                    help_text=" ".join(row.questions),
                    max_length=300,
                    required=False,
                    initial=row.reason,
                )
        if grid.blanks:
            self.fields["blanks_are_intended"] = forms.BooleanField(
                label=_("The empty rows are left empty on purpose"),
                required=False,
                help_text=", ".join(indicator_name(row.indicator) for row in grid.blanks),
            )

    @property
    def reasons(self) -> dict[int, str]:
        """The reasons by indicator; call on a valid form."""
        return {
            int(name.removeprefix("reason-")): text
            for name, text in self.cleaned_data.items()
            if name.startswith("reason-") and text
        }
