"""Keep the records of those who do the work of emulation and commendation."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.vietnamese.hygiene import clean_line
from thidua.orgs.access import may
from thidua.orgs.models import Unit
from thidua.reports.enums import Education
from thidua.reports.models import EmulationOfficer
from thidua.support.audit.actions.record import record
from thidua.support.edits import Faults, apply_edit, misfits
from thidua.support.provenance import Provenance
from thidua.support.refusals import NotAllowed, Refused

YOUNGEST, OLDEST = 15, 90


@dataclass(frozen=True, kw_only=True)
class OfficerContent:
    """What is said of an officer; empty or None where it is not known. `source`: what it rests on."""

    full_name: str
    post: str = ""
    birth_year: int | None = None
    woman: bool | None = None
    education: str = ""
    first_year: int | None = None
    here_from: date | None = None
    here_to: date | None = None
    source: str = ""

    def cleaned(self) -> dict[str, object]:
        """Return the columns to store. Raises Refused with a sentence per field at fault."""
        texts = {name: clean_line(getattr(self, name)) for name in ("full_name", "post", "source")}
        values = asdict(self) | texts
        faults: Faults = misfits(EmulationOfficer, values)
        if not texts["full_name"]:
            faults["full_name"] = _("Write the name.")
        if not texts["source"]:
            faults["source"] = _("Write what this rests on, for example the list of staff and its date.")
        if self.here_from is None:
            faults["here_from"] = _(
                "Write since when: the form counts who was there at the end of its period."
            )
        elif self.here_to and self.here_to < self.here_from:
            faults["here_to"] = _("The last day is before the first. Correct one of the two dates.")
        if self.education and self.education not in Education.values:
            faults["education"] = _("Choose the education from the list, or leave it open.")
        faults |= self._faults_of_years()
        if faults:
            raise Refused(faults)
        return values

    def _faults_of_years(self) -> Faults:
        faults: Faults = {}
        today = timezone.localdate().year
        if self.birth_year is not None and not today - OLDEST <= self.birth_year <= today - YOUNGEST:
            faults["birth_year"] = _("Write the year of birth with four digits, for example 1985.")
        if self.first_year is not None and not (self.birth_year or today - OLDEST) < self.first_year <= today:
            faults["first_year"] = _("Write the year in which this work began, for example 2015.")
        return faults


def record_officer(
    *, unit: Unit, content: OfficerContent, by: User, provenance: str = Provenance.RECORDED
) -> EmulationOfficer:
    """Keep a record of an officer of `unit` and return it. Raises NotAllowed, Refused."""
    _require_keeping(by, unit)
    values = content.cleaned()
    with transaction.atomic():
        row = EmulationOfficer.objects.create(unit=unit, provenance=provenance, **values)
        record(by=by, action="reports.officer_recorded", subject=row, details=values | {"unit": unit})
    return row


def edit_officer(
    *, officer: EmulationOfficer, content: OfficerContent, version: int, by: User
) -> EmulationOfficer:
    """Change the record and return it. Raises NotAllowed, Refused, EditedMeanwhile."""
    _require_keeping(by, officer.unit)
    values = content.cleaned()
    with transaction.atomic():
        row = EmulationOfficer.objects.select_for_update().get(pk=officer.pk)
        if changes := apply_edit(row, values, seen=version):
            record(by=by, action="reports.officer_edited", subject=row, details=changes)
    return row


def remove_officer(*, officer: EmulationOfficer, by: User) -> None:
    """Delete a record entered by mistake; the log keeps what it said. Raises NotAllowed."""
    _require_keeping(by, officer.unit)
    with transaction.atomic():
        told = {"full_name": officer.full_name, "unit": officer.unit, "source": officer.source}
        record(by=by, action="reports.officer_removed", subject=officer, details=told)
        officer.delete()


def _require_keeping(by: User, unit: Unit) -> None:
    if not may(by, Right.KEEP_RECORDS, unit):
        raise NotAllowed(_("Only who keeps the records of this unit records its officers."))
