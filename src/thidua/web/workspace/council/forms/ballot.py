"""The ballot, and the code of a receipt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from thidua.council.enums import Choice
from thidua.council.queries import BallotLine
from thidua.web.shell.forms import Form, LineField

# All answers are equally long on their way: logs and observers of the line know how long a request was.
_LENGTH: Final = max(len(choice.value) for choice in Choice)
_FILL: Final = "."


@dataclass(frozen=True)
class AskedLine:
    """A line of the ballot with its field; a line that is not asked has none."""

    line: BallotLine
    field: forms.BoundField | None
    chosen: str


class AnswerField(forms.CharField):
    """An answer that is asked for; that it is missing is said by the action, as whatever else is no answer."""

    def validate(self, value: Any) -> None:
        """Leave it to the action."""


class BallotForm(Form):
    """One answer for each item. Nothing is chosen beforehand; what is missing is said by the action."""

    def __init__(self, *args: Any, lines: Sequence[BallotLine], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = lines
        for line in lines:
            if line.is_asked:
                self.fields[f"item_{line.item.pk}"] = AnswerField(
                    label=_("Your answer"),
                    required=line.must_be_answered,
                    max_length=20,
                    widget=forms.RadioSelect(choices=_answers_on_the_way()),
                )

    def choices(self) -> dict[int, str]:
        """Return what was sent, by the key of the item, as it is."""
        sent = {line.item.pk: answer_in(self.data.get(f"item_{line.item.pk}", "")) for line in self.lines}
        return {pk: value for pk, value in sent.items() if value}

    def asked(self) -> list[AskedLine]:
        """Return the lines as they are drawn."""
        said = dict(answers())
        return [
            AskedLine(
                line,
                self[name] if (name := f"item_{line.item.pk}") in self.fields else None,
                said.get(self.choices().get(line.item.pk, ""), ""),
            )
            for line in self.lines
        ]


class MemberBallotForm(BallotForm):
    """A member's own ballot, where what is left unanswered may be answered alike, in any of the three ways."""

    rest = forms.CharField(
        label=_("Answer for all nominees that I have not answered yet"),
        required=False,
        max_length=20,
    )
    filled = 0  # how many answers were given alike just now

    def __init__(self, *args: Any, lines: Sequence[BallotLine], **kwargs: Any) -> None:
        super().__init__(*args, lines=lines, **kwargs)
        self.fields["rest"].widget = forms.RadioSelect(choices=_answers_on_the_way())

    def with_the_rest(self) -> MemberBallotForm:
        """Return the form with the same answer wherever one is missing, and say so where none was chosen.

        A show of hands stays open: the hand may still be raised in the hall.
        """
        answer = answer_in(self.data.get("rest", ""))
        if answer not in Choice.values:
            self.is_valid()
            self.add_error("rest", _("Choose which answer the others are to get."))
            return self
        said = self.choices()
        open_ones = [
            line.item.pk for line in self.lines if line.must_be_answered and line.item.pk not in said
        ]
        answered = said | dict.fromkeys(open_ones, answer)
        form = type(self)({f"item_{pk}": on_the_way(each) for pk, each in answered.items()}, lines=self.lines)
        form.filled = len(open_ones)
        return form


class CodeForm(Form):
    """The code of a receipt."""

    code = LineField(
        label=_("Code of your receipt"),
        max_length=60,
        help_text=_("As printed on the receipt. Nobody learns from it how you voted."),
    )


def answers() -> list[tuple[str, str]]:
    """Return the answers of a ballot, in the order in which all members see them."""
    return [(choice.value, capfirst(str(choice.label))) for choice in Choice]


def _answers_on_the_way() -> list[tuple[str, str]]:
    return [(on_the_way(answer), label) for answer, label in answers()]


def on_the_way(answer: str) -> str:
    """Return an answer as a form sends it, as long as every other one; "" stays empty."""
    return answer.ljust(_LENGTH, _FILL) if answer else ""


def answer_in(sent: str) -> str:
    """Return the answer that was sent."""
    return sent.rstrip(_FILL)
