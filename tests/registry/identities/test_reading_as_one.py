"""Whoever was merged is found, shown and checked as one person."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from tests.factories.histories import award
from tests.factories.movements import SmallProvince
from tests.factories.records import person
from thidua.orgs.models import Person
from thidua.orgs.people_access import persons_seen_by
from thidua.orgs.queries import other_spellings, search_persons
from thidua.registry.actions import merge_persons, unmerge_persons
from thidua.registry.queries import same_names
from thidua.registry.queries.identities import spellings_of


@pytest.fixture
def two(place: SmallProvince) -> tuple[Person, Person]:
    """Return a person and another one with a slip in the name, an award each."""
    keep, other = person(place, "Hoàng Văn Thụ"), person(place, "Hoàng Văn Thuu")
    award(place, keep, "advanced_worker", 2018, date(2018, 12, 1))
    award(place, other, "advanced_worker", 2019, date(2019, 12, 1))
    return keep, other


def test_the_list_of_persons_shows_them_once(place, two):
    keep, other = two
    assert set(persons_seen_by(place.officer).filter(pk__in=[keep.pk, other.pk])) == {keep, other}
    merge_persons(keep=keep, merge=other, by=place.officer)
    assert list(persons_seen_by(place.officer).filter(pk__in=[keep.pk, other.pk])) == [keep]


def test_the_search_finds_them_by_either_name(place, two):
    keep, other = two
    merge_persons(keep=keep, merge=other, by=place.officer)
    for text in ("hoang van thu", "thuu"):
        assert [hit.person_id for hit in search_persons(text, on=timezone.localdate())] == [keep.pk]


def test_the_check_of_a_name_finds_the_awards_of_the_other_spelling(place, two):
    keep, other = two

    def years(name: str) -> list[int | None]:
        return [hit.counting_year for hit in same_names([name])[name]]

    assert (years("HOANG VAN THU"), years("Hoàng Văn Thuu")) == ([2018], [2019])
    row = merge_persons(keep=keep, merge=other, by=place.officer)
    assert (years("HOANG VAN THU"), years("Hoàng Văn Thuu")) == ([2019, 2018], [2019, 2018])
    unmerge_persons(merge=row, by=place.officer)
    assert (years("HOANG VAN THU"), years("Hoàng Văn Thuu")) == ([2018], [2019])


def test_the_other_spellings_are_told(place, two):
    keep, other = two
    assert spellings_of(keep) == ()
    merge_persons(keep=keep, merge=other, by=place.officer)
    assert other_spellings(keep) == ("Hoàng Văn Thuu",)
    assert spellings_of(keep) == ("Hoàng Văn Thuu",)
