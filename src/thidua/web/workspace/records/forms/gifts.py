"""The form of a gift."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from thidua.accounts.rights import Right
from thidua.contributions.actions import edit_gift, record_gift
from thidua.contributions.content import GiftContent
from thidua.contributions.enums import DonorKind, GiftKind
from thidua.contributions.models import Drive
from thidua.movements.enums import Consent
from thidua.orgs.access import units_where
from thidua.web.shell.forms import DateField, LineField, NumberField
from thidua.web.shell.lookups import sources
from thidua.web.shell.lookups.fields import LookupField
from thidua.web.workspace.records.forms import newcomers
from thidua.web.workspace.records.record_form import RecordForm, Section, capitalised, origin_field

_CONTENT = (
    *("kind", "amount", "is_lower_bound", "description", "donor_kind", "donor_name", "consent", "place"),
    *("work", "received_on", "as_of", "receipt", "source", "provenance"),
)


class GiftForm(newcomers.Newcomers, RecordForm):
    """What was given to a drive, by whom, and whether they may be named."""

    sections = (
        Section(_("What was given"), ("drive", "kind", "amount", "is_lower_bound", "description")),
        Section(
            _("Who gave"),
            ("donor_kind", "person", "household", "donor_name", "consent"),
            hint=_("Choose a person or a household, or write a name: one of the three, or none of them."),
        ),
        newcomers.PERSON,
        newcomers.HOUSEHOLD,
        Section(_("Where it went"), ("place", "work")),
        Section(_("When and by which paper"), ("received_on", "as_of", "receipt")),
        Section(_("Where this is known from"), ("source", "provenance")),
    )
    widths = {
        "amount": "medium",
        "received_on": "short",
        "as_of": "short",
        "receipt": "medium",
        "new_address_on": "short",
    }
    unit_field = "drive"
    right = Right.KEEP_GIFTS

    drive = forms.ModelChoiceField(label=_("Drive"), queryset=Drive.objects.none(), empty_label=_("choose"))
    kind = forms.ChoiceField(label=_("Kind"), choices=capitalised(GiftKind.choices), widget=forms.RadioSelect)
    amount = NumberField(
        label=_("Amount"),
        required=False,
        percent=False,
        help_text=_(
            "In đồng, m² or days, by kind. Leave it empty for land or goods whose amount no source gives."
        ),
    )
    is_lower_bound = forms.BooleanField(
        label=_("Known only as “more than”"),
        required=False,
        help_text=_("The total is then written «trên …»."),
    )
    description = LineField(
        label=_("Description"), required=False, help_text=_("For example: 50 bao xi măng")
    )
    donor_kind = forms.ChoiceField(
        label=_("Donor"), choices=capitalised(DonorKind.choices), widget=forms.RadioSelect
    )
    person = LookupField(label=_("Person"), required=False)
    household = LookupField(
        label=_("Household"), required=False, help_text=_("Found by the name of its head.")
    )
    donor_name = LineField(
        label=_("Donor's name"), required=False, help_text=_("For collectives, enterprises, and names alone")
    )
    consent = forms.ChoiceField(
        label=_("May the donor be named?"),
        choices=capitalised(Consent.choices),
        initial=Consent.UNKNOWN,
        widget=forms.RadioSelect,
        help_text=_("Without consent only officers who keep gifts see the name."),
    )
    place = LookupField(label=_("Place that received it"), required=False)
    work = LineField(label=_("Work it went to"), required=False)
    received_on = DateField(label=_("Received on"), required=False, help_text=_("For example: 31/10/2019"))
    as_of = DateField(label=_("As of"), help_text=_("The day on which this was known to be true"))
    receipt = LineField(label=_("Receipt"), required=False)
    source = LineField(label=_("Source"), required=False)
    provenance = origin_field()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer(person=sources.persons, household=sources.households, place=sources.units)
        self.offer_newcomers(self.user)

    def offer_own(self) -> None:
        """Offer the drives whose gifts the user keeps."""
        kept = Drive.objects.filter(unit__in=units_where(self.user, Right.KEEP_GIFTS))
        self.fields["drive"].queryset = kept.order_by("-starts_on", "name")  # type: ignore[attr-defined]

    def initial_of(self, row: Any) -> dict[str, Any]:
        return {name: getattr(row, name) for name in (*_CONTENT, "person", "household")}

    def record(self) -> Model:
        with transaction.atomic():
            return record_gift(drive=self.cleaned_data["drive"], content=self._content(), by=self.user)

    def correct(self) -> Model:
        with transaction.atomic():
            return edit_gift(gift=self.row, content=self._content(), version=self.seen_version, by=self.user)

    def _content(self) -> GiftContent:
        given = {name: self.cleaned_data[name] for name in _CONTENT}
        return GiftContent(
            person=self.person_or_new(self.user, given["source"]),
            household=self.household_or_new(self.user, given["source"]),
            **given,
        )
