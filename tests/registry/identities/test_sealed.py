"""What sealed numbers and days of birth add to a pair: only whether they agree."""

from __future__ import annotations

import json
from datetime import date

import pytest

from tests.factories.histories import award
from tests.factories.movements import SmallProvince
from tests.factories.records import household, person
from thidua.orgs.actions import enter_personal_data
from thidua.orgs.models import Person, Position
from thidua.registry.actions import find_identities
from thidua.registry.identities.reading import sides_of_register
from thidua.registry.identities.words import agreements
from thidua.registry.models import IdentityCandidate


def twins(place: SmallProvince) -> tuple[Person, Person]:
    """Return two persons of one name and unit."""
    found = []
    for _n in range(2):
        one = person(place, "Hoàng Văn Thụ")
        Position.objects.create(person=one, unit=place.de_tham, title="Giáo viên")
        found.append(one)
    return found[0], found[1]


def enter(place: SmallProvince, one: Person, born: date) -> None:
    enter_personal_data(person=one, citizen_id="", birth_date=born, seen=0, by=place.officer)


@pytest.mark.parametrize(
    ("born", "says", "likelier"),
    [(date(1975, 3, 4), "agrees", True), (date(1976, 5, 6), "differs", False)],
)
def test_a_day_of_birth_kept_secret_makes_a_pair_likelier_or_not_and_is_not_shown(
    place: SmallProvince, born: date, says: str, likelier: bool
) -> None:
    one, other = twins(place)
    find_identities(by=place.officer)
    before = IdentityCandidate.objects.get().probability

    enter(place, one, date(1975, 3, 4))
    enter(place, other, born)
    find_identities(by=place.officer)
    [row] = IdentityCandidate.objects.all()
    assert (row.probability > before) is likelier
    [said] = [told for told in agreements(row.reasons) if told.field == "birth_date"]
    assert (str(said.says), said.left, said.right) == (says, "••••", "••••")
    assert all(part not in json.dumps(row.reasons) for part in ("1975-03-04", "04/03/1975", "1976-05-06"))


def test_an_award_of_a_household_says_where_its_head_lived(place: SmallProvince) -> None:
    home = household(place, "Lương Thị Bình")
    award(place, home, "cultural_family", 2019, date(2019, 12, 1))
    [side] = [side for side in sides_of_register() if side.person_id == home.head_id]
    assert [(line.name, line.year) for line in side.lines] == [("Lương Thị Bình", 2019)]
    assert side.award_count == 1
