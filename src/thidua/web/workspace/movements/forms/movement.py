"""What is said of a movement."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from thidua.movements.actions import DEFAULT_SCOPE, MovementContent
from thidua.movements.enums import FieldOfWork, MovementKind, MovementReach, UnitLevel
from thidua.movements.models import Anniversary, Movement
from thidua.orgs.models import Unit
from thidua.support.refusals import Refused
from thidua.web.shell.fields import RowsField
from thidua.web.shell.forms import DateField, LineField, NumberField, TextField
from thidua.web.workspace.movements.forms.versioned import VersionedForm
from thidua.web.workspace.movements.imprecise_dates import ImpreciseDateField, TypedStart


class MovementForm(VersionedForm):
    """One subject per fieldset; every field tells an example."""

    kind = forms.ChoiceField(label=_("Kind"), choices=MovementKind.choices, widget=forms.RadioSelect)
    short_name = LineField(
        label=_("Short name"),
        max_length=200,
        help_text=_("As people will say it. Example: Đợt thi đua cao điểm 60 ngày đêm năm 2019"),
    )
    theme = TextField(
        label=_("Full theme"),
        rows=4,
        help_text=_("Word for word as in the launching document; check that brackets are closed."),
    )
    aims = TextField(
        label=_("Aims"),
        rows=4,
        required=False,
        help_text=_("What shall be better at the end, in two or three sentences."),
    )
    start = ImpreciseDateField(
        label=_("Start"),
        required=False,
        help_text=_(
            "As exactly as it is known: 19/08/2019, 08/2019, quý III/2019, đầu năm 2019, cuối năm 2018, 2019. "
            "Leave it empty when it is not known."
        ),
    )
    planned_end = DateField(
        label=_("Planned end"),
        required=False,
        help_text=_("Example: 17/10/2019. The real end is recorded with the final review."),
    )
    slogan_days = NumberField(
        label=_("Days in the slogan"),
        whole=True,
        required=False,
        help_text=_(
            "Only where the slogan counts days: 60 for “60 ngày đêm”. It is not the same as the planned end."
        ),
    )
    fields_of_work = forms.MultipleChoiceField(
        label=_("Fields"),
        choices=FieldOfWork.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("The closing report is arranged by them."),
    )
    scope = forms.MultipleChoiceField(
        label=_("Which units are called on"),
        choices=UnitLevel.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Participation is counted of these units below the one that launches."),
    )
    reach = forms.ChoiceField(
        label=_("How far the movement reaches"),
        choices=[("", _("not said")), *MovementReach.choices],
        required=False,
        help_text=_("Statistical form 0601.N counts movements by it."),
    )
    anniversaries = RowsField(
        label=_("Anniversaries"),
        queryset=Anniversary.objects.order_by("-started_year"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("In honour of what the movement is launched; the years are computed."),
    )

    def content(self) -> MovementContent:
        """Return what was typed; call on a valid form."""
        said = self.cleaned_data
        start: TypedStart = said["start"]
        return MovementContent(
            kind=said["kind"],
            short_name=said["short_name"],
            theme=said["theme"],
            aims=said["aims"],
            starts_on=start.day,
            starts_precision=start.precision,
            planned_end=said["planned_end"],
            slogan_days=None if said["slogan_days"] is None else int(said["slogan_days"]),
            fields=said["fields_of_work"],
            scope=said["scope"],
            anniversaries=list(said["anniversaries"]),
            reach=said["reach"],
        )

    def refuse(self, refused: Refused) -> None:
        renamed = {"starts_on": "start", "starts_precision": "start", "fields": "fields_of_work"}
        refused.faults = {renamed.get(name, name): said for name, said in refused.faults.items()}
        super().refuse(refused)


class NewMovementForm(MovementForm):
    """The same for a new movement, which some unit launches."""

    launched_by = forms.ModelChoiceField(
        label=_("Launched by"),
        queryset=Unit.objects.none(),
        empty_label=None,
        help_text=_("The authority in whose name the movement is launched."),
    )

    def __init__(self, *args: Any, units: QuerySet[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["launched_by"].queryset = units  # type: ignore[attr-defined]


def said_of(movement: Movement) -> dict[str, object]:
    """Return the values with which the form about `movement` begins."""
    return {
        "version": movement.version,
        "kind": movement.kind,
        "short_name": movement.short_name,
        "theme": movement.theme,
        "aims": movement.aims,
        "start": TypedStart(movement.starts_on, movement.starts_precision),
        "planned_end": movement.planned_end,
        "slogan_days": movement.slogan_days,
        "fields_of_work": movement.fields,
        "scope": movement.scope,
        "anniversaries": movement.anniversaries.all(),
        "reach": movement.reach,
    }


def said_of_a_new_one(launched_by: Unit | None) -> dict[str, object]:
    """Return the values with which the form about a new movement begins."""
    return {
        "version": 0,
        "kind": MovementKind.THEMATIC,
        "scope": [level.value for level in DEFAULT_SCOPE],
        "launched_by": launched_by,
    }


def said_in_answer_to(parent: Movement) -> dict[str, object]:
    """Return what a unit that answers `parent` will mostly take over; name and theme are its own to write."""
    taken = said_of(parent) | {"version": 0, "short_name": "", "theme": "", "aims": "", "slogan_days": None}
    return taken | {"scope": [UnitLevel.COMMUNE.value, UnitLevel.VILLAGE.value]}
