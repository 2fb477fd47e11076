"""The unit's answer: it is so, and this is who it is."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.db import transaction
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.accounts.models import User
from thidua.movements.actions.verify_role_model import verify_role_model
from thidua.movements.content.role_model import RoleModelContent
from thidua.movements.enums import FieldOfWork, SubjectKind
from thidua.movements.models import RoleModel, RoleModelProposal
from thidua.orgs.actions import add_position, create_household, create_person
from thidua.orgs.enums import Honorific
from thidua.orgs.models import Person
from thidua.support.refusals import Refused
from thidua.web.shell.forms import Form, LineField, NumberField, TextField
from thidua.web.shell.lookups import sources
from thidua.web.shell.lookups.fields import LookupField

LONGEST_REPLY: Final = 800
LONGEST_FOUND: Final = 1_150  # both, with the empty line between them, are no longer than the action takes


class VerifyForm(Form):
    """Who it is (found in the lists, or entered now), what they did, and how the unit knows."""

    reply = TextField(
        label=gettext_lazy("Answer to the Board's question"), rows=3, required=False, max_length=LONGEST_REPLY
    )
    found = TextField(
        label=gettext_lazy("How do you know that it is so?"),
        rows=3,
        max_length=LONGEST_FOUND,
        help_text=gettext_lazy("Only the Board reads this."),
    )
    person = LookupField(
        label=gettext_lazy("The person, if they are in the list already"),
        required=False,
        help_text=gettext_lazy("Type a part of the name, then choose. Otherwise enter them below."),
    )
    household = LookupField(
        label=gettext_lazy("The family, if it is in the list already"),
        required=False,
        help_text=gettext_lazy("Found by the name of its head. Otherwise enter the head below."),
    )
    unit = LookupField(label=gettext_lazy("Collective"), required=False)
    full_name = LineField(label=gettext_lazy("Full name"), required=False, max_length=200)
    honorific = forms.ChoiceField(
        label=gettext_lazy("Form of address"),
        choices=[("", gettext_lazy("none")), *Honorific.choices],
        required=False,
    )
    post = LineField(
        label=gettext_lazy("Post"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("For example: Trưởng thôn"),
    )
    deed = TextField(label=gettext_lazy("Deed"), rows=4)
    field = forms.ChoiceField(label=gettext_lazy("Field"), choices=[])
    year = NumberField(label=gettext_lazy("Year"), whole=True, percent=False)

    def __init__(self, *args: Any, proposal: RoleModelProposal, user: User, **kwargs: Any) -> None:
        self.proposal, self.user = proposal, user
        kwargs["initial"] = {
            "full_name": proposal.subject_name,
            "deed": proposal.deed,
            "field": proposal.field,
            "year": str(timezone.localdate(proposal.proposed_at).year),
            **kwargs.get("initial", {}),
        }
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        if not proposal.question:
            del fields["reply"]
        fields["field"].choices = [
            ("", _("choose")),
            *((value, capfirst(label)) for value, label in FieldOfWork.choices),
        ]
        for name, source in (("person", sources.persons), ("household", sources.households)):
            fields[name].source = source(user)
        fields["unit"].source = sources.units(user)
        kept = {
            SubjectKind.PERSON: {"person", "full_name", "honorific", "post"},
            SubjectKind.HOUSEHOLD: {"household", "full_name", "honorific"},
            SubjectKind.COLLECTIVE: {"unit"},
        }[SubjectKind(proposal.subject_kind)]
        for name in {"person", "household", "unit", "full_name", "honorific", "post"} - kept:
            del fields[name]

    def verify(self) -> RoleModel:
        """Enter whoever is new, verify, and return the role model; all or nothing."""
        said = self.cleaned_data
        with transaction.atomic():
            subject = self._subject()
            content = RoleModelContent(
                deed=said["deed"], field=said["field"], year=int(said["year"]), **subject
            )
            return verify_role_model(
                proposal=self.proposal, found=self._found(), content=content, by=self.user
            )

    def _found(self) -> str:
        """Return the answer to the question, if there was one, and how the unit knows."""
        return "\n\n".join(
            part for part in (self.cleaned_data.get("reply"), self.cleaned_data["found"]) if part
        )

    def _subject(self) -> dict[str, Any]:
        said, asked = self.cleaned_data, self.proposal.asked_unit
        if "unit" in said:
            if said["unit"] is None:
                raise Refused({"unit": _("Choose the collective from the list.")})
            return {"unit": said["unit"]}
        if "household" in said:
            return {
                "household": said["household"]
                or create_household(
                    head=self._person(), address_unit=asked, address_text=self.proposal.place, by=self.user
                )
            }
        if said["person"] is not None:
            return {"person": said["person"]}
        person = self._person()
        if said["post"]:
            assert asked is not None
            add_position(person=person, title=said["post"], unit=asked, by=self.user)
        return {"person": person}

    def _person(self) -> Person:
        said = self.cleaned_data
        return create_person(full_name=said["full_name"], honorific=said["honorific"], by=self.user)
