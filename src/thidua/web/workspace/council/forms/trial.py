"""The trial ballot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.web.shell.forms import Form
from thidua.web.workspace.council.forms.ballot import answers

_NOMINEES: Final[tuple[Promise, ...]] = (
    gettext_lazy("Invented nominee A"),
    gettext_lazy("Invented nominee B"),
    gettext_lazy("Invented household C"),
)


@dataclass(frozen=True)
class TrialRow:
    """An invented nominee with the field and, once chosen, the answer in words."""

    number: int
    name: str
    field: forms.BoundField
    chosen: str


class TrialForm(Form):
    """One answer for each invented nominee."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, name in enumerate(_NOMINEES, start=1):
            field = forms.ChoiceField(
                label=_("Your answer on %(name)s") % {"name": name},
                choices=answers(),
                widget=forms.RadioSelect,
            )
            field.error_messages["required"] = _("Choose an answer for “%(name)s”.") % {"name": name}
            self.fields[f"thu_{number}"] = field

    def rows(self) -> list[TrialRow]:
        """Return the invented nominees as they are drawn."""
        said = dict(answers())
        return [
            TrialRow(
                number, str(name), self[f"thu_{number}"], said.get(self.data.get(f"thu_{number}", ""), "")
            )
            for number, name in enumerate(_NOMINEES, start=1)
        ]
