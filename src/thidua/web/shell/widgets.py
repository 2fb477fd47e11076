"""How a form's widget is drawn by the field component."""

from __future__ import annotations

from django import forms

# First match wins: a subclass stands before its base.
_KINDS: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.RadioSelect, "choices"),
    (forms.CheckboxSelectMultiple, "choices"),
    (forms.CheckboxInput, "checkbox"),
    (forms.Select, "select"),
    (forms.Textarea, "textarea"),
    (forms.FileInput, "file"),
    (forms.HiddenInput, "hidden"),
)


def widget_kind(widget: forms.Widget) -> str:
    """Return choices, checkbox, select, textarea, file, hidden or text."""
    return next((kind for base, kind in _KINDS if isinstance(widget, base)), "text")
