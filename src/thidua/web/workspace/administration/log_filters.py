"""What the audit log is filtered by."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.accounts.models import User
from thidua.core.vietnamese.fold import fold
from thidua.support.audit.reading import LogFilter, subject_types
from thidua.support.audit.words import known_actions
from thidua.web.shell.filters import FilterForm
from thidua.web.shell.forms import DateField
from thidua.web.workspace.administration.subject_kinds import kind_words


def _actions() -> list[tuple[str, str]]:
    return [
        ("", _("all")),
        *((code, words[:1].upper() + words[1:]) for code, words in known_actions().items()),
    ]


def _subject_types() -> list[tuple[str, str]]:
    told = sorted(((kind_words(code), code) for code in subject_types()), key=lambda pair: fold(pair[0]))
    return [("", _("all")), *((code, words) for words, code in told)]


class AuditFilters(FilterForm):
    """By who acted, what they did, to what, and when; `apply` narrows a `LogFilter`."""

    nguoi = forms.CharField(label=gettext_lazy("Done by"), max_length=100)
    viec = forms.ChoiceField(label=gettext_lazy("What was done"), choices=_actions)
    q = forms.CharField(label=gettext_lazy("Name of what it was done to"), max_length=100)
    loai = forms.ChoiceField(label=gettext_lazy("Kind of what it was done to"))
    tu = DateField(label=gettext_lazy("From the day"))
    den = DateField(label=gettext_lazy("To the day"))
    so = forms.CharField(label=gettext_lazy("Number"), max_length=80, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["loai"].choices = _subject_types()  # type: ignore[attr-defined]

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        wanted: LogFilter = rows
        return replace(
            wanted,
            actors=actors_named(answers["nguoi"]) if "nguoi" in answers else None,
            action=answers.get("viec", ""),
            subject=answers.get("q", ""),
            subject_type=answers.get("loai", ""),
            subject_id=answers.get("so", ""),
            first=answers.get("tu"),
            last=answers.get("den"),
        )


def actors_named(text: str) -> frozenset[str]:
    """Return the ids, as the log keeps them, of accounts whose name fits `text`; the system has the id ""."""
    words = fold(text).split()
    people = User.objects.order_by().values_list("pk", "full_name", "username")
    found = {
        str(pk)
        for pk, full_name, username in people
        if all(word in fold(f"{full_name} {username}") for word in words)
    }
    if all(word in fold(_("the system itself")) for word in words):
        found.add("")
    return frozenset(found)
