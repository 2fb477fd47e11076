"""Who asks what is held about their entries, which of those found are theirs, and why it is given."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from thidua.accounts.models import User
from thidua.contests.access import editions_kept_by
from thidua.contests.actions import extract_entries
from thidua.contests.queries.entrants import FoundEntry, entries_of_entrant
from thidua.web.shell import formats
from thidua.web.shell.forms import Form, LineField

_UNKEPT = {"autocomplete": "off", "spellcheck": "false"}


class EntrantForm(Form):
    """A name, and what only the entrant knows."""

    name = LineField(
        label=_("Full name of whoever asks"),
        max_length=300,
        help_text=_("As it stood on the entry; marks and capitals do not matter."),
        widget=forms.TextInput(attrs=_UNKEPT),
    )
    contact = LineField(
        label=_("Phone or email given with the entry"),
        max_length=254,
        required=False,
        widget=forms.TextInput(attrs=_UNKEPT),
    )
    code = LineField(
        label=_("Code of the receipt"),
        max_length=40,
        required=False,
        help_text=_("For example DT-7K0RM-XW9HD."),
        widget=forms.TextInput(attrs=_UNKEPT),
    )

    def found(self, user: User) -> list[FoundEntry]:
        """Return the entries that may be theirs, of the editions that the officer keeps."""
        return entries_of_entrant(editions_kept_by(user), **self.cleaned_data)


class ExtractForm(Form):
    """Which of the entries are theirs, and what the extract is made for."""

    entries = forms.MultipleChoiceField(
        label=_("Entries that are theirs"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_(
            "Others may bear the same name. Tick only what they prove to be theirs: by the phone, the email or the "
            "code, or by knowing the work."
        ),
    )
    reason = LineField(
        label=_("What you need it for"),
        max_length=300,
        required=False,
        help_text=_("Kept in the log with your name."),
    )

    def __init__(self, *args: Any, found: Sequence[FoundEntry], asked: str, user: User) -> None:
        super().__init__(*args)
        self.listed, self.asked, self.user = {str(one.entry.pk): one for one in found}, asked, user
        choices: Any = self.fields["entries"]
        choices.choices = [(key, _told(one)) for key, one in self.listed.items()]

    def make(self) -> bytes:
        """Return the extract of the entries that are ticked."""
        said = self.cleaned_data
        ticked = [self.listed[key] for key in said["entries"]]
        return extract_entries(found=ticked, name=self.asked, reason=said["reason"], by=self.user)


def _told(one: FoundEntry) -> str:
    entry = one.entry
    edition = entry.category.edition
    words = {
        "title": entry.title,
        "contest": f"{edition.competition.name} {edition.year}",
        "day": formats.day(entry.received_at),
    }
    if one.is_reached:
        return _now("“%(title)s”, %(contest)s, received on %(day)s; phone, email or code agrees") % words
    return _now("“%(title)s”, %(contest)s, received on %(day)s; only the name agrees") % words
