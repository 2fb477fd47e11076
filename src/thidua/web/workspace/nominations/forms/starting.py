"""What a dossier is about: asked once when it is begun, changed later."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from thidua.movements import access
from thidua.movements.models import Movement
from thidua.nominations.content import DossierContent
from thidua.nominations.enums import Level, Route
from thidua.nominations.models import Dossier
from thidua.orgs.models import Unit
from thidua.web.shell.forms import Form, LineField, NumberField, SeenField

YEARS_OFFERED = 2


class MovementChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    """Movements by their short names."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj)


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

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        first = timezone.localdate().year - YEARS_OFFERED
        offered = access.public().filter(starts_on__year__gte=first) | access.public().filter(
            state__in=access.RUNNING_STATES
        )
        chosen = self.initial.get("movement")
        if chosen is not None:
            offered = offered | Movement.objects.filter(pk=chosen.pk)
        self.fields["movement"].queryset = offered.order_by("-starts_on", "pk")  # type: ignore[attr-defined]

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
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = Unit.objects.filter(pk__in=[unit.pk for unit in units])  # type: ignore[attr-defined]
        if len(units) == 1:
            self.fields["unit"].widget = forms.HiddenInput()


class ChangeForm(AboutForm):
    """The same for a dossier that is there."""

    seen = SeenField()


class CopyForm(Form):
    """For which year the nominees are copied."""

    counting_year = NumberField(
        label=_("Year of the new dossier"), whole=True, help_text=_("Four digits. Example: 2026")
    )


def said_of(row: Dossier) -> dict[str, object]:
    """Return what `row` says, as the form shows it."""
    fields = ("movement", "route", "level", "title")
    return {name: getattr(row, name) for name in fields} | {
        "counting_year": str(row.counting_year),
        "seen": row.version,
    }
