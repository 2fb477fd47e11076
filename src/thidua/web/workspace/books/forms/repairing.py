"""What was read of a row, for somebody to correct; one value in the grid, all of them on the row's page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.orgs.models import Unit
from thidua.registry.actions import learn_award, learn_unit, repair_row
from thidua.registry.books.rows import AwardRead
from thidua.registry.books.staging import AS_WRITTEN
from thidua.registry.books.values import award_of
from thidua.registry.enums import CommendationType, RecipientKind
from thidua.registry.models import BookRow
from thidua.web.shell.forms import DateField, Form, LineField, NumberField
from thidua.web.shell.lookups import sources
from thidua.web.shell.lookups.fields import LookupField
from thidua.web.workspace.books.law_names import award_choices

KEEP_WORDS: Final = "as-written"
IN_GRID: Final = (
    *("name", "kind", "post", "unit", "award_code"),
    *("decision_number", "decision_date", "year", "amount"),
)
_NUMBERS: Final = frozenset({"year", "amount", "birth_year"})


class RepairForm(Form):
    """The values of a row. With `only`, one of them; `learn` then holds for all rows written the same way."""

    name = LineField(label=_("Name of the recipient"), required=False, max_length=400)
    kind = forms.ChoiceField(
        label=_("Kind of recipient"),
        required=False,
        choices=[
            ("", "–"),
            *((one.value, one.label) for one in RecipientKind if one != RecipientKind.AUTHOR),
        ],
    )
    post = LineField(label=_("Post then"), required=False)
    unit = LineField(label=_("Unit or address then"), required=False)
    award_code = forms.ChoiceField(label=pgettext_lazy("column of a book", "Award"), required=False)
    learn = forms.BooleanField(label=_("Read it so in all rows written this way"), required=False)
    decision_number = LineField(label=_("Decision number"), required=False)
    decision_date = DateField(label=_("Date of the decision"), required=False, help_text=_("dd/mm/yyyy"))
    authority = LineField(label=_("Issuing authority"), required=False)
    year = NumberField(label=_("Year of the award"), required=False, whole=True, minimum=1, maximum=9999)
    amount = NumberField(label=_("Bonus (đồng)"), required=False, whole=True, minimum=0, maximum=10**12)
    commendation_type = forms.ChoiceField(
        label=_("Type of commendation"), required=False, choices=[("", "–"), *CommendationType.choices]
    )
    birth_year = NumberField(label=_("Year of birth"), required=False, whole=True, minimum=1800, maximum=2100)
    ethnicity = LineField(label=_("Ethnicity"), required=False)
    reason = LineField(label=_("Achievement, reason"), required=False)

    def __init__(self, *args: Any, row: BookRow, only: str = "", **kwargs: Any) -> None:
        self.row = row
        self.award = award_of(row.values)
        kwargs.setdefault("initial", initial_of(row, self.award))
        super().__init__(*args, **kwargs)
        text = self.award.award_text
        choice = self.fields["award_code"]
        assert isinstance(choice, forms.ChoiceField)
        choices = award_choices(str(_("choose")))
        if text:
            choices.insert(1, (KEEP_WORDS, str(_("No award of the law: keep “%(text)s”")) % {"text": text}))
        choice.choices = choices
        if only:
            kept = {only, "learn"} if only == "award_code" else {only}
            for name in set(self.fields) - kept:
                del self.fields[name]
        if "learn" in self.fields:
            if text:
                words = _("Read “%(text)s” so in all rows, here and in later books")
                self.fields["learn"].label = str(words) % {"text": text}
            else:
                del self.fields["learn"]

    def repaired(self, by: User) -> int:
        """Carry out what was changed, and return how many rows now read otherwise; raises as `repair_row`."""
        changed = {
            name: value for name, value in self._values().items() if value != getattr(self.award, name)
        }
        code = self.cleaned_data.get("award_code")
        keeps_words = code == KEEP_WORDS
        learns = bool(self.cleaned_data.get("learn")) and not keeps_words and bool(code)
        rows = 0
        if learns:
            rows = learn_award(
                book=self.row.book, spelling=self.award.award_text, award_code=str(code), by=by
            )
            changed.pop("award_code", None)
        if changed or keeps_words:
            stays = self.row.values.get(AS_WRITTEN, False) and "award_code" not in changed
            repair_row(row=self.row, values=changed, as_written=keeps_words or stays, by=by)
            rows = max(rows, 1)
        return rows

    def _values(self) -> dict[str, Any]:
        known = {one.name for one in fields(AwardRead)}
        told = {name: value for name, value in self.cleaned_data.items() if name in known}
        if told.get("award_code") == KEEP_WORDS:
            told["award_code"] = ""
        return {
            name: int(value) if name in _NUMBERS and value is not None else value
            for name, value in told.items()
        }


class UnitForm(Form):
    """Which unit the words of a row mean."""

    meant = LookupField(
        label=_("Which unit is meant?"),
        help_text=_("Kept for all rows of this book and of later ones that name the unit so."),
    )

    def __init__(self, *args: Any, row: BookRow, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.row = row
        field = self.fields["meant"]
        assert isinstance(field, LookupField)
        field.source = sources.units(user, Right.SEE_RECORDS)

    def taught(self, by: User) -> int:
        """Remember the spelling, and return how many rows are written so; raises as `learn_unit`."""
        unit: Unit = self.cleaned_data["meant"]
        return learn_unit(book=self.row.book, spelling=self.row.values.get("unit", ""), unit=unit, by=by)


def initial_of(row: BookRow, award: AwardRead) -> Mapping[str, Any]:
    """Return the values of a row as its form begins."""
    said = {one.name: getattr(award, one.name) for one in fields(AwardRead)}
    said = {name: value for name, value in said.items() if isinstance(value, str | int | date)}
    if row.values.get(AS_WRITTEN):
        said["award_code"] = KEEP_WORDS
    said["learn"] = not award.award_code
    return said
