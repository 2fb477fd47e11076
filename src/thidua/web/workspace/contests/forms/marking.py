"""Marks of one work, and the order of a tie."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.contests.actions import MarkedMeanwhile, MarkLine, mark_faults
from thidua.contests.queries.desk import OwnMark
from thidua.core.vietnamese.numbers import format_number
from thidua.support.refusals import Refused
from thidua.web.shell.forms import Form, LineField, NumberField, SeenField


class MarksForm(Form):
    """A field per criterion, each with the version that the juror had before them."""

    def __init__(self, *args: Any, marks: Sequence[OwnMark], **kwargs: Any) -> None:
        self.criteria = {own.criterion.ordinal: own.criterion for own in marks}
        self.ordinals = list(self.criteria)
        initial: dict[str, Any] = {}
        fields: dict[str, forms.Field] = {}
        for own in marks:
            number = own.criterion.ordinal
            fields[f"criterion_{number}"] = NumberField(
                label=own.criterion.name,
                required=False,
                percent=False,
                help_text=_("From 0 to %(top)s, counts %(weight)s times")
                % {"top": format_number(own.criterion.top), "weight": format_number(own.criterion.weight)},
            )
            fields[f"seen_{number}"] = SeenField(required=False)
            initial |= {f"criterion_{number}": own.points, f"seen_{number}": own.version}
        kwargs["initial"] = initial | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        self.fields.update(fields)

    @property
    def shown(self) -> list[forms.BoundField]:
        """The fields that are seen."""
        return [self[f"criterion_{number}"] for number in self.ordinals]

    @property
    def hidden(self) -> list[forms.BoundField]:
        """The versions."""
        return [self[f"seen_{number}"] for number in self.ordinals]

    def clean(self) -> dict[str, Any]:
        """Look at the marks that could be read, so that all that is wrong is told at once."""
        said = super().clean() or {}
        read = [
            MarkLine(ordinal=number, points=said[f"criterion_{number}"])
            for number in self.ordinals
            if f"criterion_{number}" in said
        ]
        for name, sentence in mark_faults(read, self.criteria).items():
            self.add_error(name, str(sentence))
        return said

    def lines(self) -> list[MarkLine]:
        """Return what the action takes."""
        said = self.cleaned_data
        return [
            MarkLine(ordinal=number, points=said[f"criterion_{number}"], seen=said[f"seen_{number}"] or 0)
            for number in self.ordinals
        ]

    def refuse(self, refused: Refused) -> None:
        """Carry the present versions where another page saved meanwhile, so that sending again keeps these marks."""
        if isinstance(refused, MarkedMeanwhile):
            sent: Any = copy(self.data)
            for number, version in refused.versions.items():
                sent[self.add_prefix(f"seen_{number}")] = str(version)
            self.data = sent
        super().refuse(refused)


class ConflictForm(Form):
    """What ties the juror to a work."""

    reason = LineField(
        label=_("What ties you to the work or its authors"),
        max_length=500,
        help_text=_("You will neither see nor mark this work any more."),
    )


class TieForm(Form):
    """The chair's order."""

    order = LineField(label=_("Codes in their order, best first"), max_length=500)
    reason = LineField(label=_("Why in this order"), max_length=500)
