"""Entering a contest, and taking an entry back."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.utils.functional import lazy
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from thidua.contests.actions import check_entry, enter_online
from thidua.contests.actions.bare_file import WORKS
from thidua.contests.content import AuthorLine, EntryContent
from thidua.contests.enums import EntrantKind
from thidua.contests.models import Category, Edition, Entry
from thidua.support.files.actions import store_file
from thidua.support.refusals import Refused
from thidua.web.shell.forms import FileField, LineField, TextField
from thidua.web.shell.public_forms import PublicForm

FILES: Final = ("work", "work_2", "work_3")
ENTRANT: Final = ("authors", "collective_name", "phone", "email")


class EntryForm(PublicForm):
    """A work, its authors or collective, how to reach them, up to three files, and the word that the rules are kept."""

    counted = "contest-entry"
    most_of_one = (
        40  # a class enters from the one address of its school, in the last hour, with files to be mended
    )
    category = forms.ModelChoiceField(
        label=_("Category"), queryset=Category.objects.none(), widget=forms.RadioSelect, empty_label=None
    )
    title = LineField(label=_("Title of the work"), max_length=300)
    entrant_kind = forms.ChoiceField(
        label=_("Who enters"),
        choices=[(value, lazy(capfirst, str)(label)) for value, label in EntrantKind.choices],
        widget=forms.RadioSelect,
    )
    authors = TextField(
        label=_("Authors"),
        help_text=_(
            "Full names, one to a line, in the order of the title page. Leave empty only where a collective enters."
        ),
        rows=3,
        max_length=9_000,
        hides_count=True,
        required=False,
    )
    collective_name = LineField(
        label=_("Name of the collective"),
        help_text=_("Only where a collective enters."),
        max_length=300,
        required=False,
    )
    phone = LineField(
        label=_("Phone"),
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel"}),
    )
    email = LineField(
        label=_("Email"),
        max_length=254,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "email", "autocomplete": "email"}),
    )
    work = FileField(
        label=_("File of the work"),
        help_text=_("PDF, DOCX, JPG or PNG. Write no name on the pages: the jury reads without names."),
        kinds=WORKS,
    )
    work_2 = FileField(label=_("Second file"), kinds=WORKS, required=False)
    work_3 = FileField(label=_("Third file"), kinds=WORKS, required=False)
    agreed = forms.BooleanField(
        label=_(
            "I have read the rules, meet the conditions, and agree that winners are published with their names"
        )
    )

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.edition = edition
        choices: Any = self.fields["category"]
        choices.queryset = edition.categories.order_by("ordinal")
        self.initial.setdefault("entrant_kind", EntrantKind.INDIVIDUAL)

    def clean(self) -> dict[str, Any]:
        """Say what is missing of the entrant along with the rest: whoever sends again must choose the files again."""
        given = super().clean()
        if self.errors:
            try:
                self._content(given).cleaned(self.edition.rules)
            except Refused as refused:
                for name in ENTRANT:
                    if name in refused.faults and name not in self.errors:
                        self.add_error(name, [str(sentence) for sentence in refused.faults[name]])
        return given

    def _content(self, said: dict[str, Any]) -> EntryContent:
        authors = said.get("authors", "").splitlines()
        return EntryContent(
            title=said.get("title", ""),
            entrant_kind=said.get("entrant_kind", ""),
            authors=[AuthorLine(name=line) for line in authors if line.strip()],
            collective_name=said.get("collective_name", ""),
            phone=said.get("phone", ""),
            email=said.get("email", ""),
            provenance=self.edition.provenance,
        )

    def refuse(self, refused: Refused) -> None:
        """Show what is said of files at the first; chosen files must be chosen again, which a browser decides."""
        faults = {"work" if name == "files" else name: said for name, said in refused.faults.items()}
        super().refuse(Refused(faults))

    def enter(self) -> Entry:
        """Enter the work; its files are stored once it is clear that the contest takes it."""
        said = self.answers
        sent = [(name, said[name]) for name in FILES if said[name]]
        content = self._content(said)
        check_entry(category=said["category"], content=content)
        files = [
            store_file(data=file.read(), name=file.name, by=None, field=name, kinds=WORKS)
            for name, file in sent
        ]
        return enter_online(category=said["category"], content=content, files=files, by=None)


class WithdrawOwnForm(PublicForm):
    """The code of the receipt."""

    counted = "contest-withdrawal"
    ma = LineField(
        label=_("Code on your receipt"),
        max_length=40,
        help_text=_("For example DT-7K0RM-XW9HD."),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )
    sure = forms.BooleanField(label=_("Yes, I withdraw this work from the contest"))
