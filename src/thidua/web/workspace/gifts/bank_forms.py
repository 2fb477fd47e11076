"""The file of a bank's statement, and which of its lines are received for which promise."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.contributions.actions import ChosenLine
from thidua.contributions.amounts import from_parts
from thidua.contributions.bank.matching import Ground, MatchedLine
from thidua.contributions.models import Pledge
from thidua.web.shell.forms import Form
from thidua.web.shell.gift_amounts import exact_amount

ENDINGS: Final = ".xlsx,.xls,.ods,.csv,.txt"


class StatementForm(Form):
    """A statement as the bank gives it, judged by its bytes when it is read."""

    file = forms.FileField(
        label=gettext_lazy("Statement of the account"),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ENDINGS}),
        help_text=gettext_lazy("XLSX, XLS, ODS or CSV, as it was downloaded from the bank."),
    )

    def clean_file(self) -> Any:
        """An empty file gets its sentence where it is read, with all other faults of files."""
        file = self.cleaned_data["file"]
        if file.size > settings.MAX_UPLOAD_BYTES:
            said = _("The file is larger than %(limit)s MB. Take fewer days at once.")
            raise ValidationError(said % {"limit": settings.MAX_UPLOAD_BYTES // (1024 * 1024)})
        return file


@dataclass(frozen=True)
class LineRow:
    """A line as the desk shows it; the fields are None where it cannot be received."""

    matched: MatchedLine
    amount: str
    ground: str
    take: forms.BoundField | None
    pledge: forms.BoundField | None


class LinesForm(Form):
    """A tick and a promise for each line that can be received; what is sure is ticked."""

    def __init__(
        self,
        *args: Any,
        lines: Sequence[MatchedLine],
        pledges: Sequence[Pledge],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.lines, self.pledges = lines, {str(pledge.pk): pledge for pledge in pledges}
        choices = [("", _("none")), *((key, _promise(pledge)) for key, pledge in self.pledges.items())]
        for one in lines:
            if one.may_be_received:
                self._add(one, choices)

    def _add(self, one: MatchedLine, choices: list[tuple[str, str]]) -> None:
        number = one.line.number
        self.fields[f"take_{number}"] = forms.BooleanField(
            label=_("Receive row %(row)s") % {"row": number},
            required=False,
            initial=one.is_sure,
        )
        self.fields[f"pledge_{number}"] = forms.ChoiceField(
            label=_("Promise that row %(row)s keeps") % {"row": number},
            required=False,
            choices=choices,
            initial=str(one.pledge.pk) if one.pledge else "",
        )

    def tick(self, every: bool) -> None:
        """Tick every line that can be received, or none; the promises that were chosen stay."""
        sent: Any = copy(self.data)
        for name in self.fields:
            if name.startswith("take_"):
                sent.pop(name, None)
                if every:
                    sent[name] = "on"
        self.data = sent

    def rows(self) -> list[LineRow]:
        """Return the lines with their fields, in the order of the file."""
        return [self._row(one) for one in self.lines]

    def _row(self, one: MatchedLine) -> LineRow:
        amount = exact_amount("money", one.line.amount) if one.line.amount is not None else ""
        ground = _GROUNDS[one.ground] if one.ground else ""
        if not one.may_be_received:
            return LineRow(one, amount, "", None, None)
        number = one.line.number
        return LineRow(one, amount, str(ground), self[f"take_{number}"], self[f"pledge_{number}"])

    def chosen(self) -> list[ChosenLine]:
        """Return the ticked lines with their promises; of a valid form."""
        return [
            ChosenLine(one.line, self.pledges.get(self.cleaned_data[f"pledge_{one.line.number}"]))
            for one in self.lines
            if self.cleaned_data.get(f"take_{one.line.number}")
        ]


def _promise(pledge: Any) -> str:
    rest = exact_amount(pledge.kind, from_parts(pledge.kind, pledge.parts - pledge.kept))
    return f"{pledge.donor_name} – {rest} – {pledge.code}"


_GROUNDS: Final = {
    Ground.CODE: gettext_lazy("by its code"),
    Ground.NAME_AND_AMOUNT: gettext_lazy("by name and amount"),
    Ground.NAME: gettext_lazy("by name alone: check it"),
    Ground.AMOUNT: gettext_lazy("by amount alone: check it"),
}
