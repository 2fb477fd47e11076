"""The forms that try a case: a short one to fill in, and a case file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar, Final

from django import forms
from django.forms import BoundField
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.core.law.book import LawBook
from thidua.core.law.provisions import Award
from thidua.lawbook.spoken import said
from thidua.web.shell.forms import DateField, Form, NumberField

YEARS: Final = 8
AWARDS: Final = 6
ALL_HOLD: Final = "dat"
FIRST_YEAR, LAST_YEAR = 1945, 2200

Choices = list[tuple[str, Any]]


class YearField(forms.IntegerField):
    """A year in four digits, written without a dot."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "maxlength": 4})
    default_error_messages: ClassVar[dict[str, Any]] = {
        "invalid": gettext_lazy("Write the year in four digits, for example 2025."),
        "min_value": gettext_lazy("Write the year in four digits, for example 2025."),
        "max_value": gettext_lazy("Write the year in four digits, for example 2025."),
    }


def year_field(label: Any) -> YearField:
    """Return a field for a year."""
    return YearField(label=label, required=False, min_value=FIRST_YEAR, max_value=LAST_YEAR)


def count_field(label: Any) -> NumberField:
    """Return a field for a head count."""
    return NumberField(label=label, required=False, whole=True, minimum=0, percent=False)


class CaseForm(Form):
    """One nominee for one award, as far as a short form goes; a case file says everything else."""

    award = forms.ChoiceField(label=gettext_lazy("Title or form"))
    on = DateField(label=gettext_lazy("Date of the decision"))
    received = DateField(
        label=gettext_lazy("Complete dossier received"),
        required=False,
        help_text=gettext_lazy("It chooses the law; left empty, the date of the decision does."),
    )
    recipient = forms.ChoiceField(label=gettext_lazy("Nominee"))
    type = forms.ChoiceField(label=gettext_lazy("Type of commendation"))
    human = forms.ChoiceField(
        label=gettext_lazy("What a person judges or certifies"),
        required=False,
        choices=[
            ("", gettext_lazy("not answered yet")),
            (ALL_HOLD, gettext_lazy("suppose that all of it holds")),
        ],
    )
    suspended = forms.BooleanField(
        label=gettext_lazy("An examination, complaint or investigation is running"), required=False
    )
    discipline = forms.ChoiceField(label=gettext_lazy("Discipline"), required=False)
    discipline_from = DateField(label=gettext_lazy("from"), required=False)
    discipline_to = DateField(label=gettext_lazy("to"), required=False)
    members = count_field(gettext_lazy("People in the collective"))
    advanced = count_field(gettext_lazy("of them advanced workers"))
    fighters = count_field(gettext_lazy("of them grassroots emulation fighters"))
    completed = count_field(gettext_lazy("of them completed their tasks, or better"))
    founded = year_field(gettext_lazy("Founded in the year"))

    def __init__(self, *args: Any, book: LawBook, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = book.words
        awards = _by_kind(book)
        self._choose("award", [("", _("choose")), *awards])
        self._choose("recipient", _told(words["recipient_kinds"].items()))
        self._choose("type", _told(words["commendation_types"].items()))
        self._choose("discipline", [("", _("none")), *_told(words["discipline_levels"].items())])
        grades = [("", "–"), *_told(words["grades"].items())]
        scopes = [("", "–"), *_told(words["scopes"].items())]
        this_year = timezone.localdate().year
        for place in range(YEARS):
            self.fields[f"year_{place}"] = year_field(_("Year"))
            self.fields[f"year_{place}"].initial = this_year - place
            self.fields[f"grade_{place}"] = forms.ChoiceField(
                label=_("Grade"), required=False, choices=grades
            )
            self.fields[f"scope_{place}"] = forms.ChoiceField(
                label=_("Initiative"), required=False, choices=scopes
            )
        for place in range(AWARDS):
            self.fields[f"held_{place}"] = forms.ChoiceField(
                label=_("Award held"), required=False, choices=[("", "–"), *awards]
            )
            self.fields[f"held_year_{place}"] = year_field(_("Year"))

    def _choose(self, name: str, choices: Choices) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def years(self) -> Iterator[tuple[BoundField, BoundField, BoundField]]:
        """Yield the rows of the grid: year, grade, scope of a recognised initiative."""
        for place in range(YEARS):
            yield self[f"year_{place}"], self[f"grade_{place}"], self[f"scope_{place}"]

    def held(self) -> Iterator[tuple[BoundField, BoundField]]:
        """Yield the rows of awards held: award, year."""
        for place in range(AWARDS):
            yield self[f"held_{place}"], self[f"held_year_{place}"]

    def clean(self) -> dict[str, Any]:
        """Ask for what belongs together."""
        cleaned: dict[str, Any] = super().clean() or {}
        seen: set[int] = set()
        for place in range(YEARS):
            year, told = (
                cleaned.get(f"year_{place}"),
                cleaned.get(f"grade_{place}") or cleaned.get(f"scope_{place}"),
            )
            if told and year is None and f"year_{place}" not in self.errors:
                self.add_error(f"year_{place}", _("Write the year of this grade or initiative."))
            if told and year in seen:
                self.add_error(f"year_{place}", _("This year stands in two rows. Keep one."))
            if told and year is not None:
                seen.add(year)
        for place in range(AWARDS):
            if cleaned.get(f"held_{place}") and cleaned.get(f"held_year_{place}") is None:
                self.add_error(f"held_year_{place}", _("Write the year that this award was given for."))
        if cleaned.get("discipline") and not cleaned.get("discipline_from"):
            self.add_error("discipline_from", _("Give the day from which the discipline holds."))
        return cleaned


class CasesForm(Form):
    """A case file."""

    cases = forms.CharField(
        label=gettext_lazy("Cases (YAML)"),
        strip=False,
        widget=forms.Textarea(attrs={"rows": 16, "spellcheck": "false", "autocomplete": "off"}),
    )


def _told(words: Iterable[tuple[str, Any]]) -> Choices:
    return [(code, capfirst(said(wording))) for code, wording in words]


def _by_kind(book: LawBook) -> Choices:
    def named(awards: Iterable[Award]) -> Choices:
        return [
            (award.code, capfirst(said(award.name))) for award in sorted(awards, key=lambda one: one.rank)
        ]

    kinds = dict.fromkeys([*book.words["kinds"], *(award.kind for award in book.awards.values())])
    groups = [(kind, [one for one in book.awards.values() if one.kind == kind]) for kind in kinds]
    return [(capfirst(said(book.word("kinds", kind))), named(inside)) for kind, inside in groups if inside]
