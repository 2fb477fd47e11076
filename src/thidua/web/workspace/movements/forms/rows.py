"""Forms with rows that a person adds, moves and takes away, with or without script.

The buttons of the rows post the whole form; the page comes back with its rows rearranged and nothing saved, so
that nothing typed is lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django import forms
from django.http import QueryDict

from thidua.web.shell.keys import key_of

DO: Final = "lam"  # the name of every button
SAVE: Final = "luu"
ADD: Final = "them"
PREFIX: Final = "dong"
UP, DOWN, DROP = "len", "xuong", "bo"


class Rows:
    """The rows of one page: a formset, and what the pressed button does to it."""

    def __init__(
        self,
        formset: type[forms.BaseFormSet[Any]],
        *,
        data: QueryDict | None,
        initial: Sequence[dict[str, Any]],
        **form_kwargs: Any,
    ) -> None:
        # A row that was added and left empty counts as well: a group may have no name.
        form_kwargs["empty_permitted"] = False
        self.pressed = data.get(DO, SAVE) if data is not None else ""
        self.formset = formset(data, initial=list(initial), prefix=PREFIX, form_kwargs=form_kwargs)
        if self.rearranges:
            rows = rearranged([_typed(form) for form in self.formset.forms], self.pressed)
            self.formset = formset(initial=rows, prefix=PREFIX, form_kwargs=form_kwargs)

    @property
    def rearranges(self) -> bool:
        """Whether the pressed button only moves rows, and nothing is to be saved."""
        return self.pressed not in ("", SAVE)

    @property
    def saved(self) -> list[dict[str, Any]] | None:
        """The rows to save, in order; None where nothing is to be saved or something is wrong."""
        if self.pressed != SAVE or not self.formset.is_valid():
            return None
        return [form.cleaned_data for form in self.formset.forms]


def rearranged(rows: list[dict[str, Any]], pressed: str) -> list[dict[str, Any]]:
    """Return `rows` after the button `pressed`: "them", "them-3", "len-2", "xuong-2", "bo-2" (rows from 0)."""
    verb, _, number = pressed.partition("-")
    named = key_of(number)
    index = -1 if named is None else named
    if verb == ADD:
        return [*rows, *({} for _ in range(min(max(index, 1), 30)))]
    if not 0 <= index < len(rows):
        return rows
    if verb == DROP:
        return rows[:index] + rows[index + 1 :]
    other = {UP: index - 1, DOWN: index + 1}.get(verb, index)
    if 0 <= other < len(rows):
        rows[index], rows[other] = rows[other], rows[index]
    return rows


def _typed(form: forms.BaseForm) -> dict[str, Any]:
    return {name: form[name].value() for name in form.fields}
