"""Records become law facts: for one nominee with evidence, for a province as columns, and both say the same."""

from __future__ import annotations

import random
from datetime import date

import numpy as np
import pytest

from tests.factories.histories import award, discipline, grade, initiative, leader, matter
from tests.factories.movements import SmallProvince
from tests.factories.records import household, person
from thidua.core.law.columns import Columns
from thidua.core.law.engine import appraise
from thidua.core.law.facts import AwardHeld, Discipline, Initiative, NomineeFacts, Question
from thidua.core.law.gathering import columns_of
from thidua.core.law.reading import load_law
from thidua.orgs.models import Person, Unit
from thidua.registry.actions import cancel_award, conclude_matter, describe_unit, withdraw_history
from thidua.registry.enums import DisciplineLevel, Grade, InitiativeForm, InitiativeScope
from thidua.registry.facts import (
    columns_of_people,
    columns_of_units,
    eligible_people,
    facts_of,
    facts_of_many,
)

ON = date(2026, 6, 1)
FIGHTER, PROVINCIAL = "grassroots_emulation_fighter", "provincial_emulation_fighter"


def test_the_facts_of_one_carry_their_decisions(place: SmallProvince) -> None:
    somebody = person(place)
    held = award(place, somebody, FIGHTER, 2025, date(2026, 1, 20))
    certificate = award(place, somebody, "provincial_certificate_of_merit", None, date(2023, 9, 2))
    grade(place, somebody, 2025)
    initiative(place, somebody, 2024, name="Số hóa sổ bộ", used_for=FIGHTER)
    discipline(place, somebody, date(2019, 1, 1), until=date(2019, 12, 31))
    matter(place, somebody, date(2026, 5, 1))
    told = NomineeFacts(
        grades={2025: "excellently_completed"},
        awards=(
            AwardHeld(
                "provincial_certificate_of_merit",
                2023,
                "",
                "active",
                date(2023, 9, 2),
                certificate.conferral.decision_number,
            ),
            AwardHeld(FIGHTER, 2025, "merit", "active", date(2026, 1, 20), held.conferral.decision_number),
        ),
        initiatives=(Initiative(2024, "grassroots", "initiative", True, FIGHTER, "Số hóa sổ bộ"),),
        discipline=(Discipline("warning", date(2019, 1, 1), date(2019, 12, 31)),),
        suspended=True,
    )
    assert facts_of(somebody, ON) == told
    assert facts_of(somebody, ON, restricted=False) == NomineeFacts(
        grades=told.grades, awards=told.awards, initiatives=told.initiatives
    )


def test_what_does_not_count_on_the_day_is_left_out(place: SmallProvince) -> None:
    somebody, by = person(place), leader(place)
    later = award(place, somebody, FIGHTER, 2025, date(2026, 7, 1))
    cancelled = award(place, somebody, PROVINCIAL, 2020, date(2021, 3, 1))
    cancel_award(award=cancelled, on=date(2027, 1, 1), reason="Sai", decision="1/QĐ", by=by)
    stripped = award(place, somebody, FIGHTER, 2019, date(2020, 1, 1))
    cancel_award(award=stripped, status="stripped", on=ON, reason="Sai", decision="1/QĐ", by=by)
    withdraw_history(row=grade(place, somebody, 2025), reason="Nhầm", by=place.officer)
    concluded = matter(place, somebody, date(2026, 2, 1))
    conclude_matter(matter=concluded, concluded_on=date(2026, 3, 1), conclusion="Không", by=place.officer)
    assert facts_of(somebody, ON) == NomineeFacts()
    before = facts_of(somebody, date(2026, 2, 15))
    assert ([held.year for held in before.awards], before.suspended) == ([2019], True)
    assert [held.decision for held in facts_of(somebody, date(2026, 7, 1)).awards] == [
        later.conferral.decision_number
    ]


def test_a_household_may_be_suspended_and_hold_awards(place: SmallProvince) -> None:
    family = household(place)
    award(place, family, "provincial_certificate_of_merit", 2024, date(2024, 9, 2))
    matter(place, family, date(2026, 1, 1))
    told = facts_of(family, ON)
    assert ([held.year for held in told.awards], told.suspended) == ([2024], True)


def test_a_unit_is_as_old_as_it_says(place: SmallProvince) -> None:
    assert facts_of(place.de_tham, ON) == NomineeFacts()
    describe_unit(unit=place.de_tham, founded=1990, eligible_for_flag=False, by=place.officer)
    assert facts_of(place.de_tham, ON) == NomineeFacts(founded=1990, eligible_for_flag=False)
    Unit.objects.filter(pk=place.hung_son.pk).update(
        exists_from=date(2011, 1, 1), exists_to=date(2025, 6, 30)
    )
    old = Unit.objects.get(pk=place.hung_son.pk)
    assert facts_of(old, ON) == NomineeFacts(founded=2011, dissolved_on=date(2025, 7, 1))


@pytest.mark.parametrize("rows", [1, 3])
def test_many_nominees_take_as_many_queries_as_one(
    place: SmallProvince, rows: int, django_assert_num_queries
) -> None:
    people = [invented(place, number) for number in range(rows)]
    with django_assert_num_queries(5):
        assert len(facts_of_many(people, ON)) == rows
    with django_assert_num_queries(6):
        facts_of_many([place.de_tham, place.hung_son][:rows], ON)


def invented(place: SmallProvince, number: int) -> Person:
    """Return a person with a history made by dice."""
    dice = random.Random(number)
    somebody = person(place, f"Nông Văn {chr(65 + number)}")
    for year in range(2017, 2027):
        if dice.random() < 0.8:
            grade(place, somebody, year, dice.choice(Grade.values))
        if dice.random() < 0.5:
            code, type_ = dice.choice([FIGHTER, PROVINCIAL]), dice.choice(["", "merit", "movement"])
            row = award(
                place, somebody, code, year, date(year, dice.randint(1, 12), 20), commendation_type=type_,
            )  # fmt: skip
            if dice.random() < 0.2:
                status = dice.choice(["cancelled", "stripped"])
                day = date(2026, dice.randint(1, 12), 1)
                cancel_award(
                    award=row, status=status, on=day, reason="Thử", decision="1/QĐ", by=leader(place)
                )
        if dice.random() < 0.5:
            initiative(
                place, somebody, year, scope=dice.choice(InitiativeScope.values),
                form=dice.choice(InitiativeForm.values), effective=dice.random() < 0.7,
            )  # fmt: skip
    if dice.random() < 0.6:
        until = dice.choice([None, date(2025, 12, 31), date(2026, 8, 1)])
        level = dice.choice(DisciplineLevel.values)
        discipline(place, somebody, date(2025, dice.randint(1, 12), 1), until=until, level=level)
    if dice.random() < 0.3:
        matter(place, somebody, date(2026, 1, 1))
    return somebody


def same(one: Columns, other: Columns) -> None:
    """Assert that two sets of columns tell the same: a column left out says nothing of anybody."""
    assert (one.size, one.first_year) == (other.size, other.first_year)
    assert np.array_equal(one.grades, other.grades)
    for name in ("awards", "initiatives", "disciplined_in_year"):
        told, asked = getattr(one, name), getattr(other, name)
        for key in {*told, *asked}:
            nothing = np.zeros_like(next(iter({**told, **asked}.values())))
            assert np.array_equal(told.get(key, nothing), asked.get(key, nothing)), (name, key)
    for name in ("lost_until", "disciplined_now", "suspended", "dissolved", "founded"):
        told, asked = (
            np.zeros(one.size) if getattr(each, name) is None else getattr(each, name)
            for each in (one, other)
        )
        assert np.array_equal(told, asked), name


def test_the_columns_of_a_province_say_what_the_facts_of_each_say(
    place: SmallProvince, django_assert_num_queries
) -> None:
    people = [invented(place, number) for number in range(16)]
    with django_assert_num_queries(7):
        columns, ids = columns_of_people(Person.objects.all(), ON)
    assert ids.tolist() == [somebody.pk for somebody in people]
    facts = facts_of_many(people, ON)
    question = Question(award=PROVINCIAL, on=ON, recipient="individual")
    same(columns, columns_of([facts[somebody] for somebody in people], question))
    told = {name for name in ("awards", "initiatives", "disciplined_in_year") if getattr(columns, name)}
    assert told == {"awards", "initiatives", "disciplined_in_year"}
    assert columns.suspended is not None


def test_the_columns_of_units_know_what_is_asked_of_collectives(place: SmallProvince) -> None:
    describe_unit(unit=place.de_tham, founded=1990, eligible_for_flag=True, by=place.officer)
    Unit.objects.filter(pk=place.hung_son.pk).update(
        exists_from=date(2011, 1, 1), exists_to=date(2025, 6, 30)
    )
    award(place, place.de_tham, "excellent_labor_collective", 2025, date(2026, 2, 1))
    units = list(Unit.objects.order_by("pk"))
    columns, ids = columns_of_units(Unit.objects.all(), ON)
    facts = facts_of_many(units, ON)
    question = Question(award="provincial_emulation_flag", on=ON, recipient="collective")
    expected = columns_of([facts[unit] for unit in units], question)
    same(columns, expected)
    assert ids.tolist() == [unit.pk for unit in units]
    assert np.array_equal(columns.eligible_for_flag, expected.eligible_for_flag)


def test_the_columns_of_nobody_are_empty(place: SmallProvince) -> None:
    columns, ids = columns_of_people(Person.objects.all(), ON)
    assert (columns.size, len(ids)) == (0, 0)


def test_who_is_eligible_is_judged_like_each_alone(place: SmallProvince) -> None:
    people = [invented(place, number) for number in range(12)]
    good = person(place, "Lý Thị Giỏi")
    for year in (2023, 2024, 2025):
        grade(place, good, year)
        award(place, good, FIGHTER, year, date(year, 12, 20))
    initiative(place, good, 2025, scope="province_or_ministry")
    found = eligible_people(PROVINCIAL, ON)
    question = Question(award=PROVINCIAL, on=ON, recipient="individual")
    alone = [
        appraise(load_law(), question, facts_of(Person.objects.get(pk=pk), ON)).verdict for pk in found.ids
    ]
    assert [int(verdict) for verdict in found.verdicts.verdict] == [int(verdict) for verdict in alone]
    best = int(found.verdicts.verdict[found.ids.tolist().index(good.pk)])
    assert best == max(int(verdict) for verdict in found.verdicts.verdict) > 0
    only = eligible_people(PROVINCIAL, ON, Person.objects.filter(pk__in=[one.pk for one in people[:4]]))
    assert only.ids.tolist() == [one.pk for one in people[:4]]
