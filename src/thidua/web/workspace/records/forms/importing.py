"""A table of grades, initiatives or earlier awards: pasted, or taken from a file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.orgs.access import holdings
from thidua.registry.enums import ImportContent
from thidua.registry.importing.reading import text_of_file
from thidua.support.files.kinds import CSV, XLSX
from thidua.support.refusals import Refused
from thidua.web.shell.forms import FileField, Form, LineField, TextField
from thidua.web.shell.lookups import sources
from thidua.web.shell.lookups.fields import LookupField

_CHOICE: Final = re.compile(r"^chon-(\d{1,5})$")
_LEFT_OUT: Final = re.compile(r"^bo-(\d{1,5})$")


class ImportForm(Form):
    """The table, whose records they are, and what the import is called."""

    kept_by = LookupField(
        label=_("Kept by"),
        help_text=_("Rows that name a unit are kept by that unit, all others by this one."),
    )
    file = FileField(
        label=_("Take the table from a file"),
        kinds=(XLSX, CSV),
        required=False,
        help_text=_("Excel or CSV with headings. It takes the place of the text below."),
    )
    title = LineField(
        label=_("Name of the import"),
        required=False,
        max_length=200,
        help_text=_(
            "For example: Xếp loại năm 2025, Sở Nội vụ. Left empty, the name of the file stands for it."
        ),
    )
    table = forms.CharField(
        label=_("The table, one row to a line"),
        required=False,
        strip=False,
        widget=forms.Textarea(
            attrs={"rows": 12, "spellcheck": "false", "autocapitalize": "none", "wrap": "off"}
        ),
        help_text=_("Rows copied from Excel can be pasted as they are, best together with their headings."),
    )

    def __init__(self, *args: Any, user: User, content: ImportContent, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.content = content
        field = self.fields["kept_by"]
        assert isinstance(field, LookupField)
        field.source = sources.units(user, Right.KEEP_AWARDS)
        if content is ImportContent.AWARDS:
            field.label = _now("Decided by")
            field.help_text = _now(
                "The unit under whose name the decisions are kept; “Cơ quan ban hành” in the table says who signed."
            )
        held = {holding.unit_id for holding in holdings(user)}
        own = list(field.source.rows().filter(pk__in=held)[:2])
        if len(own) == 1:
            self.initial.setdefault("kept_by", own[0])

    def take_file(self) -> bool:
        """Put the rows of the file into the text, where they can be corrected; return whether all went well."""
        upload = self.cleaned_data.get("file")
        if upload is None:
            return True
        try:
            text = text_of_file(upload.read(), upload.name)
        except Refused as refused:
            self.refuse(refused)
            return False
        data = self.data.copy()  # type: ignore[attr-defined]
        data["table"] = self.cleaned_data["table"] = text
        if not self.cleaned_data["title"]:
            data["title"] = self.cleaned_data["title"] = upload.name[:200]
        self.data = data
        return True


class UndoForm(Form):
    """Why an import is taken back."""

    reason = TextField(
        label=_("Why is it undone?"), rows=3, max_length=1000, help_text=_("The reason stays in the log.")
    )


def choices_in(posted: QueryDict) -> Mapping[int, int]:
    """Return row → number in the register, as chosen among several of a name."""
    found = {}
    for name, value in posted.items():
        match, text = _CHOICE.match(name), str(value)
        if match and text.isascii() and text.isdigit() and len(text) < 19:
            found[int(match[1])] = int(text)
    return found


def left_out_in(posted: QueryDict) -> frozenset[int]:
    """Return the rows that are to be left out."""
    return frozenset(int(match[1]) for name in posted if (match := _LEFT_OUT.match(name)))
