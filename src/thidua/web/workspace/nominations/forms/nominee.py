"""The questions about one nominee, few to a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar, Final

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thidua.accounts.models import User
from thidua.lawbook.queries import current_book
from thidua.lawbook.spoken import said
from thidua.nominations.content import NomineeLine
from thidua.nominations.models import Nomination
from thidua.registry.enums import PEOPLE, CommendationType, RecipientKind
from thidua.web.shell.forms import Form, LineField, NumberField, SeenField, TextField
from thidua.web.shell.lookups import sources
from thidua.web.shell.lookups.fields import LookupField
from thidua.web.workspace.nominations.verdicts import award_name

LEVELS: Final = (
    ("grassroots", _("Grassroots")),
    ("province", _("Province")),
    ("ministry", _("Ministry or sector")),
    ("state", _("State")),
)
_ANSWERS: Final = (("", _("not told")), ("yes", _("yes")), ("no", _("no")))
_MEANT: Final = {"yes": True, "no": False, "": None}
_SAID: Final = {True: "yes", False: "no", None: ""}


def award_choices() -> list[tuple[str, Any]]:
    """Return the awards of the law book for a select, grouped by level."""
    book, today = current_book(), timezone.localdate()
    groups: list[tuple[str, Any]] = [("", gettext("choose an award"))]
    for level, label in LEVELS:
        rows = [
            (code, award_name(book, code, today)) for code, one in book.awards.items() if one.level == level
        ]
        if rows:
            groups.append((str(label), sorted(rows, key=lambda row: row[1])))
    return groups


class QuestionForm(Form):
    """A page of questions about a nomination: shows what it says, and changes the line by what was typed."""

    seen = SeenField()
    theirs = ""  # the text that somebody else saved meanwhile, where it is long

    def __init__(
        self, *args: Any, row: Nomination, user: User, typed: Mapping[str, str] | None = None, **kwargs: Any
    ) -> None:
        self.row = row
        initial = {**self.shown(row), "seen": row.version, **(typed or {})}
        super().__init__(*args, initial=initial, **kwargs)
        self.prepare(user)

    def prepare(self, user: User) -> None:
        """Fit the fields to the nomination and the person."""

    def shown(self, row: Nomination) -> dict[str, object]:
        """Return what the nomination says now."""
        return {name: getattr(row, name) for name in self.base_fields if hasattr(row, name)}

    def changed(self, line: NomineeLine) -> NomineeLine:
        """Return the line with what was typed."""
        typed = {name: value for name, value in self.cleaned_data.items() if name != "seen"}
        return replace(line, **typed)


class _Who(forms.Form):
    recipient_kind = forms.ChoiceField(
        label=_("Who is nominated?"), choices=RecipientKind.choices, widget=forms.RadioSelect
    )
    recipient_name = LineField(
        label=_("Full name"),
        max_length=300,
        help_text=_("As it shall be printed on the certificate. Example: Lương Thị Bình"),
        widget=forms.TextInput(attrs={"spellcheck": "false", "autocomplete": "off"}),
    )


class WhoForm(QuestionForm, _Who):
    """Kind and name."""

    field_order = ("recipient_kind", "recipient_name")

    def changed(self, line: NomineeLine) -> NomineeLine:
        kind = self.cleaned_data["recipient_kind"]
        return replace(
            line,
            kind=kind,
            name=self.cleaned_data["recipient_name"],
            person=line.person if kind in PEOPLE else None,
            unit=line.unit if kind == RecipientKind.COLLECTIVE else None,
            household=line.household if kind == RecipientKind.HOUSEHOLD else None,
        )


class LinkForm(QuestionForm):
    """Who this is in the register, where the titles and awards come from."""

    found = LookupField(
        label=_("Who is this in the register?"),
        required=False,
        help_text=_("Titles, awards and grades are then taken from the register. Leave it empty if unknown."),
    )

    def prepare(self, user: User) -> None:
        source, linked = self._source(user), self._linked()
        field: Any = self.fields["found"]
        field.source = source.also(linked) if linked else source

    def shown(self, row: Nomination) -> dict[str, object]:
        linked = row.person or row.unit or row.household
        return {"found": linked} if linked else {}

    def changed(self, line: NomineeLine) -> NomineeLine:
        found = self.cleaned_data["found"]
        bare = replace(line, person=None, unit=None, household=None)
        return replace(bare, **{self._column(): found}) if found is not None else bare

    def _linked(self) -> Any:
        return self.row.person or self.row.unit or self.row.household

    def _column(self) -> str:
        if self.row.recipient_kind in PEOPLE:
            return "person"
        return "household" if self.row.recipient_kind == RecipientKind.HOUSEHOLD else "unit"

    def _source(self, user: User) -> sources.Source:
        find = {"person": sources.persons, "household": sources.households, "unit": sources.units}
        return find[self._column()](user)


class _Award(forms.Form):
    award_code = forms.ChoiceField(label=_("For which title or form of commendation?"))
    commendation_type = forms.ChoiceField(
        label=_("Type of commendation"), choices=CommendationType.choices, widget=forms.RadioSelect
    )


class AwardForm(QuestionForm, _Award):
    """Award, type and year."""

    counting_year = NumberField(label=_("Year of the achievement"), whole=True)
    field_order = ("award_code", "commendation_type", "counting_year")

    def prepare(self, user: User) -> None:
        self.fields["award_code"].choices = award_choices()  # type: ignore[attr-defined]

    def shown(self, row: Nomination) -> dict[str, object]:
        return super().shown(row) | {"counting_year": str(row.counting_year)}

    def changed(self, line: NomineeLine) -> NomineeLine:
        changed = super().changed(line)
        return replace(changed, counting_year=int(changed.counting_year))


class PlaceForm(QuestionForm):
    """Post, unit, and what the shares of the list are counted from."""

    post_then = LineField(
        label=_("Post or occupation"),
        max_length=300,
        help_text=_("Example: head of Na Ao 2 village"),
    )
    unit_then = LineField(
        label=_("Unit or address"),
        max_length=300,
        help_text=_("Example: Na Ao 2 village, De Tham commune"),
    )
    birth_year = NumberField(label=_("Year of birth"), whole=True, required=False)
    worker_kind = forms.ChoiceField(label=_("Kind of worker"), required=False)
    direct_worker = forms.ChoiceField(
        label=_("Works directly, without a leading post"),
        choices=_ANSWERS,
        widget=forms.RadioSelect,
        required=False,
    )
    woman = forms.ChoiceField(label=_("A woman"), choices=_ANSWERS, widget=forms.RadioSelect, required=False)
    ethnic_minority = forms.ChoiceField(
        label=_("Of an ethnic minority"), choices=_ANSWERS, widget=forms.RadioSelect, required=False
    )
    told: ClassVar = ("direct_worker", "woman", "ethnic_minority")

    def prepare(self, user: User) -> None:
        self.fields["unit_then"].required = self.row.unit_id is None
        if self.row.recipient_kind not in PEOPLE:
            for name in ("post_then", "birth_year", "worker_kind", *self.told):
                del self.fields[name]
            return
        kinds = current_book().words.get("recipient_kinds", {})
        people = [(code, said(words)) for code, words in kinds.items() if code in _PEOPLE_KINDS]
        self.fields["worker_kind"].choices = [("", gettext("not told")), *people]  # type: ignore[attr-defined]

    def shown(self, row: Nomination) -> dict[str, object]:
        year = str(row.birth_year) if row.birth_year else ""
        answers = {name: _SAID[getattr(row, name)] for name in self.told}
        return super().shown(row) | answers | {"birth_year": year}

    def changed(self, line: NomineeLine) -> NomineeLine:
        typed = {name: value for name, value in self.cleaned_data.items() if name != "seen"}
        for name in self.told:
            if name in typed:
                typed[name] = _MEANT[typed[name]]
        if typed.get("birth_year") is not None:
            typed["birth_year"] = int(typed["birth_year"])
        return replace(line, **typed)


_PEOPLE_KINDS: Final = (
    "official",
    "civil_servant",
    "public_employee",
    "worker",
    "labourer",
    "other_worker",
    "farmer",
    "soldier",
    "business_person",
    "intellectual",
    "scientist",
)


class DeedForm(QuestionForm):
    """The achievement in one line."""

    achievement = LineField(
        label=_("What was achieved, in one line?"),
        max_length=500,
        help_text=_("It is printed on the certificate. Write the deed and its result, not praise."),
    )


class ReportForm(QuestionForm):
    """The achievement report."""

    report = TextField(
        label=_("Report of the achievement"),
        rows=12,
        max_length=60_000,
        required=False,
        help_text=_(
            "Which work, which result in numbers, who benefits. Titles and awards are added below. "
            "You may also leave it empty and add the signed report among the papers."
        ),
    )


class NewNomineeForm(Form, _Who, _Award):
    """What a nomination needs at least."""

    field_order = ("recipient_kind", "recipient_name", "award_code", "commendation_type")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["award_code"].choices = award_choices()  # type: ignore[attr-defined]

    def line(self, year: int) -> NomineeLine:
        """Return the nominee for a counting year."""
        typed = self.cleaned_data
        return NomineeLine(
            kind=typed["recipient_kind"],
            name=typed["recipient_name"],
            award_code=typed["award_code"],
            commendation_type=typed["commendation_type"],
            counting_year=year,
        )
