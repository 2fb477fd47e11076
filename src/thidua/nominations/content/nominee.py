"""What a unit says of one nominee."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.core.law.book import LawBook
from thidua.core.vietnamese.fold import fold
from thidua.core.vietnamese.hygiene import clean_line, clean_text
from thidua.core.vietnamese.names import NameOrder, sort_key
from thidua.nominations.content.dossier import EARLIEST_YEAR
from thidua.nominations.models import Nomination
from thidua.orgs.models import Household, Person, Unit
from thidua.registry.enums import PEOPLE, CommendationType, RecipientKind
from thidua.support.edits import Faults, misfits
from thidua.support.provenance import Provenance

REPORT_MAX_LENGTH = 60_000


@dataclass(frozen=True, kw_only=True)
class NomineeLine:
    """One recipient for one award. Links are to the rows of today, where they are known; None: nobody said."""

    kind: str
    name: str
    award_code: str
    commendation_type: str
    counting_year: int
    person: Person | None = None
    unit: Unit | None = None
    household: Household | None = None
    birth_year: int | None = None
    post_then: str = ""
    unit_then: str = ""
    worker_kind: str = ""
    achievement: str = ""
    report: str = ""
    direct_worker: bool | None = None
    woman: bool | None = None
    ethnic_minority: bool | None = None
    provenance: str = Provenance.RECORDED

    def faults(self, book: LawBook) -> Faults:
        """Return what is wrong, by field; empty when it can be stored."""
        faults: Faults = misfits(Nomination, self.values())
        if self.kind not in RecipientKind.values:
            faults["recipient_kind"] = _("Say what this is: collective, individual, household or author.")
        if not clean_line(self.name):
            faults["recipient_name"] = _("Write the name as it shall be printed on the certificate.")
        if self.award_code not in book.awards:
            faults["award_code"] = _("The law book has no award “%(award)s”. Choose one of the list.") % {
                "award": self.award_code
            }
        if self.commendation_type not in CommendationType.values:
            faults["commendation_type"] = _("Choose the type of commendation.")
        if self.worker_kind and self.worker_kind not in book.words.get("recipient_kinds", {}):
            faults["worker_kind"] = _("Choose the kind of worker from the list.")
        if len(self.report) > REPORT_MAX_LENGTH:
            faults["report"] = _("The report is longer than 60,000 characters. Shorten it.")
        return faults | self._faults_of_years() | self._faults_of_links()

    def values(self) -> dict[str, Any]:
        """Return the columns to store."""
        name = clean_line(self.name)
        return {
            "recipient_kind": self.kind,
            "recipient_name": name,
            "recipient_sort_key": sort_key(name, self._order()),
            "folded_name": fold(name),
            "person": self.person,
            "unit": self.unit,
            "household": self.household,
            "birth_year": self.birth_year or (self.person.birth_year if self.person else None),
            "post_then": clean_line(self.post_then),
            "unit_then": clean_line(self.unit_then),
            "worker_kind": self.worker_kind,
            "award_code": self.award_code,
            "commendation_type": self.commendation_type,
            "counting_year": self.counting_year,
            "achievement": clean_line(self.achievement),
            "report": clean_text(self.report),
            "direct_worker": self.direct_worker,
            "woman": self.woman,
            "ethnic_minority": self.ethnic_minority,
            "provenance": self.provenance,
        }

    def told(self) -> str:
        """Return the line for the log."""
        parts = (self.kind, clean_line(self.name), self.award_code, str(self.counting_year))
        return ", ".join(filter(None, parts))

    @classmethod
    def of(cls, row: Nomination) -> NomineeLine:
        """Return what `row` says now."""
        return cls(
            kind=row.recipient_kind,
            name=row.recipient_name,
            award_code=row.award_code,
            commendation_type=row.commendation_type,
            counting_year=row.counting_year,
            person=row.person,
            unit=row.unit,
            household=row.household,
            birth_year=row.birth_year,
            post_then=row.post_then,
            unit_then=row.unit_then,
            worker_kind=row.worker_kind,
            achievement=row.achievement,
            report=row.report,
            direct_worker=row.direct_worker,
            woman=row.woman,
            ethnic_minority=row.ethnic_minority,
            provenance=row.provenance,
        )

    def for_year(self, year: int) -> NomineeLine:
        """Return the line for another year: what was achieved then does not count now."""
        return replace(self, counting_year=year, achievement="", report="")

    def _order(self) -> NameOrder:
        if self.person is not None:
            return NameOrder(self.person.name_order)
        return NameOrder.GIVEN_LAST if self.kind in PEOPLE else NameOrder.WHOLE

    def _faults_of_years(self) -> Faults:
        faults: Faults = {}
        this_year = timezone.localdate().year
        if not EARLIEST_YEAR <= self.counting_year <= this_year:
            faults["counting_year"] = _(
                "Write the year that the achievement was counted for, not a later one."
            )
        if self.birth_year is not None and not this_year - 120 <= self.birth_year <= this_year:
            faults["birth_year"] = _("Check the year of birth; leave it empty if it is not known.")
        return faults

    def _faults_of_links(self) -> Faults:
        faults: Faults = {}
        if self.person and self.kind not in PEOPLE:
            faults["person"] = _("A person was chosen, but the line says that it is not one.")
        if self.household and self.kind != RecipientKind.HOUSEHOLD:
            faults["household"] = _("A household was chosen, but the line says that it is not one.")
        if self.unit and self.kind != RecipientKind.COLLECTIVE:
            faults["unit"] = _(
                "A unit was chosen as the recipient, but the line says that it is not a collective."
            )
        return faults
