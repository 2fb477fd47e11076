"""The content of a role model."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from thidua.core.vietnamese.fold import fold
from thidua.core.vietnamese.hygiene import clean_line, clean_text
from thidua.movements.content.years import year_fault
from thidua.movements.enums import Consent, FieldOfWork, SubjectKind
from thidua.movements.models import RoleModel
from thidua.orgs.models import Household, Person, Unit
from thidua.support.edits import Faults, misfits
from thidua.support.provenance import Provenance
from thidua.support.refusals import Refused


@dataclass(frozen=True, kw_only=True)
class RoleModelContent:
    """Who is an example (exactly one of person, unit, household), for what deed, and whether they may be named.

    To name a household is to name its head, so a household is asked as a person is; a collective is not asked.
    """

    deed: str
    field: str
    year: int
    person: Person | None = None
    unit: Unit | None = None
    household: Household | None = None
    consent: str = Consent.UNKNOWN
    order: int = 100
    source: str = ""
    provenance: str = Provenance.RECORDED

    def subject_kind(self) -> SubjectKind:
        """Return the kind of the one subject given; raises Refused when there is none or more than one."""
        given = [
            kind
            for kind, subject in (
                (SubjectKind.PERSON, self.person),
                (SubjectKind.COLLECTIVE, self.unit),
                (SubjectKind.HOUSEHOLD, self.household),
            )
            if subject is not None
        ]
        if len(given) != 1:
            raise Refused({"person": _("Choose exactly one: a person, a collective or a household.")})
        return given[0]

    def cleaned(self) -> dict[str, object]:
        """Return the values to store; raises Refused with a sentence per field at fault."""
        values: dict[str, object] = {
            "person": self.person,
            "unit": self.unit,
            "household": self.household,
            "deed": clean_text(self.deed),
            "field": self.field,
            "year": self.year,
            "consent": self.consent,
            "order": self.order,
            "source": clean_line(self.source),
            "provenance": self.provenance,
        }
        faults = misfits(RoleModel, values) | self._faults(values)
        try:
            values["subject_kind"] = self.subject_kind()
        except Refused as refused:
            faults |= refused.faults
        if faults:
            raise Refused(faults)
        return values

    def derived(self) -> dict[str, object]:
        """Return what is stored beside the values: the text that lists are searched by, without the name."""
        return {"search_text": fold(f"{self.deed} {self.source}")}

    def _faults(self, values: dict[str, object]) -> Faults:
        faults: Faults = {}
        if not values["deed"]:
            faults["deed"] = _("Write what they did, in one or two sentences.")
        if self.field not in FieldOfWork.values:
            faults["field"] = _("Choose the field this belongs to.")
        if self.consent not in Consent.values:
            faults["consent"] = _("Say whether they agreed to be named.")
        if self.consent == Consent.PUBLISHED and not values["source"]:
            faults["source"] = _("Write which publication has already named them.")
        if wrong := year_fault(self.year):
            faults["year"] = wrong
        return faults
