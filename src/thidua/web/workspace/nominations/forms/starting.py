"""What a dossier is about: asked once when it is begun, changed later."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thidua.lawbook.spoken import language
from thidua.movements.models import Movement
from thidua.movements.queries import span_phrase
from thidua.nominations.content import DossierContent
from thidua.nominations.enums import Level, Route
from thidua.nominations.models import Dossier
from thidua.nominations.queries.movements_fitting import movements_fitting
from thidua.orgs.models import Unit
from thidua.web.shell.forms import Form, LineField, NumberField, SeenField


class MovementChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    """Movements by their short names and the time in which they run."""

    def label_from_instance(self, obj: Any) -> str:
        span = span_phrase(obj, language())
        return f"{obj} ({span})" if span else str(obj)


class AboutForm(Form):
    """Movement or none, procedure, who decides, year and title."""

    movement = MovementChoice(
        label=_("In which emulation movement?"),
        queryset=Movement.objects.none(),
        required=False,
        empty_label=_("in no movement"),
        help_text=_("Choose a movement only if the achievement was made in it."),
    )
    route = forms.ChoiceField(
        label=_("What is it commended for?"),
        choices=Route.choices,
        widget=forms.RadioSelect,
        help_text=_("Simplified procedure: a short dossier and no council, where the law allows it."),
    )
    level = forms.ChoiceField(label=_("Who decides?"), choices=Level.choices, widget=forms.RadioSelect)
    counting_year = NumberField(
        label=_("Year of the achievement"), whole=True, help_text=_("Four digits. Example: 2026")
    )
    title = LineField(
        label=_("Title of the dossier"),
        max_length=300,
        help_text=_("Example: Commendation in the peak emulation drive of 2026"),
    )

    def __init__(self, *args: Any, units: Sequence[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fitting = movements_fitting(units, timezone.localdate())
        offered = {movement.pk for rows in self.fitting.values() for movement in rows}
        chosen = self.initial.get("movement")
        if isinstance(chosen, Movement):
            offered.add(chosen.pk)
        field: Any = self.fields["movement"]
        field.queryset = Movement.objects.filter(pk__in=offered).order_by("-starts_on", "pk")
        if not offered:
            field.help_text = gettext("No movement that calls on your unit is running now.")

    def content(self, row: Dossier | None = None) -> DossierContent:
        """Return what was said; number and days of the papers stay as `row` has them."""
        said = self.cleaned_data
        return DossierContent(
            title=said["title"],
            route=said["route"],
            level=said["level"],
            counting_year=int(said["counting_year"]),
            movement=said["movement"],
            letter_number=row.letter_number if row else "",
            letter_date=row.letter_date if row else None,
            met_on=row.met_on if row else None,
        )


class StartForm(AboutForm):
    """The same, and for which of the units one works for."""

    unit = forms.ModelChoiceField(
        label=_("For which unit?"), queryset=Unit.objects.none(), widget=forms.RadioSelect, empty_label=None
    )
    field_order = ("unit",)

    def __init__(self, *args: Any, units: Sequence[Unit], **kwargs: Any) -> None:
        super().__init__(*args, units=units, **kwargs)
        self.fields["unit"].queryset = Unit.objects.filter(pk__in=[unit.pk for unit in units])  # type: ignore[attr-defined]
        if len(units) == 1:
            self.fields["unit"].widget = forms.HiddenInput()

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        unit, movement = said.get("unit"), said.get("movement")
        if unit and movement and movement not in self.fitting[unit.pk]:
            told = {"movement": movement, "unit": unit.name}
            self.add_error(
                "movement", gettext("%(movement)s does not call on %(unit)s. Choose another.") % told
            )
        return said


class ChangeForm(AboutForm):
    """The same for a dossier that is there."""

    seen = SeenField()


class CopyForm(Form):
    """For which year, for which unit where the old one has ended, and in which movement of now."""

    unit = forms.ModelChoiceField(
        label=_("For which unit?"), queryset=Unit.objects.none(), widget=forms.RadioSelect, empty_label=None
    )
    counting_year = NumberField(
        label=_("Year of the new dossier"), whole=True, help_text=_("Four digits. Example: 2026")
    )
    movement = MovementChoice(
        label=_("In which emulation movement?"),
        queryset=Movement.objects.none(),
        empty_label=_("choose a movement"),
    )

    def __init__(self, *args: Any, row: Dossier, units: Sequence[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = Unit.objects.filter(pk__in=[unit.pk for unit in units])  # type: ignore[attr-defined]
        if len(units) == 1:
            del self.fields["unit"]
        if row.route != Route.MOVEMENT:
            del self.fields["movement"]
            return
        fitting = movements_fitting(units, timezone.localdate())
        offered = {movement.pk for rows in fitting.values() for movement in rows}
        field: Any = self.fields["movement"]
        field.queryset = Movement.objects.filter(pk__in=offered).order_by("-starts_on", "pk")
        self.initial["movement"] = row.movement_id if row.movement_id in offered else None


def said_of(row: Dossier) -> dict[str, object]:
    """Return what `row` says, as the form shows it."""
    fields = ("movement", "route", "level", "title")
    return {name: getattr(row, name) for name in fields} | {
        "counting_year": str(row.counting_year),
        "seen": row.version,
    }
