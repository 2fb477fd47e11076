"""Forms about persons, positions and households."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from thidua.accounts.rights import Right
from thidua.orgs.actions import (
    add_position,
    create_household,
    create_person,
    edit_household,
    edit_person,
    end_position,
)
from thidua.orgs.enums import Honorific, PersonNameOrder
from thidua.orgs.models import Household, Person, Position
from thidua.web.shell.forms import DateField, LineField, NumberField, SeenField
from thidua.web.shell.lookups import sources
from thidua.web.shell.lookups.fields import LookupField
from thidua.web.workspace.units.forms.sections import TYPE_A_PART, Section, SectionedForm, capitalised

USUAL_ORDER = 100  # behind every position that is given a place


class PersonForm(SectionedForm):
    """A person; without one a new person is entered."""

    right = Right.MANAGE_PEOPLE
    sections = (
        Section(_("Name"), ("full_name", "honorific", "name_order")),
        Section(_("Further"), ("birth_year", "source")),
    )
    widths = {"birth_year": "short", "honorific": "medium"}

    seen = SeenField(required=False)
    full_name = LineField(
        label=_("Full name"),
        max_length=200,
        help_text=_("As printed, in its natural order."),
        widget=forms.TextInput(attrs={"spellcheck": "false"}),
    )
    honorific = forms.ChoiceField(
        label=_("Form of address"), choices=[("", _("none")), *Honorific.choices], required=False
    )
    name_order = forms.ChoiceField(
        label=_("How lists sort this name"),
        choices=capitalised(PersonNameOrder.choices),
        initial=PersonNameOrder.GIVEN_LAST,
        widget=forms.RadioSelect,
    )
    birth_year = NumberField(
        label=_("Year of birth"),
        required=False,
        whole=True,
        help_text=_("Seen only by those who may correct this person. For example: 1968"),
    )
    source = LineField(label=_("Source"), max_length=300, required=False)

    def __init__(self, *args: Any, person: Person | None = None, **kwargs: Any) -> None:
        self.person = person
        if person is not None:
            kwargs["initial"] = {
                name: getattr(person, name) for name in ("full_name", "honorific", "name_order", "source")
            } | {"seen": person.version, "birth_year": _plain_year(person.birth_year)}
        super().__init__(*args, **kwargs)

    def act_on(self) -> Person:
        """Enter or correct."""
        said = dict(self.cleaned_data)
        seen = said.pop("seen") or 0
        year = said.pop("birth_year")
        said["birth_year"] = None if year is None else int(year)
        if self.person is None:
            return create_person(by=self.user, **said)
        return edit_person(person=self.person, seen=seen, by=self.user, **said)


def _plain_year(year: int | None) -> str:
    """A year has no dot for thousands."""
    return "" if year is None else str(year)


class PositionForm(SectionedForm):
    """A position of a person."""

    right = Right.MANAGE_PEOPLE
    sections = (
        Section(_("The position"), ("title", "unit")),
        Section(_("Time"), ("valid_from", "valid_to")),
        Section(_("Further"), ("order",), folded=True),
    )
    widths = {"valid_from": "short", "valid_to": "short", "order": "short", "title": "medium"}

    title = LineField(label=_("Position"), max_length=200, help_text=_("For example: Trưởng thôn"))
    unit = LookupField(label=_("Unit"), help_text=TYPE_A_PART)
    valid_from = DateField(
        label=_("Held since"), required=False, help_text=_("Empty if the day is not known.")
    )
    valid_to = DateField(
        label=_("Last day"), required=False, help_text=_("Empty while the position is held.")
    )
    order = NumberField(
        label=_("Order in lists"),
        required=False,
        whole=True,
        minimum=0,
        maximum=1000,
        help_text=_("Of several positions the one with the smaller number is printed first."),
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        self.person = person
        super().__init__(*args, **kwargs)

    def act_on(self) -> Position:
        """Enter it."""
        said = dict(self.cleaned_data)
        order = said.pop("order")
        return add_position(
            person=self.person, by=self.user, order=USUAL_ORDER if order is None else int(order), **said
        )


class EndPositionForm(SectionedForm):
    """The last day of a position."""

    sections = ()
    last_day = DateField(label=_("Last day"), help_text=_("For example: 30/06/2025"))

    def __init__(self, *args: Any, position: Position, **kwargs: Any) -> None:
        self.position = position
        kwargs["initial"] = {"last_day": timezone.localdate()}
        super().__init__(*args, **kwargs)

    def act_on(self) -> Position:
        """End it."""
        return end_position(position=self.position, by=self.user, **self.cleaned_data)


class HouseholdForm(SectionedForm):
    """A household, known by its head; without one a new household is entered."""

    right = Right.MANAGE_PEOPLE
    sections = (
        Section(_("The household"), ("head",)),
        Section(_("Address"), ("address_unit", "address_on", "address_text")),
        Section(_("Where this is known from"), ("source",)),
    )
    widths = {"address_on": "short"}

    head = LookupField(
        label=_("Head of the household"),
        help_text=_("Type a part of the name. Somebody who is not in the list is entered first."),
    )
    address_unit = LookupField(label=_("Village or commune"), required=False, help_text=TYPE_A_PART)
    address_on = DateField(
        label=_("Day of the address"),
        required=False,
        help_text=_("The address is written as it was on this day. Empty: today."),
    )
    address_text = LineField(
        label=_("Address as printed"),
        max_length=300,
        required=False,
        help_text=_("Left empty it is made from the unit and the day."),
    )
    source = LineField(label=_("Source"), max_length=300, required=False)

    seen = SeenField(required=False)

    def __init__(self, *args: Any, household: Household | None = None, **kwargs: Any) -> None:
        self.household = household
        if household is not None:
            names = ("head", "address_unit", "address_on", "address_text", "source")
            kwargs["initial"] = {name: getattr(household, name) for name in names}
            kwargs["initial"]["seen"] = household.version
        super().__init__(*args, **kwargs)
        head, place = self.fields["head"], self.fields["address_unit"]
        assert isinstance(head, LookupField)
        assert isinstance(place, LookupField)
        head.source = sources.persons(self.user)
        if household is not None:
            head.source = head.source.also(household.head)
            if household.address_unit is not None:
                place.source = place.source.also(household.address_unit)

    def act_on(self) -> Household:
        """Enter or correct."""
        said = dict(self.cleaned_data)
        seen = said.pop("seen") or 0
        if self.household is None:
            return create_household(by=self.user, **said)
        return edit_household(household=self.household, seen=seen, by=self.user, **said)
