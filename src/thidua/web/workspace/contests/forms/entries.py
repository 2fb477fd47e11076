"""Entries on paper, jurors, and reasons."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.functional import lazy
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from thidua.contests.access import accounts_that_may_judge
from thidua.contests.actions.bare_file import WORKS
from thidua.contests.content import AuthorLine, EntryContent
from thidua.contests.enums import EntrantKind
from thidua.contests.models import Category, Edition, Entry, Juror
from thidua.support.refusals import Refused
from thidua.web.shell.fields import RowsField
from thidua.web.shell.forms import DateField, FileField, Form, LineField, TextField
from thidua.web.workspace.contests.forms.moments import TimeField
from thidua.web.workspace.contests.lines import authors_in


class PaperEntryForm(Form):
    """A work that came on paper."""

    category = forms.ModelChoiceField(label=_("Category"), queryset=Category.objects.none(), empty_label=None)
    title = LineField(label=_("Title of the work"), max_length=300)
    entrant_kind = forms.ChoiceField(
        label=_("Who enters"),
        choices=[(value, lazy(capfirst, str)(label)) for value, label in EntrantKind.choices],
        widget=forms.RadioSelect,
    )
    collective_name = LineField(
        label=_("Name of the collective"),
        help_text=_("Only where a collective enters."),
        max_length=300,
        required=False,
    )
    authors = TextField(
        label=_("Authors"),
        help_text=_("One to a line, in the order of the title page. Unequal shares in parts: Vi Văn Lai × 2"),
        rows=3,
        required=False,
    )
    phone = LineField(label=_("Phone"), max_length=20, required=False)
    email = LineField(label=_("Email"), max_length=254, required=False)
    stamped_at = DateField(label=_("Day of the stamp"))
    stamped_time = TimeField(label=_("Time of the stamp"))
    work = FileField(label=_("Scan of the work"), kinds=WORKS, required=False)

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: Any = self.fields["category"]
        choices.queryset = edition.categories.order_by("ordinal")

    def clean_authors(self) -> list[AuthorLine]:
        """Read the lines."""
        return authors_in(self.cleaned_data["authors"])

    def refuse(self, refused: Refused) -> None:
        """Show what is said of the files beside the one file."""
        faults = {"work" if name == "files" else name: said for name, said in refused.faults.items()}
        super().refuse(Refused(faults))

    def content(self, edition: Edition) -> EntryContent:
        """Return what the action takes."""
        names = ("title", "entrant_kind", "collective_name", "authors", "phone", "email")
        said = {name: self.cleaned_data[name] for name in names}
        return EntryContent(**said, provenance=edition.provenance)


class WithdrawForm(Form):
    """Why an entry is withdrawn."""

    withdrawn_reason = LineField(label=_("Reason"), max_length=500)


class AppointForm(Form):
    """Who judges, and what."""

    user = forms.ModelChoiceField(
        label=_("Juror"),
        queryset=accounts_that_may_judge().none(),
        help_text=_("Accounts with the role of a juror. The administrator gives the role."),
    )
    is_chair = forms.BooleanField(label=_("Chair of the jury"), required=False)
    categories = RowsField(
        label=_("Categories"),
        queryset=Category.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Choose none to let the juror judge all of them."),
    )

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        users: Any = self.fields["user"]
        users.queryset = accounts_that_may_judge().exclude(juries__edition=edition)
        users.label_from_instance = lambda user: user.full_name
        rows: Any = self.fields["categories"]
        rows.queryset = edition.categories.order_by("ordinal")


class ReasonForm(Form):
    """A reason that is kept."""

    reason = LineField(label=_("Reason"), max_length=500)


class CloseForm(Form):
    """A reason where marks are missing."""

    reason = LineField(
        label=_("Reason"),
        max_length=500,
        required=False,
        help_text=_("Only where a juror has not handed in."),
    )


class OfficeConflictForm(Form):
    """A conflict that the office knows of."""

    entry = forms.ModelChoiceField(label=pgettext_lazy("contest", "Entry"), queryset=Entry.objects.none())
    reason = LineField(label=_("What ties the juror to the work or its authors"), max_length=500)

    def __init__(self, *args: Any, juror: Juror, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows: Any = self.fields["entry"]
        rows.queryset = Entry.objects.filter(category__edition=juror.edition).order_by("title", "pk")
