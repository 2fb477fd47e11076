"""The form of a role model."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from thidua.movements.actions.record_role_model import edit_role_model, record_role_model
from thidua.movements.content.role_model import RoleModelContent
from thidua.movements.enums import Consent, FieldOfWork
from thidua.web.shell.forms import LineField, NumberField, TextField
from thidua.web.shell.lookups import sources
from thidua.web.shell.lookups.fields import LookupField
from thidua.web.workspace.records.forms import newcomers
from thidua.web.workspace.records.record_form import (
    USUAL_ORDER,
    RecordForm,
    Section,
    YearField,
    capitalised,
    movements_field,
    origin_field,
    whole,
)

_CONTENT = ("deed", "field", "year", "consent", "order", "source", "provenance")


class RoleModelForm(newcomers.Newcomers, RecordForm):
    """A person, a collective or a household who is an example."""

    sections = (
        Section(
            _("Who"),
            ("person", "household", "unit"),
            hint=_("Choose exactly one of the three. Type a part of the name, then choose from the list."),
        ),
        newcomers.PERSON,
        newcomers.HOUSEHOLD,
        Section(_("For what"), ("deed", "field", "year")),
        Section(_("Consent"), ("consent",)),
        Section(_("Who found them"), ("found_by",)),
        Section(_("Movements"), ("movements",)),
        Section(_("Where this is known from"), ("source", "provenance")),
        Section(_("Place in lists"), ("order",), folded=True),
    )
    widths = {"year": "short", "order": "short", "new_address_on": "short"}
    unit_field = "found_by"

    person = LookupField(label=_("Person"), required=False)
    household = LookupField(
        label=_("Household"), required=False, help_text=_("Found by the name of its head.")
    )
    unit = LookupField(label=_("Collective"), required=False)
    deed = TextField(
        label=_("Deed"),
        rows=4,
        help_text=_("One or two sentences: what they did, and for whom. Numbers help."),
    )
    field = forms.ChoiceField(
        label=_("Field"), choices=[("", _("choose")), *capitalised(FieldOfWork.choices)]
    )
    year = YearField(label=_("Year"))
    consent = forms.ChoiceField(
        label=_("May they be named in public?"),
        choices=capitalised(Consent.choices),
        initial=Consent.UNKNOWN,
        widget=forms.RadioSelect,
        help_text=_(
            "A person or household without consent is left out of what the public reads. Collectives are not asked."
        ),
    )
    found_by = LookupField(label=_("Unit that found them"))
    order = NumberField(
        label=_("Order in lists"),
        whole=True,
        required=False,
        help_text=_("Smaller numbers come first. Leave it empty for the usual place."),
    )
    movements = movements_field()
    source = LineField(label=_("Source"), required=False)
    provenance = origin_field()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer(person=sources.persons, household=sources.households, unit=sources.units)
        self.offer_newcomers(self.user)

    def initial_of(self, row: Any) -> dict[str, Any]:
        names = (*_CONTENT, "person", "household", "unit")
        return {name: getattr(row, name) for name in names} | {"movements": row.movements.all()}

    def record(self) -> Model:
        with transaction.atomic():
            return record_role_model(
                found_by=self.cleaned_data["found_by"],
                content=self._content(),
                movements=self.cleaned_data["movements"],
                by=self.user,
            )

    def correct(self) -> Model:
        with transaction.atomic():
            return edit_role_model(
                role_model=self.row,
                content=self._content(),
                movements=self.cleaned_data["movements"],
                version=self.seen_version,
                by=self.user,
            )

    def _content(self) -> RoleModelContent:
        given = whole({name: self.cleaned_data[name] for name in _CONTENT}, "year", "order")
        if given["order"] is None:
            given["order"] = USUAL_ORDER
        return RoleModelContent(
            person=self.person_or_new(self.user, given["source"]),
            household=self.household_or_new(self.user, given["source"]),
            unit=self.cleaned_data["unit"],
            **given,
        )
