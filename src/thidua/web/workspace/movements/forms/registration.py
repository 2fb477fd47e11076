"""The questions of a registration, few to a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.movements.actions import PledgeContent
from thidua.movements.enums import FieldOfWork
from thidua.movements.models import ContentGroup, Movement, Registration
from thidua.orgs.enums import Honorific
from thidua.orgs.models import Unit
from thidua.orgs.queries import PersonHit
from thidua.web.shell.fields import RowsField
from thidua.web.shell.forms import Form, LineField, NumberField, TextField
from thidua.web.workspace.movements.forms.versioned import VersionedForm

UNIT, PERSON = "don-vi", "ca-nhan"
NEW_PERSON: Final = "moi"


class StartForm(Form):
    """For whom: one of the units one works for, or a person there."""

    unit = forms.ModelChoiceField(
        label=_("For which unit"), queryset=Unit.objects.none(), widget=forms.RadioSelect, empty_label=None
    )
    who = forms.ChoiceField(
        label=_("Who takes part"),
        choices=[(UNIT, _("the unit itself")), (PERSON, _("one person of the unit"))],
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, units: Sequence[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = Unit.objects.filter(pk__in=[unit.pk for unit in units])  # type: ignore[attr-defined]
        if len(units) == 1:
            self.fields["unit"].widget = forms.HiddenInput()


class PersonForm(Form):
    """Which person: found by name, or entered anew."""

    name = LineField(
        label=_("Full name"),
        max_length=200,
        widget=forms.TextInput(attrs={"spellcheck": "false", "autocomplete": "off"}),
        help_text=_("As on official papers. Example: Lương Thị Bình"),
    )
    honorific = forms.ChoiceField(
        label=_("Form of address"),
        choices=[("", _("not told")), *Honorific.choices],
        widget=forms.RadioSelect,
        required=False,
    )
    known = forms.ChoiceField(label=_("Is it one of these?"), widget=forms.RadioSelect, required=False)

    def offer(self, found: Sequence[PersonHit]) -> None:
        """Let the person choose among those found, or say that it is somebody new."""
        labels = [
            (str(hit.person_id), f"{hit.name} – {'; '.join(hit.positions)}" if hit.positions else hit.name)
            for hit in found
        ]
        self.fields["known"].choices = [*labels, (NEW_PERSON, _("somebody else: enter a new person"))]  # type: ignore[attr-defined]


class ContentForm(VersionedForm):
    """What is done in the movement, in one's own words, and in which fields."""

    content = TextField(
        label=_("What will you do in this movement?"),
        rows=8,
        max_length=3000,
        required=False,
        help_text=_("Three to five sentences: which work, by when, for whom."),
    )
    fields_of_work = forms.MultipleChoiceField(
        label=_("In which fields?"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, movement: Movement, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [field for field in FieldOfWork if field in movement.fields] or list(FieldOfWork)
        self.fields["fields_of_work"].choices = [(field.value, field.label) for field in offered]  # type: ignore[attr-defined]


class GroupChoice(RowsField):
    """Content groups by number and name; a missing name is said."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.order}. {obj.name or _('not named yet')}"


class GroupsForm(VersionedForm):
    """Which content groups."""

    groups = GroupChoice(
        label=_("Which content groups do you take part in?"),
        queryset=ContentGroup.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, movement: Movement, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["groups"].queryset = movement.content_groups.all()  # type: ignore[attr-defined]


class PledgeForm(Form):
    """One pledge: words, and a number where it can be measured."""

    text = LineField(label=_("Pledge"), max_length=500, required=False)
    indicator = forms.ChoiceField(label=_("Indicator"), required=False)
    value = NumberField(label=_("Promised value"), required=False)

    def __init__(self, *args: Any, indicators: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["indicator"].choices = [("", _("no indicator: words only")), *indicators]  # type: ignore[attr-defined]
        self.fields["value"].help_text = _("Example: 2 or 99,5")

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("value") is not None and not said.get("indicator"):
            self.add_error(
                "indicator", _("Choose the indicator that this number belongs to, or take it away.")
            )
        if (said.get("value") is not None or said.get("indicator")) and not said.get("text"):
            self.add_error("text", _("Write the pledge in words as well."))
        return said


PledgeFormSet: Final = forms.formset_factory(PledgeForm, extra=0, max_num=60, absolute_max=60)


def pledge_rows(registration: Registration) -> list[dict[str, object]]:
    """Return the pledges as rows of the form; one empty row where there are none."""
    rows: list[dict[str, object]] = [
        {"text": pledge.text, "indicator": pledge.indicator_code, "value": pledge.value}
        for pledge in registration.pledges.all()
    ]
    return rows or [{}]


def pledge_content(row: dict[str, Any]) -> PledgeContent:
    """Return a saved row as the action takes it."""
    return PledgeContent(row["text"], row["indicator"], row["value"])
