"""The content of a role model."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from thidua.core.vietnamese.hygiene import clean_line, clean_text
from thidua.movements.enums import Consent, FieldOfWork, SubjectKind
from thidua.orgs.models import Household, Person, Unit
from thidua.support.provenance import Provenance
from thidua.support.refusals import Refused, Sentence


@dataclass(frozen=True, kw_only=True)
class RoleModelContent:
    """Who is an example (exactly one of person, unit, household), for what deed, and whether they may be named."""

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
        faults: dict[str, Sentence | list[Sentence]] = {}
        deed = clean_text(self.deed)
        if not deed:
            faults["deed"] = _("Write what they did, in one or two sentences.")
        if self.field not in FieldOfWork.values:
            faults["field"] = _("Choose the field this belongs to.")
        if self.consent not in Consent.values:
            faults["consent"] = _("Say whether they agreed to be named.")
        if faults:
            raise Refused(faults)
        return {
            "subject_kind": self.subject_kind(),
            "person": self.person,
            "unit": self.unit,
            "household": self.household,
            "deed": deed,
            "field": self.field,
            "year": self.year,
            "consent": self.consent,
            "order": self.order,
            "source": clean_line(self.source),
            "provenance": self.provenance,
        }
