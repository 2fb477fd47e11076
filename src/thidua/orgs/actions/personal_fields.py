"""What personal data must hold, and what of them does not fit the person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.core.vietnamese.citizen_ids import (
    CitizenId,
    CitizenIdDoubt,
    NotACitizenId,
    read_citizen_id,
)
from thidua.core.vietnamese.hygiene import clean_line
from thidua.orgs.actions.person_fields import OLDEST_BIRTH_YEAR
from thidua.orgs.enums import Honorific
from thidua.orgs.models import Person
from thidua.support.refusals import Refused, Sentence

LONGEST_REASON = 300
DOUBTS = {
    CitizenIdDoubt.UNKNOWN_PROVINCE: gettext_lazy(
        "The first three digits are the code of no province. Compare the number with the card."
    ),
    CitizenIdDoubt.OTHER_BIRTH_YEAR: gettext_lazy(
        "The number tells another year of birth than is on record. Compare both with the card."
    ),
    CitizenIdDoubt.OTHER_SEX: gettext_lazy(
        "The number does not fit the form of address. Compare both with the card."
    ),
}


@dataclass(frozen=True)
class PersonalFields:
    """What was typed, cleaned; None for what is not known."""

    citizen_id: CitizenId | None
    birth_date: date | None
    source: str


def checked_personal_data(
    *, person: Person, citizen_id: str, birth_date: date | None, source: str
) -> PersonalFields:
    """Return what was typed, cleaned; raises Refused with every fault."""
    faults: dict[str, Sentence] = {}
    number = None
    if citizen_id.strip():
        try:
            number = read_citizen_id(citizen_id)
        except NotACitizenId:
            faults["citizen_id"] = _("Write the number with 12 digits, or the 9 digits of the older card.")
    if birth_date is not None:
        if not birth_date.year >= OLDEST_BIRTH_YEAR or birth_date > timezone.localdate():
            faults["birth_date"] = _("Write a day of birth that has been, for example 15/08/1968.")
        elif person.birth_year not in (None, birth_date.year):
            faults["birth_date"] = _(
                "On record is the year of birth %(year)s. Correct the person first, or this day."
            ) % {"year": person.birth_year}
    if faults:
        raise Refused(faults)
    return PersonalFields(number, birth_date, clean_line(source))


def doubts_about(person: Person, fields: PersonalFields) -> list[Sentence]:
    """Return a sentence for each thing that does not fit; the number may be right all the same."""
    if fields.citizen_id is None:
        return []
    year = fields.birth_date.year if fields.birth_date else person.birth_year
    woman = {str(Honorific.MR): False, str(Honorific.MRS): True}.get(person.honorific)
    return [DOUBTS[doubt] for doubt in fields.citizen_id.doubts(birth_year=year, woman=woman)]


def checked_reason(reason: str) -> str:
    """Return why somebody reads or erases, cleaned; raises Refused when it says nothing."""
    said = clean_line(reason)
    if len(said) < 5:
        raise Refused({"reason": _("Say in a few words what you need it for; it is kept in the log.")})
    if len(said) > LONGEST_REASON:
        raise Refused(
            {"reason": _("Say it shorter: at most %(limit)s characters.") % {"limit": LONGEST_REASON}}
        )
    return said
