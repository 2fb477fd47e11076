"""Entering a person or a household on the way, while something is recorded of them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.orgs.access import may_anywhere
from thidua.orgs.actions import add_position, create_household, create_person
from thidua.orgs.enums import Honorific
from thidua.orgs.models import Household, Person
from thidua.support.refusals import Refused
from thidua.web.shell.forms import DateField, LineField
from thidua.web.shell.lookups import sources
from thidua.web.shell.lookups.fields import LookupField
from thidua.web.workspace.records.record_form import Section

PERSON = Section(
    gettext_lazy("The person is not in the list yet"),
    ("new_name", "new_honorific", "new_title", "new_unit"),
    hint=gettext_lazy(
        "The person is entered together with this record. Write the post only if a source gives it."
    ),
    folded=True,
)
HOUSEHOLD = Section(
    gettext_lazy("The household is not in the list yet"),
    ("new_head", "new_head_honorific", "new_address_unit", "new_address_on", "new_address"),
    hint=gettext_lazy("The household is entered together with this record, known by its head."),
    folded=True,
)
_HONORIFICS = [("", gettext_lazy("none")), *Honorific.choices]


class Newcomers(forms.Form):
    """Fields for one new person and one new household; a form takes them in as a base class."""

    new_name = LineField(label=gettext_lazy("Full name"), required=False)
    new_honorific = forms.ChoiceField(
        label=gettext_lazy("Form of address"), choices=_HONORIFICS, required=False
    )
    new_title = LineField(
        label=gettext_lazy("Post"), required=False, help_text=gettext_lazy("For example: Trưởng thôn")
    )
    new_unit = LookupField(label=gettext_lazy("Unit of the post"), required=False)
    new_head = LineField(label=gettext_lazy("Full name of the head"), required=False)
    new_head_honorific = forms.ChoiceField(
        label=gettext_lazy("Form of address of the head"), choices=_HONORIFICS, required=False
    )
    new_address_unit = LookupField(
        label=gettext_lazy("Village or commune"),
        required=False,
        help_text=gettext_lazy("Old and new names are found."),
    )
    new_address_on = DateField(
        label=gettext_lazy("Day of the address"),
        required=False,
        help_text=gettext_lazy("The address is written as it was on this day; today if left empty."),
    )
    new_address = LineField(
        label=gettext_lazy("Address as printed"),
        required=False,
        help_text=gettext_lazy("Leave it empty to have it written from the village or commune."),
    )

    def offer_newcomers(self, user: User) -> None:
        """Prepare the fields for `user`, or take them away from who may not enter people."""
        if not may_anywhere(user, Right.MANAGE_PEOPLE):
            for name in (*PERSON.names, *HOUSEHOLD.names):
                del self.fields[name]
            return
        for name in ("new_unit", "new_address_unit"):
            self.fields[name].source = sources.units(user, Right.MANAGE_PEOPLE)  # type: ignore[attr-defined]

    def person_or_new(self, by: User, source: str) -> Person | None:
        """Return the person who was chosen, or who is entered now; raises Refused on the form's own fields."""
        given: dict[str, Any] = self.cleaned_data
        chosen: Person | None = given["person"]
        if not given.get("new_name"):
            if given.get("new_title") or given.get("new_unit"):
                raise Refused({"new_name": _("Write the name of the new person, or empty these fields.")})
            return chosen
        if chosen is not None:
            raise Refused({"new_name": _("Choose a person or enter a new one, not both.")})
        if bool(given["new_title"]) != bool(given["new_unit"]):
            raise Refused({"new_title": _("Give both the post and its unit, or neither.")})
        with _names("new_name", "new_honorific"):
            person = create_person(
                full_name=given["new_name"], honorific=given["new_honorific"], source=source, by=by
            )
        if given["new_title"]:
            add_position(person=person, unit=given["new_unit"], title=given["new_title"], by=by)
        return person

    def household_or_new(self, by: User, source: str) -> Household | None:
        """Return the household that was chosen, or is entered now; raises Refused on the form's own fields."""
        given: dict[str, Any] = self.cleaned_data
        chosen: Household | None = given["household"]
        if not given.get("new_head"):
            if given.get("new_address_unit") or given.get("new_address"):
                raise Refused({"new_head": _("Write the name of the head, or empty these fields.")})
            return chosen
        if chosen is not None:
            raise Refused({"new_head": _("Choose a household or enter a new one, not both.")})
        with _names("new_head", "new_head_honorific"):
            head = create_person(
                full_name=given["new_head"], honorific=given["new_head_honorific"], source=source, by=by
            )
        return create_household(
            head=head,
            address_unit=given["new_address_unit"],
            address_text=given["new_address"],
            address_on=given["new_address_on"],
            source=source,
            by=by,
        )


class _names:  # noqa: N801 - reads as a word where it is used
    """Tell refusals of a person under the names that this form gives their fields."""

    def __init__(self, full_name: str, honorific: str) -> None:
        self.own = {"full_name": full_name, "honorific": honorific}

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, fault: BaseException | None, traceback: object) -> None:
        if type(fault) is Refused:
            said = {self.own.get(name, name): sentences for name, sentences in fault.faults.items()}
            raise Refused(said) from fault
