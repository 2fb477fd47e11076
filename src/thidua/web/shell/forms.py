"""Forms that lose nothing, name each fault in words, and show an action's refusal beside its field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.forms.utils import pretty_name
from django.utils.translation import gettext_lazy as _

from thidua.support.edits import EditedMeanwhile
from thidua.support.refusals import NotAllowed, Refused
from thidua.web.shell import formats
from thidua.web.shell.fields import DateField, FileField, LineField, NumberField, TextField
from thidua.web.shell.widgets import widget_kind

__all__ = [
    "DateField",
    "ErrorLink",
    "FileField",
    "Form",
    "LineField",
    "NumberField",
    "SeenField",
    "TextField",
    "error_links",
]


# What to do about an empty field, by how it is drawn.
_FILL_IN = _("Fill in “%(label)s”.")
_MISSING = {
    "choices": _("Choose an answer to “%(label)s”."),
    "select": _("Choose an answer to “%(label)s”."),
    "checkbox": _("Tick “%(label)s” to go on."),
    "file": _("Choose a file for “%(label)s”."),
}

_TOO_LONG = _("“%(label)s” takes %(limit)s characters at most. Shorten it.")
_NOT_OFFERED = _("This answer is not offered here. Choose one of those listed.")
# What Django says there, which tells nobody what to do.
_BY_DJANGO = (forms.ChoiceField, forms.ModelChoiceField, forms.ModelMultipleChoiceField)


class SeenField(forms.IntegerField):
    """The hidden version of the row that the person had before them; call it `seen`."""

    widget = forms.HiddenInput


class Form(forms.Form):
    """The base of every form of the site.

    Validation is the server's alone; the browser's own bubbles are not used, because they speak its language.
    """

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            label = str(field.label or pretty_name(name)).rstrip(".")
            field.error_messages["required"] = _MISSING.get(widget_kind(field.widget), _FILL_IN) % {
                "label": label
            }
            if isinstance(field, forms.CharField) and field.max_length:
                told = _TOO_LONG % {"label": label, "limit": formats.number(field.max_length)}
                field.error_messages.setdefault("max_length", told)
            if _is_djangos(field.error_messages.get("invalid_choice")):
                field.error_messages["invalid_choice"] = _NOT_OFFERED

    def accepted(self, act: Callable[[], object]) -> bool:
        """Return whether the form is valid and `act` carried out; its result is then in `outcome`.

        A refusal becomes errors of the fields it names. Raises PermissionDenied where the right is missing.
        """
        self.outcome: Any = None
        if not self.is_valid():
            return False
        try:
            self.outcome = act()
        except NotAllowed as refused:
            raise PermissionDenied(str(refused)) from refused
        except Refused as refused:
            self.refuse(refused)
            return False
        return True

    def refuse(self, refused: Refused) -> None:
        """Show the sentences of `refused` beside the fields they name, the others on top.

        Where somebody else saved meanwhile, the form now carries their version, so that sending it again keeps
        what was typed here.
        """
        if isinstance(refused, EditedMeanwhile) and "seen" in self.fields:
            sent: Any = copy(self.data)
            sent[self.add_prefix("seen")] = str(refused.version)
            self.data = sent
        for name, sentences in refused.faults.items():
            for sentence in sentences:
                self.add_error(name if name in self.fields else None, str(sentence))


def _is_djangos(sentence: object) -> bool:
    return any(sentence is kind.default_error_messages["invalid_choice"] for kind in _BY_DJANGO)


@dataclass(frozen=True)
class ErrorLink:
    """One line of the error summary: the sentence, and the address of the field on this page."""

    href: str
    text: str


def error_links(
    *sources: forms.BaseForm | forms.BaseFormSet[Any] | Sequence[forms.BaseForm],
) -> list[ErrorLink]:
    """Return every fault of forms, lists of forms and formsets, in the order of the page."""
    links: list[ErrorLink] = []
    for source in sources:
        if isinstance(source, forms.BaseFormSet):
            links.extend(ErrorLink("", str(text)) for text in source.non_form_errors())
            links.extend(error_links(*source.forms))
        elif isinstance(source, Sequence):
            links.extend(error_links(*source))
        else:
            links.extend(_links_of(source))
    return links


def _links_of(form: forms.BaseForm) -> Iterable[ErrorLink]:
    if not form.is_bound:
        return
    for text in form.non_field_errors():
        yield ErrorLink("", str(text))
    for field in form:
        for text in field.errors:
            yield ErrorLink(f"#{field.id_for_label or f'{field.auto_id}_0'}", str(text))
