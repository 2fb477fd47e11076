"""What the log's codes say to people: each room tells the words of its own actions in its `log_words.py`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from django.apps import apps
from django.utils.functional import Promise

_actions: Final[dict[str, Promise]] = {}
_names: Final[dict[str, Promise]] = {}
_values: Final[dict[str, Callable[[object], str]]] = {}


def register(
    actions: Mapping[str, Promise],
    names: Mapping[str, Promise] | None = None,
    values: Mapping[str, Callable[[object], str]] | None = None,
) -> None:
    """Add the words of actions ("movements.launched"), and of details that are no column of their subject.

    `values` says by the name of a detail how its value, kept as a code, is read.
    """
    _actions.update(actions)
    _names.update(names or {})
    _values.update(values or {})


def action_words(action: str) -> str:
    """Return what was done, in words; the code itself where nobody told its words."""
    return str(_actions.get(action, action))


def value_words(name: str, value: object) -> object:
    """Return the value of the detail `name` in words; the value itself where nobody told how it is read."""
    return _values[name](value) if name in _values else value


def known_actions() -> dict[str, str]:
    """Return every action that has words, with them, in the order of the words."""
    words = {action: str(told) for action, told in _actions.items()}
    return dict(sorted(words.items(), key=lambda pair: pair[1].casefold()))


def subject_words(subject_type: str) -> str:
    """Return what kind of thing a subject is ("movements.milestone"), in words."""
    try:
        words = str(apps.get_model(subject_type)._meta.verbose_name)
    except (LookupError, ValueError):
        return subject_type
    return words[:1].upper() + words[1:]


def name_words(subject_type: str, name: str) -> str:
    """Return what a detail is called: the label of the subject's column, else the words told for it."""
    try:
        columns = apps.get_model(subject_type)._meta.get_fields()
    except (LookupError, ValueError):
        columns = []
    label = next((str(getattr(field, "verbose_name", "")) for field in columns if field.name == name), "")
    words = str(_names[name]) if name in _names else label or name
    return words[:1].upper() + words[1:]
