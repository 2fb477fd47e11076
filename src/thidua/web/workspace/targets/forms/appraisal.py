"""What is to be mended in a sheet, figure by figure."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.targets.queries import SheetGrid
from thidua.web.shell.forms import Form, LineField, TextField
from thidua.web.workspace.targets.labels import indicator_name


class ReturnForm(Form):
    """A reason at each figure that is to be mended, and a word about the whole."""

    message = TextField(
        label=_("To the unit"),
        rows=3,
        required=False,
        help_text=_("About the report as a whole. Example: Đề nghị gửi lại trước 10/10."),
    )

    def __init__(self, *args: Any, grid: SheetGrid, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for row in grid.rows:
            self.fields[f"reason-{row.indicator.pk}"] = LineField(
                label=_("What to mend: %(name)s") % {"name": indicator_name(row.indicator)},
                max_length=500,
                required=False,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    @property
    def reasons(self) -> dict[int, str]:
        """The reasons by indicator; call on a valid form."""
        return {
            int(name.removeprefix("reason-")): text
            for name, text in self.cleaned_data.items()
            if name.startswith("reason-") and text
        }
