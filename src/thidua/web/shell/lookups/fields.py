"""A form field whose answer is a row that was looked up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.core.vietnamese.hygiene import clean_line
from thidua.web.shell.lookups.sources import Option, Source

FIND = "tim"  # the name of the buttons that only look up; the value is the field's


@dataclass(frozen=True)
class Answer:
    """What a form sent for a lookup: the text, and the number of the row that the text stands for, if any."""

    text: str = ""
    value: str = ""

    def __bool__(self) -> bool:
        return bool(self.text or self.value)


class LookupWidget(forms.Widget):
    """A text field, a button that looks up, and the matches to choose from.

    Sent are `…` (the text), `…-so` (the number that was chosen), `…-nhan` (its label: once the text differs the
    choice is off), `…-chon` (a match ticked in the list), `…-da-tim` (the text that list was made for).
    """

    template_name = "shell/lookup.html"
    source: Source
    hint_none = ""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Answer:
        text = clean_line(data.get(name, ""))
        ticked, searched = data.get(f"{name}-chon", ""), clean_line(data.get(f"{name}-da-tim", ""))
        if ticked and text == searched:
            return Answer(text, ticked)
        kept, label = data.get(f"{name}-so", ""), clean_line(data.get(f"{name}-nhan", ""))
        return Answer(text, kept if text and text == label else "")

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return name not in data

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, None, attrs)
        answer = value if isinstance(value, Answer) else Answer()
        row = self.source.get(answer.value) if answer.value else None
        chosen = None if row is None else Option(answer.value, "", self.source.label(row))
        searched = "" if chosen else answer.text
        context["widget"] |= {
            "text": chosen.label if chosen else answer.text,
            "chosen": chosen,
            "searched": searched,
            "options": self.source.find(searched) if searched else [],
            "url": reverse("lookup", args=[self.source.name]),
            "find": FIND,
        }
        return context


class LookupField(forms.Field):
    """Cleaned to the row that was chosen, or None; `source` may be set anew when the form knows its user."""

    widget = LookupWidget

    def __init__(self, *, source: Source | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        if source is not None:
            self.source = source

    @property
    def source(self) -> Source:
        """Where the matches come from."""
        source: Source = self.widget.source
        return source

    @source.setter
    def source(self, source: Source) -> None:
        self.widget.source = source

    def prepare_value(self, value: Any) -> Any:
        """Rows and their numbers may stand for a choice, too: the latter come from links."""
        if isinstance(value, Model):
            return Answer(value=str(value.pk))
        return Answer(value=str(value)) if isinstance(value, int | str) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(self.prepare_value(initial) != data)

    def clean(self, value: Any) -> Model | None:
        answer = value if isinstance(value, Answer) else Answer()
        if not answer.text and not answer.value:
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return None
        if not answer.value:
            named = self.source.only(answer.text)
            answer = answer if named is None else replace(answer, value=named.value)
        row = self.source.get(answer.value) if answer.value else None
        if row is None:
            raise ValidationError(self._what_to_do(answer.text), code="not_chosen")
        return row

    def _what_to_do(self, text: str) -> str:
        if self.source.find(text):
            return _("Several names fit “%(text)s”. Choose one of those below.") % {"text": text}
        return _("Nothing fits “%(text)s”. Type fewer words, or an older or newer name.") % {"text": text}


def only_looks_up(request: HttpRequest) -> bool:
    """Return whether the form was sent by the button of a lookup: show matches, do nothing, find no fault."""
    return request.method == "POST" and FIND in request.POST


def without_faults(form: forms.BaseForm) -> None:
    """Let a bound form be shown as it was typed, unchecked."""
    form._errors = forms.utils.ErrorDict()  # type: ignore[attr-defined]
    form.cleaned_data = {}
