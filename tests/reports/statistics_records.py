"""A province with awards, movements, bodies and officers of every sort that the forms tell apart."""

from __future__ import annotations

import random
from datetime import date

from tests.factories.movements import SmallProvince, running_movement
from tests.factories.records import conferral
from thidua.core.periods import Period
from thidua.movements.enums import MovementKind, MovementReach
from thidua.orgs.models import Unit
from thidua.registry.content import RecipientLine
from thidua.registry.enums import CommendationType, RecipientClass
from thidua.reports.actions import OfficerContent, record_officer
from thidua.reports.models import EmulationOfficer
from thidua.reports.statistics import StatisticsScope

YEAR = Period.of_year(2025)
CODES = (
    *("labor_order_3", "pm_certificate_of_merit", "government_emulation_flag", "friendship_medal"),
    *("provincial_certificate_of_merit", "provincial_emulation_fighter", "provincial_emulation_flag"),
    *("excellent_labor_collective", "advanced_worker", "state_prize", ""),
)


def recipient(chance: random.Random, number: int) -> RecipientLine:
    """Return a recipient of any kind of whom this and that is known."""
    kind = chance.choice(("collective", "individual", "individual", "household", "author"))
    personal = kind in ("individual", "author")
    return RecipientLine(
        kind=kind,
        name=f"Người nhận {number}",
        recipient_class=chance.choice(("", *RecipientClass.values)) if personal else "",
        enterprise=chance.choice((None, True, False)) if kind == "collective" else None,
        woman=chance.choice((None, True, False)) if personal else None,
        ethnic_minority=chance.choice((None, True, False)) if personal else None,
        commendation_type=chance.choice(("", *CommendationType.values)),
    )


def awards(place: SmallProvince, seed: int = 1, each: int = 6) -> None:
    """Record one conferral of every award of `CODES` in 2025, with random recipients, and one a year earlier."""
    chance = random.Random(seed)
    for number, code in enumerate(CODES):
        conferral(
            place,
            recipients=[recipient(chance, place_) for place_ in range(each)],
            award_form=f"Hình thức {number}",
            award_code=code,
            decision_number=f"{number}/QĐ-UBND",
            decision_date=date(2025, 1 + number, 15),
            presented_on=None,
        )
    conferral(
        place,
        award_code="provincial_certificate_of_merit",
        decision_number="9/QĐ-UBND",
        decision_date=date(2024, 12, 31),
        presented_on=None,
    )


def movements(place: SmallProvince) -> None:
    """Launch movements of several reaches and lengths in 2025, and one a year earlier."""
    for kind, reach, start, end in (
        (MovementKind.REGULAR, MovementReach.LOCALITY, date(2025, 1, 1), date(2025, 12, 31)),
        (MovementKind.THEMATIC, MovementReach.NATION, date(2025, 2, 1), date(2030, 12, 31)),
        (MovementKind.PEAK, MovementReach.CLUSTER, date(2025, 8, 19), date(2025, 10, 17)),
        (MovementKind.THEMATIC, "", date(2025, 3, 1), None),
        (MovementKind.THEMATIC, MovementReach.UNIT, date(2024, 3, 1), date(2026, 3, 1)),
    ):
        running_movement(place, kind=kind, reach=reach, starts_on=start, planned_end=end, slogan_days=None)


def officer(place: SmallProvince, unit: Unit, **said: object) -> EmulationOfficer:
    """Return the record of an officer of `unit`."""
    content = OfficerContent(
        **{
            "full_name": "Lành Thị Hằng",
            "here_from": date(2020, 1, 1),
            "source": "Danh sách năm 2025",
            **said,
        }
    )
    return record_officer(unit=unit, content=content, by=place.officer)


def officers(place: SmallProvince) -> None:
    """Record three officers: one of whom all is known, one of whom little is, one who left."""
    officer(place, place.department, birth_year=1990, woman=True, education="master", first_year=2012)
    officer(place, place.de_tham, full_name="Vi Văn Ba")
    officer(place, place.de_tham, full_name="Hứa Văn Tư", birth_year=1970, here_to=date(2025, 6, 30))


def scope(unit: Unit | None = None, period: Period = YEAR) -> StatisticsScope:
    """Return a scope that may see everything."""
    return StatisticsScope(period, unit)
