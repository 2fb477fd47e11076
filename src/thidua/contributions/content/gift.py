"""The content of a gift."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from thidua.contributions.enums import IN_MONEY, DonorKind, GiftKind
from thidua.contributions.models import Gift
from thidua.core.vietnamese.fold import fold
from thidua.core.vietnamese.hygiene import clean_line
from thidua.movements.enums import Consent
from thidua.orgs.models import Household, Person, Unit
from thidua.support.edits import Faults, misfits
from thidua.support.provenance import Provenance
from thidua.support.refusals import Refused

_LINES = ("description", "donor_name", "work", "receipt", "source")


@dataclass(frozen=True, kw_only=True)
class GiftContent:
    """What was given, by whom. `amount` is in đồng, m² or days by kind; None where no source states it.

    The donor is a person, a household, or a name as it was written; none of them where nobody is to be known.
    """

    kind: str
    donor_kind: str
    as_of: date
    amount: Decimal | None = None
    is_lower_bound: bool = False
    description: str = ""
    person: Person | None = None
    household: Household | None = None
    donor_name: str = ""
    consent: str = Consent.UNKNOWN
    place: Unit | None = None
    work: str = ""
    received_on: date | None = None
    receipt: str = ""
    source: str = ""
    provenance: str = Provenance.RECORDED

    def cleaned(self) -> dict[str, object]:
        """Return the values to store; raises Refused with a sentence per field at fault."""
        values: dict[str, object] = {name: clean_line(getattr(self, name)) for name in _LINES}
        values |= {
            "kind": self.kind,
            "donor_kind": self.donor_kind,
            "as_of": self.as_of,
            "amount": self.amount,
            "is_lower_bound": self.is_lower_bound,
            "person": self.person,
            "household": self.household,
            "consent": self.consent,
            "place": self.place,
            "received_on": self.received_on,
            "provenance": self.provenance,
        }
        faults = misfits(Gift, values) | self._faults_of_gift(values) | self._faults_of_donor(values)
        if faults:
            raise Refused(faults)
        return values

    def derived(self) -> dict[str, object]:
        """Return what is stored beside the values: the texts that lists are searched by, the donor apart."""
        return {
            "search_text": fold(f"{self.description} {self.work} {self.receipt} {self.source}"),
            "donor_search_text": fold(self.donor_name),
        }

    def _faults_of_gift(self, values: dict[str, object]) -> Faults:
        faults: Faults = {}
        if self.kind not in GiftKind.values:
            faults["kind"] = _("Choose what was given: money, land, labour or goods.")
        if self.amount is not None and self.amount <= 0:
            faults["amount"] = _("The amount must be more than zero. Leave it empty if it is not known.")
        elif self.amount is not None and self.kind in IN_MONEY and self.amount != int(self.amount):
            faults["amount"] = _("Write whole đồng, without decimals.")
        if self.amount is None and self.is_lower_bound:
            faults["amount"] = _("Write the amount that the gifts are known to exceed.")
        if self.amount is None and self.kind in {GiftKind.MONEY, GiftKind.LABOUR}:
            faults.setdefault("amount", _("Write the amount."))
        if self.kind == GiftKind.GOODS and not values["description"]:
            faults["description"] = _("Write what was given, for example “50 bao xi măng”.")
        if self.received_on and self.received_on > self.as_of:
            faults["received_on"] = _("The gift was received after the as-of date. Check both dates.")
        return faults

    def _faults_of_donor(self, values: dict[str, object]) -> Faults:
        faults: Faults = {}
        donors = [donor for donor in (self.person, self.household, values["donor_name"]) if donor]
        if self.donor_kind not in DonorKind.values:
            faults["donor_kind"] = _("Choose who gave.")
        if len(donors) > 1:
            faults["donor_name"] = _("Choose a person or a household, or write a name: one of the three.")
        if self.person and self.donor_kind != DonorKind.PERSON:
            faults["donor_kind"] = _("A person was chosen as the donor. Choose “person” here.")
        if self.household and self.donor_kind != DonorKind.HOUSEHOLD:
            faults["donor_kind"] = _("A household was chosen as the donor. Choose “household” here.")
        if self.consent not in Consent.values:
            faults["consent"] = _("Say whether the donor agreed to be named.")
        if self.consent == Consent.GIVEN and not donors:
            faults["consent"] = _("Choose the donor or write the name that may be published.")
        if self.consent == Consent.PUBLISHED and not values["source"]:
            faults["source"] = _("Write which publication has already named the donor.")
        return faults
