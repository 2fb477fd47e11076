"""Who may be one person is offered with reasons, answered once, and never merged by itself."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories.histories import award
from tests.factories.movements import SmallProvince, account
from tests.factories.records import person
from tests.registry.identities.tables import dump
from thidua.accounts.roles import UNIT_OFFICER
from thidua.orgs.models import Person
from thidua.registry.actions import (
    ConferralContent,
    RecipientLine,
    decide_identity,
    find_identities,
    record_conferral,
    reopen_identity,
    unmerge_persons,
)
from thidua.registry.models import Award, Conferral, IdentityCandidate, IdentityMerge
from thidua.support.refusals import NotAllowed, Refused


def book(place: SmallProvince, *lines: tuple[str, int | None, str], year: int = 2015) -> list[Award]:
    """Return awards of an old book: names, years of birth and units, linked to nobody."""
    conferral = record_conferral(
        deciding_unit=place.province,
        content=ConferralContent(
            award_form="Lao động tiên tiến",
            award_code="advanced_worker",
            decision_number=f"{year}/QĐ",
            decision_date=date(year, 12, 20),
        ),
        recipients=[
            RecipientLine(
                kind="individual", name=name, birth_year=born, unit_then=unit, post_then="Giáo viên"
            )
            for name, born, unit in lines
        ],
        by=place.officer,
    )
    return list(conferral.awards.order_by("ordinal"))


THU = ("Hoàng Văn Thụ", 1975, "Xã Đề Thám")
BARE = ("HOANG VAN THU", 1975, "Xã Đề Thám")


def only() -> IdentityCandidate:
    """Return the one candidate there is."""
    return IdentityCandidate.objects.get()


def test_two_spellings_of_one_name_are_offered_with_reasons_and_not_merged(place):
    book(place, THU)
    book(place, BARE, year=2016)
    found = find_identities(by=place.officer)
    assert (found.awards, found.waiting, found.new) == (2, 1, 1)
    row = only()
    assert {row.left_name, row.right_name} == {"Hoàng Văn Thụ", "HOANG VAN THU"}
    assert {reason["field"]: reason["level"] for reason in row.reasons} == {
        "name": "same_folded",
        "birth": "same_year",
        "unit": "same_text",
        "post": "same",
        "sex": "unknown",
    }
    assert row.answer == "open"
    assert Person.objects.count() == 0


def test_strangers_are_not_offered(place):
    book(place, THU, ("Nông Thị Bích", 1980, "Xã Hùng Sơn"))
    assert find_identities(by=place.officer).waiting == 0


def test_the_same_words_in_several_books_are_one_question(place):
    for year in (2014, 2015, 2016):
        book(place, THU, year=year)
    find_identities(by=place.officer)
    row = only()
    decide_identity(candidate=row, answer="same", by=place.officer)
    assert Award.objects.filter(person=Person.objects.get()).count() == 3


def test_an_award_is_linked_to_the_person_it_belongs_to(place):
    known = person(place, "Hoàng Văn Thụ", birth_year=1975)
    award(place, known, "advanced_worker", 2012, date(2012, 12, 1), unit_then="Xã Đề Thám")
    [old] = book(place, BARE)
    find_identities(by=place.officer)
    decide_identity(candidate=only(), answer="same", by=place.officer)
    old.refresh_from_db()
    assert old.person == known
    assert old.recipient_name == "HOANG VAN THU"


def test_two_awards_make_a_person_of_the_better_line_and_taking_it_back_removes_them(place):
    book(place, BARE)
    book(place, THU, year=2016)
    find_identities(by=place.officer)
    before = dump()
    row = decide_identity(candidate=only(), answer="same", by=place.officer)
    made = Person.objects.get()
    assert (made.full_name, made.birth_year, made.awards.count()) == ("Hoàng Văn Thụ", 1975, 2)
    reopen_identity(candidate=row, by=place.officer)
    assert dump() == before
    assert only().answer == "open"
    assert IdentityMerge.objects.get().undone_by == place.officer


def test_two_persons_become_the_one_with_more_awards(place):
    one = person(place, "Hoàng Văn Thụ", birth_year=1975)
    other = person(place, "HOANG VAN THU", birth_year=1975)
    for year in (2012, 2013):
        award(place, other, "advanced_worker", year, date(year, 12, 1), unit_then="Xã Đề Thám")
    award(place, one, "advanced_worker", 2014, date(2014, 12, 1), unit_then="Xã Đề Thám")
    find_identities(by=place.officer)
    decide_identity(candidate=only(), answer="same", by=place.officer)
    one.refresh_from_db()
    assert (one.merged_into, other.awards.count()) == (other, 3)
    assert find_identities(by=place.officer).waiting == 0


def test_not_the_same_is_remembered_by_every_later_run(place):
    book(place, THU)
    book(place, BARE, year=2016)
    find_identities(by=place.officer)
    decide_identity(candidate=only(), answer="different", by=place.officer)
    assert find_identities(by=place.officer).waiting == 0
    assert only().answer == "different"


def test_not_the_same_is_remembered_after_the_book_was_taken_out_and_imported_again(place):
    book(place, THU)
    book(place, BARE, year=2016)
    find_identities(by=place.officer)
    decide_identity(candidate=only(), answer="different", by=place.officer)
    Conferral.objects.filter(decision_number="2016/QĐ").delete()
    assert None in (only().left_award, only().right_award)
    [again] = book(place, BARE, year=2016)
    assert find_identities(by=place.officer).waiting == 0
    assert again in (only().left_award, only().right_award)


def test_not_the_same_holds_when_the_award_has_become_a_persons(place):
    [first] = book(place, THU)
    book(place, BARE, year=2016)
    find_identities(by=place.officer)
    decide_identity(candidate=only(), answer="different", by=place.officer)
    known = person(place, "Hoàng Văn Thụ", birth_year=1975)
    Award.objects.filter(pk=first.pk).update(person=known)
    assert find_identities(by=place.officer).waiting == 0


def test_not_clear_stays_in_the_queue_through_another_run(place):
    book(place, THU)
    book(place, BARE, year=2016)
    find_identities(by=place.officer)
    decide_identity(candidate=only(), answer="unsure", by=place.officer)
    assert find_identities(by=place.officer).waiting == 1
    assert only().answer == "unsure"


def test_a_pair_that_is_found_no_more_leaves_the_queue(place):
    book(place, THU)
    book(place, BARE, year=2016)
    find_identities(by=place.officer)
    Conferral.objects.filter(decision_number="2016/QĐ").delete()
    assert find_identities(by=place.officer).waiting == 0
    assert IdentityCandidate.objects.count() == 0


def test_a_pair_is_answered_once(place):
    book(place, THU)
    book(place, BARE, year=2016)
    find_identities(by=place.officer)
    decide_identity(candidate=only(), answer="different", by=place.officer)
    with pytest.raises(Refused) as refused:
        decide_identity(candidate=only(), answer="same", by=place.officer)
    assert str(refused.value) == "This pair has been answered meanwhile. Take that answer back first."


def test_a_side_that_is_gone_is_told(place):
    book(place, THU)
    book(place, BARE, year=2016)
    find_identities(by=place.officer)
    Conferral.objects.filter(decision_number="2016/QĐ").delete()
    with pytest.raises(Refused) as refused:
        decide_identity(candidate=only(), answer="same", by=place.officer)
    assert str(refused.value) == "One of the two is no longer in the register. Look for identities again."


def test_only_who_keeps_awards_looks_and_answers(place):
    book(place, THU)
    book(place, BARE, year=2016)
    clerk = account(UNIT_OFFICER.code, place.de_tham)
    with pytest.raises(NotAllowed):
        find_identities(by=clerk)
    find_identities(by=place.officer)
    with pytest.raises(NotAllowed):
        decide_identity(candidate=only(), answer="same", by=clerk)
    decide_identity(candidate=only(), answer="different", by=place.officer)
    with pytest.raises(NotAllowed):
        reopen_identity(candidate=only(), by=clerk)
    assert only().answer == "different"


def three_lines(place: SmallProvince) -> list[IdentityCandidate]:
    """Return the three pairs of three lines about one person."""
    for year, line in ((2014, THU), (2015, BARE), (2016, ("Hoàng Văn Thu", 1975, "Xã Đề Thám"))):
        book(place, line, year=year)
    find_identities(by=place.officer)
    return list(IdentityCandidate.objects.order_by("pk"))


def test_two_answers_settle_the_third_pair_and_one_taken_back_opens_it(place):
    first, second, _third = three_lines(place)
    decide_identity(candidate=first, answer="same", by=place.officer)
    assert IdentityCandidate.objects.filter(answer="open").count() == 2
    decide_identity(candidate=second, answer="same", by=place.officer)
    assert list(IdentityCandidate.objects.filter(answer="open")) == []
    assert Award.objects.filter(person=Person.objects.get()).count() == 3
    reopen_identity(candidate=second, by=place.officer)
    assert IdentityCandidate.objects.filter(answer="open").count() == 2
    reopen_identity(candidate=first, by=place.officer)
    assert IdentityCandidate.objects.filter(answer="open").count() == 3
    assert Person.objects.count() == 0


def test_a_merger_taken_back_by_itself_opens_its_pair_again(place):
    first, *_others = three_lines(place)
    decide_identity(candidate=first, answer="same", by=place.officer)
    unmerge_persons(merge=IdentityMerge.objects.get(), by=place.officer)
    first.refresh_from_db()
    assert (first.answer, first.answered_by) == ("open", None)
