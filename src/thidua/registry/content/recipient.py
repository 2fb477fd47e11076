"""One recipient of an award, as the list of the decision names it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from thidua.core.vietnamese.hygiene import clean_line
from thidua.orgs.models import Household, Person, Unit
from thidua.registry.content.lines import faults_of_texts, told_line
from thidua.registry.content.years import fault_of_year
from thidua.registry.enums import PEOPLE, CommendationType, RecipientClass, RecipientKind
from thidua.registry.models import Award
from thidua.support.provenance import Provenance
from thidua.support.refusals import Sentence


@dataclass(frozen=True, kw_only=True)
class RecipientLine:
    """One recipient: name, post and unit of that day as text; links to the rows of today where they are known.

    `counting_year`: the year the award was given for, None when not known. `commendation_type`: empty for merit
    where the award is an emulation title, else for not known. `recipient_class` to `birth_year`: what statistics
    ask, as it was on that day; empty or None for not known.
    """

    kind: str
    name: str
    post_then: str = ""
    unit_then: str = ""
    person: Person | None = None
    unit: Unit | None = None
    household: Household | None = None
    counting_year: int | None = None
    commendation_type: str = ""
    recipient_class: str = ""
    enterprise: bool | None = None
    woman: bool | None = None
    ethnic_minority: bool | None = None
    birth_year: int | None = None
    provenance: str = Provenance.RECORDED

    def faults(self) -> list[Sentence]:
        """Return what is wrong with this line, empty when it can be stored."""
        texts = {"recipient_name": self.name, "post_then": self.post_then, "unit_then": self.unit_then}
        said = faults_of_texts(Award, self.kind, texts)
        if self.person and self.kind not in PEOPLE:
            said.append(_("A person was chosen, but the line says that it is not one."))
        if self.household and self.kind != RecipientKind.HOUSEHOLD:
            said.append(_("A household was chosen, but the line says that it is not one."))
        if self.commendation_type and self.commendation_type not in CommendationType.values:
            said.append(_("Choose the type of commendation from the list."))
        if self.recipient_class and self.recipient_class not in RecipientClass.values:
            said.append(_("Choose the class of recipient from the list."))
        if self.counting_year is not None and (fault := fault_of_year(self.counting_year)):
            said.append(fault)
        return said

    def texts(self) -> tuple[str, str, str, str]:
        """Return kind, name, post and unit, cleaned: what a written list says of the line."""
        return self.kind, clean_line(self.name), clean_line(self.post_then), clean_line(self.unit_then)

    def extras(self) -> tuple[str, str]:
        """Return year and type of commendation as a person writes them behind the other parts."""
        kind = str(CommendationType(self.commendation_type).label) if self.commendation_type else ""
        return str(self.counting_year or ""), kind

    def renewed(self, written: RecipientLine) -> RecipientLine:
        """Return this line with the year and the type that a written list gives; what it leaves out stays."""
        return replace(
            self,
            counting_year=written.counting_year or self.counting_year,
            commendation_type=written.commendation_type or self.commendation_type,
        )

    def values(self) -> dict[str, object]:
        """Return the columns to store."""
        name = clean_line(self.name)
        return {
            "recipient_kind": self.kind,
            "recipient_name": name,
            "post_then": clean_line(self.post_then),
            "unit_then": clean_line(self.unit_then),
            "person": self.person,
            "unit": self.unit,
            "household": self.household,
            "counting_year": self.counting_year,
            "commendation_type": self.commendation_type,
            "recipient_class": self.recipient_class,
            "enterprise": self.enterprise,
            "woman": self.woman,
            "ethnic_minority": self.ethnic_minority,
            "birth_year": self.birth_year,
            "provenance": self.provenance,
        }

    def told(self) -> str:
        """Return the line for the log, with the numbers of the rows it is linked to."""
        links = {"person": self.person, "unit": self.unit, "household": self.household}
        year = str(self.counting_year or "")
        texts = (self.name, self.post_then, self.unit_then, year, self.commendation_type)
        return told_line(self.kind, texts, links, self.provenance)
