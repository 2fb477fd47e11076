"""What some people and units were commended for in the last five years, so that nominations have something to
rest on: invented, and marked."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import replace
from datetime import date
from typing import Any, Final

from thidua.accounts.models import User
from thidua.accounts.roles import BOARD_OFFICER
from thidua.demo.illustration.career import FORMS, Career, career_of, collective_career
from thidua.demo.illustration.recipients import RecipientInventor
from thidua.demo.reported.statement import Statement
from thidua.orgs.actions import add_position, create_person
from thidua.orgs.models import Person, Unit
from thidua.registry.actions import (
    ConferralContent,
    DisciplineContent,
    GradeContent,
    InitiativeContent,
    MatterContent,
    RecipientLine,
    describe_unit,
    record_conferral,
    record_history,
)
from thidua.support.provenance import Provenance

YEARS: Final = range(2021, 2026)
PEOPLE: Final = 40
INVENTED: Final = Provenance.ILLUSTRATIVE
# Communes of 2025 with the district whose people they took over, the one of the demonstration's unit among them,
# and agencies that stood through all five years.
UNITS: Final = {
    "xa-trang-dinh-2025": "huyen-trang-dinh",
    "xa-that-khe-2025": "huyen-trang-dinh",
    "xa-binh-gia-2025": "huyen-binh-gia",
    "xa-bac-son-2025": "huyen-bac-son",
    "xa-loc-binh-2025": "huyen-loc-binh",
    "xa-dinh-lap-2025": "huyen-dinh-lap",
    "xa-chi-lang-2025": "huyen-chi-lang",
    "xa-huu-lung-2025": "huyen-huu-lung",
    "so-y-te": "so-y-te",
    "benh-vien-da-khoa-tinh": "benh-vien-da-khoa-tinh",
    "so-van-hoa-the-thao-va-du-lich": "so-van-hoa-the-thao-va-du-lich",
    "so-cong-thuong": "so-cong-thuong",
}
TITLES: Final = ("Chuyên viên", "Công chức văn phòng – thống kê", "Phó Trưởng phòng", "Viên chức")

# A post of a commune's office stands in no hospital.
TITLES_OF: Final = {
    "benh-vien-da-khoa-tinh": ("Bác sĩ chuyên khoa I", "Điều dưỡng trưởng", "Kỹ thuật viên trưởng")
}

Given = tuple[str, int, Unit]  # award code, counting year, unit that decided


def invent_histories(statement: Statement, seed: int) -> None:
    """Give forty invented persons and twelve units grades, titles, initiatives and certificates of 2021–2025."""
    dice = random.Random(seed)  # noqa: S311 -- repeatable invention, not a secret
    officer = statement.users[BOARD_OFFICER.code]
    known = Unit.objects.in_bulk([*UNITS, *UNITS.values()], field_name="key")
    units = [known[key] for key in UNITS]
    given: dict[Given, list[RecipientLine]] = defaultdict(list)
    province = statement.units["peoples_committee"]
    names = RecipientInventor(seed, [""])
    for number in range(PEOPLE):
        unit = units[number % len(units)]
        person, post = _person(names, unit, number, dice, officer)
        career = career_of(number, YEARS, dice)
        _history(person, unit, career, officer)
        line = RecipientLine(kind="individual", name=person.full_name, post_then=post, person=person)
        _collect(given, line, (unit, known[UNITS[unit.key]]), province, career)
    for number, unit in enumerate(units):
        years = range(max(YEARS.start, unit.exists_from.year if unit.exists_from else 0), YEARS.stop)
        career = collective_career(number, years, dice)
        _history(unit, unit, career, officer)
        founded = unit.exists_from.year if unit.exists_from else 1990 + number
        describe_unit(unit=unit, founded=founded, eligible_for_flag=True, provenance=INVENTED, by=officer)
        line = RecipientLine(kind="collective", name=unit.name, unit=unit)
        _collect(given, line, (unit, unit), province, career)
    _confer(given, officer)


def _person(
    names: RecipientInventor, unit: Unit, number: int, dice: random.Random, by: User
) -> tuple[Person, str]:
    male = number % 2 == 0
    person = create_person(
        full_name=names.new_person_name(male=male),
        birth_year=dice.randint(1970, 1995),
        source="Dữ liệu minh họa",
        provenance=INVENTED,
        by=by,
    )
    titles = TITLES_OF.get(unit.key, TITLES)
    post = titles[number % len(titles)] if titles is TITLES else titles[number // len(UNITS) % len(titles)]
    add_position(person=person, unit=unit, title=post, by=by)
    return person, post


def _history(of: Person | Unit, unit: Unit, career: Career, by: User) -> None:
    paper: dict[str, Any] = {"provenance": INVENTED, "authority": f"Thủ trưởng {unit.short_name}"}
    contents = [
        GradeContent(counting_year=year, grade=grade, decision_date=date(year, 12, 20), **paper)
        for year, grade in career.grades.items()
    ]
    initiatives = [
        InitiativeContent(
            counting_year=year, name=name, scope=scope, decision_date=date(year, 11, 25), **paper
        )
        for year, name, scope in career.initiatives
    ]
    measures = [
        DisciplineContent(level="reprimand", since=since, until=until, **paper)
        for since, until in career.discipline
    ]
    matters = [
        MatterContent(kind="complaint", since=since, about="Đơn đang được xác minh (minh họa)", **paper)
        for since in career.matters
    ]
    for content in (*contents, *initiatives, *measures, *matters):
        record_history(recipient=of, kept_by=unit, content=content, by=by)


def _collect(
    given: dict[Given, list[RecipientLine]],
    line: RecipientLine,
    places: tuple[Unit, Unit],
    province: Unit,
    career: Career,
) -> None:
    """Put a line into the list of each award the career tells of, as the law has it decided: below, or above.

    `places`: the unit of today, and the one before it, where somebody stood while the first was not there yet.
    """
    now, before = places
    for code, year in career.awards:
        own = before if now.exists_from and year < now.exists_from.year else now
        deciding = province if FORMS[code].of_province else own
        then = own.name if line.kind == "individual" else ""
        made = replace(
            line, unit_then=then, counting_year=year, commendation_type="merit", provenance=INVENTED
        )
        given[code, year, deciding].append(made)


def _confer(given: dict[Given, list[RecipientLine]], by: User) -> None:
    for number, ((code, year, unit), lines) in enumerate(given.items(), start=1):
        day = date(year + 1, 2, 15) if FORMS[code].of_province else date(year, 12, 28)
        content = ConferralContent(
            award_form=FORMS[code].name,
            award_code=code,
            decision_number=f"{number:03}/QĐ-MH",
            decision_date=day,
            occasion=f"Tổng kết năm {year}",
            reason=f"Có thành tích trong thực hiện nhiệm vụ năm {year}",
            source="Dữ liệu minh họa",
            provenance=INVENTED,
        )
        record_conferral(deciding_unit=unit, content=content, recipients=lines, by=by)
