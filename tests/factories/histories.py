"""Histories of persons and units in the register, made through its actions."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.factories.movements import SmallProvince, account
from thidua.accounts.models import User
from thidua.accounts.roles import BOARD_LEADER
from thidua.orgs.models import Household, Person, Unit
from thidua.registry.actions import (
    ConferralContent,
    DisciplineContent,
    GradeContent,
    InitiativeContent,
    MatterContent,
    RecipientLine,
    record_conferral,
    record_history,
)
from thidua.registry.actions.record_history import Recipient
from thidua.registry.models import (
    Award,
    DisciplineRecord,
    PendingMatter,
    RecognisedInitiative,
    YearlyGrade,
)

NAMES = {
    "grassroots_emulation_fighter": "Chiến sĩ thi đua cơ sở",
    "provincial_emulation_fighter": "Chiến sĩ thi đua cấp tỉnh",
    "provincial_certificate_of_merit": "Bằng khen của Chủ tịch UBND tỉnh",
    "advanced_worker": "Lao động tiên tiến",
}


def leader(place: SmallProvince) -> User:
    """Return a leader of the Board."""
    return account(BOARD_LEADER.code, place.province, "Bế Thị Trưởng")


def grade(
    place: SmallProvince, of: Person | Unit, year: int, code: str = "excellently_completed", **said: Any
) -> YearlyGrade:
    """Return a grade kept by the province."""
    content = GradeContent(counting_year=year, grade=code, **said)
    return _recorded(place, of, content, YearlyGrade)


def initiative(place: SmallProvince, of: Person | Unit, year: int, **said: Any) -> RecognisedInitiative:
    """Return an initiative of the grassroots, with changes."""
    content = InitiativeContent(
        **{"counting_year": year, "name": f"Sáng kiến {year}", "scope": "grassroots", **said}
    )
    return _recorded(place, of, content, RecognisedInitiative)


def discipline(place: SmallProvince, of: Person | Unit, since: date, **said: Any) -> DisciplineRecord:
    """Return a warning, with changes."""
    content = DisciplineContent(**{"level": "warning", "since": since, **said})
    return _recorded(place, of, content, DisciplineRecord)


def matter(place: SmallProvince, of: Recipient, since: date, **said: Any) -> PendingMatter:
    """Return a pending investigation, with changes."""
    content = MatterContent(**{"kind": "investigation", "since": since, **said})
    return _recorded(place, of, content, PendingMatter)


def award(
    place: SmallProvince, to: Recipient, code: str, year: int | None, decided: date, **said: Any
) -> Award:
    """Return an award of the province to one recipient; its number is made of code, day and recipient."""
    kinds = {Person: "individual", Unit: "collective", Household: "household"}
    column = type(to).__name__.lower()
    line = RecipientLine(kind=kinds[type(to)], name=str(to), counting_year=year, **{column: to, **said})
    conferral = record_conferral(
        deciding_unit=place.province,
        content=ConferralContent(
            award_form=NAMES.get(code, code),
            award_code=code,
            decision_number=f"{to.pk}/{code[:30]}",
            decision_date=decided,
        ),
        recipients=[line],
        by=place.officer,
    )
    return conferral.awards.get()


def _recorded(place: SmallProvince, of: Recipient, content: Any, model: type) -> Any:
    row = record_history(recipient=of, kept_by=place.province, content=content, by=place.officer)
    assert isinstance(row, model)
    return row
