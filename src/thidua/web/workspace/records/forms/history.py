"""Forms of grades, initiatives, disciplinary measures and pending matters: one recipient, one paper."""

from __future__ import annotations

from typing import Any, ClassVar, Final

from django import forms
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.orgs.models import Household, Person, Unit
from thidua.registry.actions import (
    DisciplineContent,
    GradeContent,
    InitiativeContent,
    MatterContent,
    correct_history,
    record_history,
)
from thidua.registry.content import HistoryContent
from thidua.registry.enums import (
    DisciplineLevel,
    Grade,
    InitiativeForm,
    InitiativeScope,
    MatterKind,
)
from thidua.registry.models import HistoryRecord
from thidua.support.refusals import Refused
from thidua.web.shell.forms import DateField, LineField, TextField
from thidua.web.shell.lookups import sources
from thidua.web.shell.lookups.fields import LookupField
from thidua.web.workspace.records.law_names import award_choices
from thidua.web.workspace.records.record_form import (
    RecordForm,
    Section,
    YearField,
    capitalised,
    origin_field,
    whole,
)

PAPER: Final = ("decision_number", "decision_date", "authority")
WHO: Final = Section(
    _("Whom it is about"),
    ("person", "unit", "household", "kept_by"),
    hint=_("Choose one. Somebody who is not in the register is entered under “Persons” first."),
)
BASIS: Final = Section(_("The paper it rests on"), PAPER)
WHY: Final = Section(_("Why it is corrected"), ("reason",))
ORIGIN: Final = Section(_("Where this is known from"), ("provenance",), folded=True)


class HistoryForm(RecordForm):
    """A record of somebody's history; a correction takes its place and says why."""

    unit_field = "kept_by"
    right = Right.KEEP_AWARDS
    widths = {"decision_number": "medium", "decision_date": "short", "counting_year": "short"}
    content: ClassVar[type[HistoryContent]]
    own: ClassVar[tuple[str, ...]]

    person = LookupField(label=_("Person"), required=False, help_text=_("Type a part of the name."))
    unit = LookupField(
        label=_("Collective"),
        required=False,
        help_text=_("Type a part of the name, then choose from the list."),
    )
    kept_by = LookupField(
        label=_("Kept by"),
        help_text=_("Those who see records of this unit see this one. Old and new names are found."),
    )
    decision_number = LineField(
        label=_("Decision number"), required=False, help_text=_("For example: 2105/QĐ-UBND")
    )
    decision_date = DateField(
        label=_("Date of the decision"), required=False, help_text=_("For example: 28/10/2019")
    )
    authority = LineField(
        label=_("Decided by"),
        required=False,
        help_text=_("As the paper says it, for example: Giám đốc Sở Y tế"),
    )
    reason = TextField(
        label=_("Reason of the correction"),
        rows=3,
        max_length=1000,
        help_text=_("The former record stays readable with this reason."),
    )
    provenance = origin_field()

    def __init__(self, *args: Any, user: User, row: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, user=user, row=row, **kwargs)
        if row is None:
            del self.fields["reason"]
            self.offer(**{name: find for name, find in _SOURCES.items() if name in self.fields})
        else:
            for name in _SOURCES:
                self.fields.pop(name, None)

    def initial_of(self, row: Any) -> dict[str, Any]:
        return {name: getattr(row, name) for name in (*self.own, *PAPER, "provenance")}

    def record(self) -> Model:
        return record_history(
            recipient=self._recipient(),
            kept_by=self.cleaned_data["kept_by"],
            content=self._content(),
            by=self.user,
        )

    def correct(self) -> Model:
        row: HistoryRecord = self.row
        return correct_history(
            row=row, content=self._content(), reason=self.cleaned_data["reason"], by=self.user
        )

    def _recipient(self) -> Person | Unit | Household:
        chosen = [one for name in _SOURCES if (one := self.cleaned_data.get(name)) is not None]
        if len(chosen) != 1:
            sentence = _now("Choose whom it is about: exactly one.")
            raise Refused({"person": sentence})
        found: Person | Unit | Household = chosen[0]
        return found

    def _content(self) -> HistoryContent:
        names = [name for name in (*self.own, *PAPER, "provenance") if name in self.fields]
        given = whole({name: self.cleaned_data[name] for name in names}, *({"counting_year"} & set(names)))
        kept = {"file": self.row.file} if self.row is not None else {}
        return self.content(**given, **kept)


class GradeForm(HistoryForm):
    """The grade of a year."""

    content, own = GradeContent, ("counting_year", "grade")
    sections = (WHO, Section(_("The grade"), own), BASIS, WHY, ORIGIN)

    counting_year = YearField(
        label=_("Counting year"), minimum=1945, maximum=2100, initial=lambda: timezone.localdate().year - 1
    )
    grade = forms.ChoiceField(
        label=_("Grade"), choices=capitalised(reversed(Grade.choices)), widget=forms.RadioSelect
    )


class InitiativeRecordForm(HistoryForm):
    """A recognised initiative or topic."""

    content = InitiativeContent
    own = ("counting_year", "name", "scope", "form", "effective", "used_for")
    sections = (
        WHO,
        Section(_("The initiative"), ("name", "counting_year", "scope", "form", "effective", "used_for")),
        BASIS,
        WHY,
        ORIGIN,
    )

    name = LineField(label=_("What it is called"), max_length=500)
    counting_year = YearField(label=_("Counting year"), minimum=1945, maximum=2100)
    scope = forms.ChoiceField(
        label=_("Scope of its effect"), choices=capitalised(InitiativeScope.choices), widget=forms.RadioSelect
    )
    form = forms.ChoiceField(
        label=_("Recognised as"),
        choices=capitalised(InitiativeForm.choices),
        initial=InitiativeForm.INITIATIVE,
        widget=forms.RadioSelect,
    )
    effective = forms.BooleanField(label=_("Its effect is certified"), required=False, initial=True)
    used_for = forms.ChoiceField(
        label=_("Award it has already served"),
        required=False,
        help_text=_("An initiative serves one award. Leave it empty if it has served none."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["used_for"].choices = award_choices(_now("none"))  # type: ignore[attr-defined]


class DisciplineForm(HistoryForm):
    """A disciplinary measure."""

    right = Right.APPRAISE
    content, own = DisciplineContent, ("level", "since", "until")
    sections = (WHO, Section(_("The measure"), own), BASIS, WHY, ORIGIN)
    widths = {**HistoryForm.widths, "since": "short", "until": "short"}

    level = forms.ChoiceField(
        label=_("Measure"), choices=capitalised(DisciplineLevel.choices), widget=forms.RadioSelect
    )
    since = DateField(label=_("In force from"), help_text=_("For example: 28/10/2019"))
    until = DateField(label=_("In force until"), required=False, help_text=_("Empty while it holds."))


class MatterForm(HistoryForm):
    """A matter that suspends nominations until it is concluded."""

    right = Right.APPRAISE
    content, own = MatterContent, ("kind", "since", "about")
    sections = (WHO, Section(_("The matter"), own), BASIS, WHY, ORIGIN)
    widths = {**HistoryForm.widths, "since": "short"}

    household = LookupField(
        label=_("Household"), required=False, help_text=_("Type a part of the name of the head.")
    )
    kind = forms.ChoiceField(
        label=_("Kind of matter"), choices=capitalised(MatterKind.choices), widget=forms.RadioSelect
    )
    since = DateField(label=_("Pending since"), help_text=_("For example: 28/10/2019"))
    about = LineField(label=_("What it is about"), required=False, max_length=500)


_SOURCES: Final = {"person": sources.persons, "unit": sources.units, "household": sources.households}
