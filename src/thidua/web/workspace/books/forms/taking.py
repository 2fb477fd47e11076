"""A book: a file, or rows that were pasted."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.orgs.access import holdings
from thidua.registry.actions import paste_book, take_book
from thidua.registry.models import BookImport
from thidua.support.files.kinds import TABLES
from thidua.web.shell.forms import FileField, Form, LineField, TextField
from thidua.web.shell.lookups import sources
from thidua.web.shell.lookups.fields import LookupField


class TakeForm(Form):
    """The book, who keeps its awards, and what the import is called."""

    file = FileField(
        label=_("The file"),
        kinds=TABLES,
        required=False,
        help_text=_("XLSX, XLS, ODS, CSV, or a Word file (DOCX) with a table or a list."),
    )
    table = forms.CharField(
        label=_("Or paste rows, one to a line"),
        required=False,
        strip=False,
        widget=forms.Textarea(
            attrs={"rows": 6, "spellcheck": "false", "autocapitalize": "none", "wrap": "off"}
        ),
        help_text=_("Rows copied out of Excel or Word, best together with their headings."),
    )
    kept_by = LookupField(
        label=_("Kept by"),
        help_text=_(
            "The unit in whose register the awards stand. Rows that name an authority of their own go there."
        ),
    )
    title = LineField(
        label=_("Name of the import"),
        required=False,
        max_length=200,
        help_text=_("For example: Sổ khen thưởng năm 2018. Left empty, the name of the file stands for it."),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["kept_by"]
        assert isinstance(field, LookupField)
        field.source = sources.units(user, Right.KEEP_AWARDS)
        held = {holding.unit_id for holding in holdings(user)}
        own = list(field.source.rows().filter(pk__in=held)[:2])
        if len(own) == 1:
            self.initial.setdefault("kept_by", own[0])

    def clean(self) -> dict[str, Any]:
        """Ask for a file or for rows."""
        said: dict[str, Any] = super().clean() or {}
        if not said.get("file") and not said.get("table", "").strip() and "file" not in self.errors:
            self.add_error("file", _("Choose a file, or paste rows."))
        return said

    def data_of_book(self) -> bytes:
        """Return the bytes that are taken."""
        upload = self.cleaned_data.get("file")
        if upload is None:
            text: str = self.cleaned_data["table"]
            return text.encode()
        upload.seek(0)
        data: bytes = upload.read()
        return data

    def taken(self, by: User) -> BookImport:
        """Keep the book; raises as `take_book`."""
        said = self.cleaned_data
        upload = said.get("file")
        if upload is None:
            return paste_book(text=said["table"], kept_by=said["kept_by"], title=said["title"], by=by)
        data = self.data_of_book()
        return take_book(data=data, name=upload.name, kept_by=said["kept_by"], title=said["title"], by=by)


class UndoForm(Form):
    """Why an import is taken out."""

    reason = TextField(
        label=_("Why is it undone?"), rows=3, max_length=1000, help_text=_("The reason stays in the log.")
    )
