"""A provision is marked as checked against the official text, once, and the mark holds while it reads the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.factories.lawbook import CONFIRMED_WAY, MEMORY_WAY, checked
from tests.factories.movements import SmallProvince
from thidua.accounts.models import User
from thidua.core.law.appraisal import Verdict
from thidua.core.law.book import Check
from thidua.core.law.engine import appraise
from thidua.core.law.facts import AwardHeld, NomineeFacts, Question
from thidua.core.law.provisions import Certainty
from thidua.lawbook import provisions
from thidua.lawbook.actions import withdraw_check
from thidua.lawbook.models import ProvisionCheck
from thidua.lawbook.queries import checks_made, current, current_book, history_of_checks
from thidua.support.audit.queries import history_of
from thidua.support.refusals import NotAllowed, Refused


def test_a_check_shows_in_the_book_with_who_when_and_note(place: SmallProvince, leader: User) -> None:
    assert current_book().check_of(MEMORY_WAY) is None
    checked(leader, MEMORY_WAY, note=" Công báo  số 12 ")
    assert current_book().check_of(MEMORY_WAY) == Check(
        by="Vi Thị Lãnh", on=date(2024, 1, 20), note="Công báo số 12"
    )


def test_what_rested_on_memory_decides_once_it_is_checked(place: SmallProvince, leader: User) -> None:
    assert current_book().rests_on_a_person(MEMORY_WAY, Certainty.MEMORY)
    checked(leader, MEMORY_WAY)
    assert not current_book().rests_on_a_person(MEMORY_WAY, Certainty.MEMORY)


def test_a_check_lifts_the_cap_of_memory_in_a_verdict(place: SmallProvince, leader: User) -> None:
    question = Question("national_emulation_fighter", date(2022, 12, 1), "individual")
    way = next(one for one in current_book().awards[question.award].alternatives if one.id == "nf-2013")
    facts = NomineeFacts(
        grades=dict.fromkeys(range(2014, 2023), "excellently_completed"),
        awards=tuple(AwardHeld("provincial_emulation_fighter", year) for year in range(2014, 2023)),
        judged={way.id: True},
    )
    before = next(one for one in appraise(current_book(), question, facts).alternatives if one.id == way.id)
    checked(leader, MEMORY_WAY)
    after = next(one for one in appraise(current_book(), question, facts).alternatives if one.id == way.id)
    assert before.capped is not None
    assert after.capped is None
    assert (before.checked, after.verdict >= before.verdict) == ("", True)
    assert before.verdict <= Verdict.NEEDS_HUMAN
    assert after.checked.startswith("Vi Thị Lãnh")


def test_a_check_that_holds_is_not_made_twice(place: SmallProvince, leader: User) -> None:
    checked(leader)
    with pytest.raises(Refused) as caught:
        checked(place.officer)
    assert caught.value.faults == {
        "": ["Vi Thị Lãnh already checked this on 20/01/2024. Take that check back first if it was wrong."]
    }
    assert ProvisionCheck.objects.count() == 1


def test_a_check_taken_back_no_longer_holds_but_stays_in_the_history(
    place: SmallProvince, leader: User
) -> None:
    row = checked(leader)
    withdraw_check(check=row, by=place.officer)
    assert current_book().check_of(CONFIRMED_WAY) is None
    assert [(one.checked_by, one.withdrawn_by) for one in history_of_checks(CONFIRMED_WAY)] == [
        (leader, place.officer)
    ]
    with pytest.raises(Refused):
        withdraw_check(check=row, by=leader)
    checked(place.officer)
    assert current_book().check_of(CONFIRMED_WAY) == Check(by="Hoàng Văn Chuyên", on=date(2024, 1, 20))


def test_a_check_goes_stale_when_the_provision_reads_otherwise(place: SmallProvince, leader: User) -> None:
    row = checked(leader)
    ProvisionCheck.objects.filter(pk=row.pk).update(fingerprint="another text")
    made = checks_made(current_book())[CONFIRMED_WAY]
    assert (made.by, made.stale) == ("Vi Thị Lãnh", True)
    checked(place.officer)
    assert checks_made(current_book())[CONFIRMED_WAY].by == "Hoàng Văn Chuyên"
    assert checks_made(current_book())[CONFIRMED_WAY].stale is False


@pytest.mark.parametrize(
    "provision",
    [
        CONFIRMED_WAY,
        "parameter/base_salary@2024-07-01",
        "bonus/provincial_certificate_of_merit@2024-01-01",
        "authority/provincial_certificate_of_merit@2004-07-01",
        "rule/suspension",
        "text/LAW2022",
        "award/provincial_certificate_of_merit",
    ],
)
def test_every_kind_of_provision_has_a_name_and_a_fingerprint(db: None, provision: str) -> None:
    book = current_book()
    assert provisions.name_of(book, provision) != provision
    assert len(provisions.fingerprint(book, provision)) == 64


def test_any_word_of_a_provision_changes_its_fingerprint_and_its_place_in_the_file_does_not(db: None) -> None:
    book = current_book()
    award = book.awards["provincial_certificate_of_merit"]
    ways = {way.id: way for way in award.alternatives}

    def with_way(**changes: object) -> str:
        changed = [replace(way, **changes) if way.id == "pc-2022-1d2" else way for way in ways.values()]
        other = replace(award, alternatives=tuple(changed))
        return provisions.fingerprint(replace(book, awards={**book.awards, award.code: other}), CONFIRMED_WAY)

    same = provisions.fingerprint(book, CONFIRMED_WAY)
    lines = ways["pc-2022-1d2"].lines
    assert with_way() == same
    assert with_way(lines=replace(lines, where="elsewhere.yaml:1")) == same
    assert with_way(lines=replace(lines, lines=lines.lines[:1])) != same
    assert with_way(certainty=Certainty.LOW) != same


def test_what_is_wrong_is_said(place: SmallProvince, leader: User) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(Refused) as caught:
        checked(leader, "alternative/nowhere", checked_on=tomorrow, note="x" * 1001)
    assert caught.value.faults == {
        "note": ["This has 1,001 characters; at most 1,000 fit. Make it shorter."],
        "checked_on": ["This day has not come yet. Give the day on which you compared the texts."],
        "": ["The law book has no such provision any more. Open the page of the award again."],
    }


def test_only_the_board_of_the_province_checks(place: SmallProvince, leader: User) -> None:
    row = checked(leader)
    for person in (place.clerk, place.chairman):
        with pytest.raises(NotAllowed):
            checked(person, MEMORY_WAY)
        with pytest.raises(NotAllowed):
            withdraw_check(check=row, by=person)
    assert list(current().checks) == [CONFIRMED_WAY]


def test_both_acts_stand_in_the_log(place: SmallProvince, leader: User) -> None:
    row = checked(leader)
    withdraw_check(check=row, by=leader)
    assert [entry.action for entry in history_of(row)] == [
        "lawbook.check_withdrawn",
        "lawbook.provision_checked",
    ]
