"""Forms of statistics: officers, and what is told of recipients."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.registry.actions import Described
from thidua.registry.enums import PEOPLE, CommendationType, RecipientClass, RecipientKind
from thidua.registry.models import Award
from thidua.reports.actions import OfficerContent
from thidua.reports.enums import Education
from thidua.reports.models import EmulationOfficer
from thidua.support.refusals import Refused
from thidua.web.shell.forms import DateField, Form, LineField, NumberField, SeenField, TextField
from thidua.web.shell.lookups.fields import LookupField
from thidua.web.shell.lookups.sources import units

NOT_KNOWN = ("", _("not known"))
YES_NO = [NOT_KNOWN, ("yes", _("Yes")), ("no", _("No"))]


class OfficerForm(Form):
    """What is said of somebody who does the work."""

    seen = SeenField(required=False, initial=0)
    full_name = LineField(label=_("Full name"), max_length=200)
    post = LineField(label=_("Post"), max_length=200, required=False)
    birth_year = NumberField(label=_("Year of birth"), whole=True, required=False)
    woman = forms.ChoiceField(label=_("Woman"), choices=YES_NO, required=False)
    education = forms.ChoiceField(
        label=_("Education"), choices=[NOT_KNOWN, *Education.choices], required=False
    )
    first_year = NumberField(
        label=_("In this work since the year"),
        whole=True,
        required=False,
        help_text=_("In this or another unit; years in the work are counted from it."),
    )
    here_from = DateField(label=_("In this unit since"))
    here_to = DateField(
        label=_("In this unit until"), required=False, help_text=_("Leave it empty while it goes on.")
    )
    source = LineField(
        label=_("Basis"), max_length=300, help_text=_("For example: Danh sách công chức đến 30/11/2026")
    )

    def content(self) -> OfficerContent:
        """Return what was typed; call on a valid form."""
        said = self.cleaned_data
        return OfficerContent(
            full_name=said["full_name"],
            post=said["post"],
            birth_year=_whole(said["birth_year"]),
            woman=_answer(said["woman"]),
            education=said["education"],
            first_year=_whole(said["first_year"]),
            here_from=said["here_from"],
            here_to=said["here_to"],
            source=said["source"],
        )


class NewOfficerForm(OfficerForm):
    """The same for a new record, in some unit."""

    unit = LookupField(label=_("Unit"))
    field_order = ["unit"]

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].source = units(user, Right.KEEP_RECORDS)  # type: ignore[attr-defined]


def said_of(row: EmulationOfficer) -> dict[str, object]:
    """Return the values with which the form about `row` begins."""
    names = ("full_name", "post", "birth_year", "education", "first_year", "here_from", "here_to", "source")
    return {name: getattr(row, name) for name in names} | {"seen": row.version, "woman": _told(row.woman)}


class DescribeForm(Form):
    """A line for each recipient, and one reason for all."""

    reason = TextField(
        label=_("Basis or reason"),
        rows=2,
        help_text=_("It stays in the log. For example: theo hồ sơ lưu, đối chiếu ngày 23/11/2026"),
    )

    def __init__(self, *args: Any, awards: Sequence[Award], **kwargs: Any) -> None:
        self.awards = awards
        super().__init__(*args, **kwargs)
        for award in awards:
            for name, field in _fields_of(award).items():
                field.widget.attrs["aria-label"] = f"{field.label} – {award.recipient_name}"
                self.fields[f"{name}-{award.pk}"] = field

    def lines(self) -> list[tuple[Award, list[Any]]]:
        """Return each award with its fields, in the order of the columns; None where a column does not apply."""
        columns = ("class", "enterprise", "woman", "minority", "born", "type")
        return [
            (
                award,
                [
                    self[name] if name in self.fields else None
                    for name in (f"{one}-{award.pk}" for one in columns)
                ],
            )
            for award in self.awards
        ]

    def said(self) -> dict[int, Described]:
        """Return what was typed, by the award's id; call on a valid form."""
        return {award.pk: self._described(award) for award in self.awards}

    def refuse(self, refused: Refused) -> None:
        for award in self.awards:
            if sentences := refused.faults.pop(f"line-{award.pk}", None):
                refused.faults[f"type-{award.pk}"] = sentences
        super().refuse(refused)

    def _described(self, award: Award) -> Described:
        def given(name: str) -> Any:
            return self.cleaned_data.get(f"{name}-{award.pk}")

        return Described(
            recipient_class=given("class") or "",
            enterprise=_answer(given("enterprise")),
            woman=_answer(given("woman")),
            ethnic_minority=_answer(given("minority")),
            birth_year=_whole(given("born")),
            commendation_type=given("type") or "",
        )


def _fields_of(award: Award) -> dict[str, forms.Field]:
    found: dict[str, forms.Field] = {}
    if award.recipient_kind in PEOPLE:
        found["class"] = forms.ChoiceField(
            label=_("Class"),
            choices=[NOT_KNOWN, *RecipientClass.choices],
            required=False,
            initial=award.recipient_class,
        )
        found["woman"] = forms.ChoiceField(
            label=_("Woman"), choices=YES_NO, required=False, initial=_told(award.woman)
        )
        found["minority"] = forms.ChoiceField(
            label=_("Of an ethnic minority"),
            choices=YES_NO,
            required=False,
            initial=_told(award.ethnic_minority),
        )
        found["born"] = NumberField(label=_("Born"), whole=True, required=False, initial=award.birth_year)
    if award.recipient_kind == RecipientKind.COLLECTIVE:
        found["enterprise"] = forms.ChoiceField(
            label=_("Enterprise"), choices=YES_NO, required=False, initial=_told(award.enterprise)
        )
    found["type"] = forms.ChoiceField(
        label=_("Type of commendation"),
        choices=[NOT_KNOWN, *CommendationType.choices],
        required=False,
        initial=award.commendation_type,
    )
    return found


def _answer(said: str | None) -> bool | None:
    return {"yes": True, "no": False}.get(said or "")


def _told(answer: bool | None) -> str:
    return "" if answer is None else ("yes" if answer else "no")


def _whole(said: Any) -> int | None:
    return None if said is None else int(said)
