"""Forms that make, rename and move a unit."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.orgs.actions import create_unit, move_unit, rename_unit
from thidua.orgs.drafts import UnitDraft
from thidua.orgs.enums import Hierarchy, UnitKind
from thidua.orgs.models import Unit, UnitName
from thidua.web.shell.forms import DateField, LineField
from thidua.web.shell.lookups.fields import LookupField
from thidua.web.workspace.units.forms.sections import (
    TYPE_A_PART,
    Section,
    SectionedForm,
    act_field,
    capitalised,
    day_field,
)

FROM_A_DAY, WRITTEN_WRONG = "tu-ngay", "ghi-sai"


def name_field(**more: Any) -> LineField:
    """Return a field for the name of a unit."""
    more.setdefault("help_text", _("With its level. For example: Xã Đề Thám"))
    return LineField(label=more.pop("label", _("Name")), max_length=200, **more)


def code_field() -> LineField:
    """Return a field for the code of the statistics office."""
    return LineField(label=_("Official code"), max_length=20, required=False)


class CreateForm(SectionedForm):
    """A new unit."""

    sections = (
        Section(_("The unit"), ("name", "kind", "hierarchy", "parent")),
        Section(_("Since when, by which act"), ("exists_from", "act")),
        Section(_("Further"), ("official_code", "source")),
    )
    widths = {"kind": "medium", "hierarchy": "medium", "exists_from": "short", "official_code": "short"}

    name = name_field()
    kind = forms.ChoiceField(label=_("Kind"), choices=[("", _("choose")), *capitalised(UnitKind.choices)])
    hierarchy = forms.ChoiceField(label=_("Hierarchy"), choices=capitalised(Hierarchy.choices))
    parent = LookupField(label=_("Below"), help_text=TYPE_A_PART)
    exists_from = day_field(
        _("Exists since"), required=False, help_text=_("Leave it empty if it was there before the records.")
    )
    act = act_field()
    official_code = code_field()
    source = LineField(label=_("Source"), max_length=300, required=False)

    def act_on(self) -> Unit:
        """Make the unit."""
        said = dict(self.cleaned_data)
        act = said.pop("act")
        draft = UnitDraft(
            **said | {"kind": UnitKind(said["kind"]), "hierarchy": Hierarchy(said["hierarchy"])}
        )
        return create_unit(draft=draft, by=self.user, act=act)


class RenameForm(SectionedForm):
    """Another name from a day on, or the present one put right."""

    sections = (
        Section(_("Why the name changes"), ("why", "on", "act")),
        Section(_("The name"), ("name", "official_code")),
    )
    widths = {"on": "short", "official_code": "short"}

    why = forms.ChoiceField(
        label=_("What happened?"),
        choices=[
            (FROM_A_DAY, _("It bears another name from a day on")),
            (WRITTEN_WRONG, _("The present name was written wrong here")),
        ],
        initial=FROM_A_DAY,
        widget=forms.RadioSelect,
    )
    on = DateField(
        label=_("From the day"),
        required=False,
        help_text=_(
            "The first day of the new name. For example: 01/07/2025. Empty for a name written wrong."
        ),
    )
    act = act_field()
    name = name_field(label=_("New name"))
    official_code = code_field()

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        self.unit = unit
        kwargs["initial"] = {"name": unit.name, "official_code": unit.official_code}
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """A change needs its day, a correction has none."""
        said = super().clean() or {}
        if said.get("why") == FROM_A_DAY and not said.get("on") and "on" not in self.errors:
            self.add_error("on", _("Write the first day of the new name."))
        return said

    def act_on(self) -> UnitName:
        """Rename or correct."""
        said = self.cleaned_data
        return rename_unit(
            unit=self.unit,
            name=said["name"],
            official_code=said["official_code"],
            on=said["on"] if said["why"] == FROM_A_DAY else None,
            act=said["act"],
            by=self.user,
        )


class MoveForm(SectionedForm):
    """Another superior unit from a day on."""

    sections = (Section(_("Where to, from when"), ("parent", "on", "act")),)
    widths = {"on": "short"}

    parent = LookupField(label=_("Below"), help_text=TYPE_A_PART)
    on = day_field(_("From the day"))
    act = act_field()

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        self.unit = unit
        super().__init__(*args, **kwargs)

    def act_on(self) -> int:
        """Move it, and say how many units moved."""
        return move_unit(unit=self.unit, by=self.user, **self.cleaned_data)
