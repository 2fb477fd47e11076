"""The filters of a list: a form whose answers stand in the address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.functional import Promise

from thidua.web.shell import cells


@dataclass(frozen=True)
class Chosen:
    """One filter in force: its label, the answer in words, and the query string without it."""

    label: str
    answer: str
    without: str


class FilterForm(forms.Form):
    """The base of a list's filters; every field is optional.

    A wrong answer shows its sentence and filters nothing. Subclasses say in `apply` what each answer does.
    """

    use_required_attribute = False

    def __init__(self, data: QueryDict, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        kwargs.setdefault("auto_id", "filter_%s")
        super().__init__(data, *args, **kwargs)
        for field in self.fields.values():
            field.required = False

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        """Return the rows that fit `answers` (name → cleaned value, empty ones left out)."""
        raise TypeError(f"{type(self).__name__} does not say which rows it chooses")

    def applied_to(self, rows: Any) -> Any:
        """Return the rows that fit every valid answer."""
        answers = self.answers()
        return self.apply(rows, answers) if answers else rows

    def answers(self) -> dict[str, Any]:
        """Return the valid answers that are not empty."""
        self.full_clean()
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if not (value in (None, "", False) or (hasattr(value, "__len__") and len(value) == 0))
        }

    def chosen(self, query: QueryDict) -> Iterator[Chosen]:
        """Yield the filters in force, for people to take away one by one."""
        for name, value in self.answers().items():
            without = query.copy()
            for key in (name, "trang"):
                without.pop(key, None)
            yield Chosen(str(self[name].label), self._in_words(name, value), "?" + without.urlencode())

    def _in_words(self, name: str, value: Any) -> str:
        choices = getattr(self.fields[name], "choices", None)
        if choices is not None and not hasattr(value, "pk"):
            wanted = {str(part) for part in (value if isinstance(value, list | tuple) else [value])}
            return ", ".join(str(label) for key, label in _flat(choices) if str(key) in wanted)
        return str(cells.show(value))


def _flat(choices: Any) -> Iterator[tuple[Any, str | Promise]]:
    for key, label in choices:
        if isinstance(label, list | tuple):
            yield from _flat(label)
        else:
            yield key, label
