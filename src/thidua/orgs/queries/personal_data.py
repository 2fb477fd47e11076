"""What a page may show of personal data before anybody asked to read them, and who holds a number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from thidua.core.vietnamese.citizen_ids import CitizenId
from thidua.orgs.models import Person, PersonalData
from thidua.orgs.personal.opening import CITIZEN_ID, birth_date_of, citizen_id_of
from thidua.orgs.personal.sealing import CannotBeOpened, fingerprints


@dataclass(frozen=True)
class MaskedData:
    """Personal data as they stand on a page: masked. `readable`: whether the values can be opened at all."""

    row: PersonalData
    citizen_id: str
    kind: str
    birth_date: str
    readable: bool

    @property
    def erased_on(self) -> date | None:
        """The day on which the data were erased, None while they stand."""
        return self.row.erased_on


def personal_data_of(person: Person) -> PersonalData | None:
    """Return the sealed row of a person; one query."""
    return PersonalData.objects.filter(person=person).first()


def masked_data_of(person: Person) -> MaskedData | None:
    """Return what may stand on the page of a person, for those who may read it whole; None without a row."""
    row = personal_data_of(person)
    if row is None:
        return None
    try:
        number, day = citizen_id_of(row), birth_date_of(row)
    except CannotBeOpened:
        return MaskedData(row, "", "", "", readable=False)
    return MaskedData(
        row,
        citizen_id=number.masked if number else "",
        kind=str(row.get_citizen_id_kind_display()) if number else "",
        birth_date=f"••/••/{day.year}" if day else "",
        readable=True,
    )


def holders_of(number: CitizenId) -> QuerySet[Person]:
    """Return the persons with this number; found by its fingerprint, nothing is opened."""
    marks = fingerprints(number.digits, column=CITIZEN_ID)
    rows = PersonalData.objects.filter(citizen_id_fingerprint__in=marks).order_by()
    return Person.objects.filter(pk__in=rows.values("person"))
