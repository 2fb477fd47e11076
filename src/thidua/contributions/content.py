"""What a person says of a drive or a gift, cleaned and checked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from thidua.contributions.enums import DonorKind, GiftKind
from thidua.core.vietnamese.hygiene import clean_line
from thidua.movements.enums import Consent
from thidua.orgs.models import Household, Person, Unit
from thidua.support.provenance import Provenance
from thidua.support.refusals import Refused, Sentence


@dataclass(frozen=True, kw_only=True)
class DriveContent:
    """What is collected for."""

    slug: str
    name: str
    purpose: str
    starts_on: date | None = None
    ends_on: date | None = None
    provenance: str = Provenance.RECORDED

    def cleaned(self) -> dict[str, object]:
        """Return the values to store; raises Refused with a sentence per field at fault."""
        faults: dict[str, Sentence | list[Sentence]] = {}
        name, purpose = clean_line(self.name), clean_line(self.purpose)
        if not name:
            faults["name"] = _("Write the name of the drive.")
        if not purpose:
            faults["purpose"] = _("Write what the gifts are for.")
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            faults["ends_on"] = _("The drive ends before it begins. Check both dates.")
        if faults:
            raise Refused(faults)
        return {
            "slug": self.slug,
            "name": name,
            "purpose": purpose,
            "starts_on": self.starts_on,
            "ends_on": self.ends_on,
            "provenance": self.provenance,
        }


@dataclass(frozen=True, kw_only=True)
class GiftContent:
    """What was given, by whom. `amount` is in đồng, m² or days by kind; None where no source states it."""

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
        faults = self._faults()
        if faults:
            raise Refused(faults)
        lines = {
            name: clean_line(getattr(self, name))
            for name in ("description", "donor_name", "work", "receipt", "source")
        }
        rest = {
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
        return lines | rest

    def _faults(self) -> dict[str, Sentence | list[Sentence]]:
        faults: dict[str, Sentence | list[Sentence]] = {}
        if self.kind not in GiftKind.values:
            faults["kind"] = _("Choose what was given: money, land, labour or goods.")
        if self.donor_kind not in DonorKind.values:
            faults["donor_kind"] = _("Choose who gave.")
        if self.consent not in Consent.values:
            faults["consent"] = _("Say whether the donor agreed to be named.")
        if self.amount is not None and self.amount <= 0:
            faults["amount"] = _("The amount must be more than zero. Leave it empty if it is not known.")
        if self.amount is None and self.is_lower_bound:
            faults["amount"] = _("Write the amount that the gifts are known to exceed.")
        if self.amount is None and self.kind in {GiftKind.MONEY, GiftKind.LABOUR}:
            faults.setdefault("amount", _("Write the amount."))
        if self.received_on and self.received_on > self.as_of:
            faults["received_on"] = _("The gift was received after the as-of date. Check both dates.")
        return faults
