"""The people and households the report names, with no more than what it says of them."""

from __future__ import annotations

from dataclasses import dataclass

from thidua.accounts.roles import BOARD_OFFICER
from thidua.demo.reported.statement import Statement
from thidua.movements.actions.record_role_model import record_role_model
from thidua.movements.content.role_model import RoleModelContent
from thidua.movements.enums import Consent, FieldOfWork
from thidua.movements.models import Movement
from thidua.orgs.actions import add_position, create_household, create_person
from thidua.orgs.models import Household, Person
from thidua.support.provenance import Provenance


@dataclass(frozen=True)
class NamedPeople:
    """The persons and households of the report by key."""

    persons: dict[str, Person]
    households: dict[str, Household]


def enter_people(statement: Statement) -> NamedPeople:
    """Enter persons with all their positions at once, and households with the address of the day."""
    officer = statement.users[BOARD_OFFICER.code]
    persons: dict[str, Person] = {}
    for row in statement.facts["people"]:
        person = create_person(
            full_name=row["name"],
            honorific=row["honorific"],
            source=statement.source,
            provenance=Provenance.REPORTED,
            by=officer,
        )
        for order, position in enumerate(row["positions"], start=1):
            unit = statement.units[position["unit"]]
            add_position(person=person, unit=unit, title=position["title"], order=order, by=officer)
        persons[row["key"]] = person
    households = {
        row["key"]: create_household(
            head=persons[row["head"]],
            address_unit=statement.units[row["village"]],
            address_on=statement.ceremony,
            source=statement.source,
            provenance=Provenance.REPORTED,
            by=officer,
        )
        for row in statement.facts["households"]
    }
    return NamedPeople(persons, households)


def enter_role_models(statement: Statement, people: NamedPeople, movements: dict[str, Movement]) -> None:
    """Enter the good examples; all of them were named in an official publication."""
    facts = statement.facts["role_models"]
    drives = [movement for slug, movement in movements.items() if slug.endswith("-2019")]
    subjects: list[RoleModelContent] = [
        RoleModelContent(
            person=people.persons[key],
            deed=facts["deed_of_persons"],
            field=FieldOfWork.POLITICAL_SYSTEM,
            year=2019,
            consent=Consent.PUBLISHED,
            order=order,
            source=statement.source,
            provenance=Provenance.REPORTED,
        )
        for order, key in enumerate(facts["persons"], start=1)
    ]
    subjects += [
        RoleModelContent(
            household=people.households[key],
            deed=facts["deed_of_households"],
            field=FieldOfWork.CULTURE_SOCIETY,
            year=2019,
            consent=Consent.PUBLISHED,
            order=order,
            source=statement.source,
            provenance=Provenance.REPORTED,
        )
        for order, key in enumerate(facts["households"], start=1)
    ]
    for content in subjects:
        record_role_model(
            found_by=statement.units["province"],
            content=content,
            movements=drives,
            by=statement.users[BOARD_OFFICER.code],
        )
