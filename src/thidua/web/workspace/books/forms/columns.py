"""What the columns of a book say, and what holds where it does not say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from thidua.registry.books.rows import Field
from thidua.registry.books.values import award_of
from thidua.registry.enums import RecipientKind
from thidua.registry.models import BookImport
from thidua.web.shell.forms import DateField, Form, LineField, NumberField
from thidua.web.workspace.books.fields_said import FIELD_WORDS
from thidua.web.workspace.books.law_names import award_choices

NOTHING: Final = ""
MOST_COLUMNS: Final = 60
DEFAULTS: Final = ("award_code", "decision_number", "decision_date", "authority", "year", "unit", "kind")


class ColumnsForm(Form):
    """A select for each column of each sheet, and the defaults of the whole book."""

    award_code = forms.ChoiceField(label=pgettext_lazy("column of a book", "Award"), required=False)
    decision_number = LineField(label=_("Decision number"), required=False, max_length=50)
    decision_date = DateField(label=_("Date of the decision"), required=False, help_text=_("dd/mm/yyyy"))
    authority = LineField(label=_("Issuing authority"), required=False, max_length=300)
    year = NumberField(label=_("Year of the award"), required=False, whole=True)
    unit = LineField(label=_("Unit of the recipients"), required=False, max_length=300)
    kind = forms.ChoiceField(
        label=_("Kind of recipient"),
        required=False,
        choices=[
            ("", "–"),
            *((one.value, one.label) for one in RecipientKind if one != RecipientKind.AUTHOR),
        ],
    )

    def __init__(self, *args: Any, book: BookImport, **kwargs: Any) -> None:
        self.book = book
        self.sheets: list[dict[str, Any]] = list(book.reading.get("sheets", ()))
        before = award_of(book.reading.get("defaults", {}).get("", {}))
        kwargs.setdefault("initial", {name: getattr(before, name) for name in DEFAULTS})
        super().__init__(*args, **kwargs)
        choice = self.fields["award_code"]
        assert isinstance(choice, forms.ChoiceField)
        choice.choices = award_choices("–")
        words = [(NOTHING, str(_("nothing, leave it out"))), *((k, str(v)) for k, v in FIELD_WORDS.items())]
        for at, sheet in enumerate(self.sheets):
            for place in range(width_of(sheet)):
                field = forms.ChoiceField(
                    label=_("What does column %(name)s say?") % {"name": letter(place)},
                    required=False,
                    choices=words,
                    initial=sheet["columns"].get(str(place), NOTHING),
                )
                self.fields[f"cot-{at}-{place}"] = field

    def column(self, sheet: int, place: int) -> BoundField:
        """Return the select of a column."""
        return self[f"cot-{sheet}-{place}"]

    def default_fields(self) -> Iterator[BoundField]:
        """Yield the fields for what the book does not say."""
        for name in DEFAULTS:
            yield self[name]

    def columns_chosen(self) -> dict[str, dict[int, Field | None]]:
        """Return, by sheet, what was chosen otherwise than it was read, and what was chosen before."""
        before = self.book.reading.get("columns", {})
        found: dict[str, dict[int, Field | None]] = {}
        for at, sheet in enumerate(self.sheets):
            chosen: dict[int, Field | None] = {
                int(place): Field(said) if said else None
                for place, said in before.get(sheet["sheet"], {}).items()
            }
            for place in range(width_of(sheet)):
                said = self.cleaned_data[f"cot-{at}-{place}"]
                if said != sheet["columns"].get(str(place), NOTHING):
                    chosen[place] = Field(said) if said else None
            if chosen:
                found[sheet["sheet"]] = chosen
        return found

    def defaults_said(self) -> dict[str, Mapping[str, Any]]:
        """Return what holds for the whole book."""
        said = {name: self.cleaned_data.get(name) for name in DEFAULTS}
        told: dict[str, Any] = {name: value for name, value in said.items() if value not in (None, "")}
        if "year" in told:
            told["year"] = int(told["year"])
        return {"": told} if told else {}


def width_of(sheet: Mapping[str, Any]) -> int:
    """Return how many columns of a sheet are shown."""
    named = [int(place) + 1 for place in (*sheet["columns"], *sheet["headings"])]
    written = [
        place + 1 for _number, texts in sheet.get("sample", ()) for place, text in enumerate(texts) if text
    ]
    return min(max([*named, *written], default=0), MOST_COLUMNS)


def letter(place: int) -> str:
    """Return «A» for 0, «AA» for 26."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(65 + rest) + name
    return name
