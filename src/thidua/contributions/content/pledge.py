"""The content of a pledge."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from thidua.contributions.amounts import to_parts
from thidua.contributions.content.quantity import faults_of_quantity
from thidua.contributions.enums import DonorKind, GiftKind
from thidua.contributions.models import Pledge
from thidua.core.vietnamese.fold import fold
from thidua.core.vietnamese.hygiene import clean_line
from thidua.movements.enums import Consent
from thidua.support.edits import misfits
from thidua.support.provenance import Provenance
from thidua.support.refusals import Refused


@dataclass(frozen=True, kw_only=True)
class PledgeContent:
    """What was promised, by whom, until when. `amount` is in đồng, m² or days by kind."""

    kind: str
    amount: Decimal | None
    donor_kind: str
    donor_name: str
    promised_on: date
    due_on: date | None = None
    consent: str = Consent.UNKNOWN
    description: str = ""
    contact: str = ""
    provenance: str = Provenance.RECORDED

    def cleaned(self) -> dict[str, object]:
        """Return the values to store; raises Refused with a sentence per field at fault."""
        values: dict[str, object] = {
            "kind": self.kind,
            "donor_kind": self.donor_kind,
            "donor_name": clean_line(self.donor_name),
            "consent": self.consent,
            "promised_on": self.promised_on,
            "due_on": self.due_on,
            "description": clean_line(self.description),
            "contact": clean_line(self.contact),
            "provenance": self.provenance,
        }
        faults = misfits(Pledge, values) | faults_of_quantity(self.kind, self.amount)
        if self.donor_kind not in DonorKind.values:
            faults["donor_kind"] = _("Choose who gave.")
        if self.kind == GiftKind.GOODS and not values["description"]:
            faults["description"] = _("Write what was given, for example “50 bao xi măng”.")
        if not values["donor_name"]:
            faults["donor_name"] = _("Write who made the promise.")
        if self.consent not in Consent.values:
            faults["consent"] = _("Say whether the donor agreed to be named.")
        if self.due_on and self.due_on < self.promised_on:
            faults["due_on"] = _("The promise is due before it was made. Check both dates.")
        if faults:
            raise Refused(faults)
        assert self.amount is not None
        return values | {"parts": to_parts(self.kind, self.amount)}

    def derived(self) -> dict[str, object]:
        """Return what is stored beside the values: the text that the donor is searched by."""
        return {"donor_search_text": fold(clean_line(self.donor_name))}
