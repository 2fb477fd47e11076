"""A book whose awards became somebody's: it is undone only after that is taken back, and then leaves no trace."""

from __future__ import annotations

import pytest

from tests.factories.books import pasted, row, stored
from tests.factories.movements import SmallProvince
from tests.factories.records import person
from tests.registry.import_books.test_saving import exported
from thidua.orgs.models import Person
from thidua.registry.actions import (
    claim_awards,
    decide_identity,
    find_identities,
    link_recipients,
    merge_persons,
    undo_book,
    unmerge_persons,
)
from thidua.registry.enums import BookState, IdentityAnswer
from thidua.registry.models import Award, IdentityCandidate, IdentityMerge, IdentityMove
from thidua.support.refusals import Refused

LIST = pasted([row(1, "Hoàng Văn Thụ"), row(2, "Lương Thị Bình", unit="Xã Đề Thám")])
AGAIN = pasted([row(1, "HOANG VAN THU", decision="12/QĐ-UBND", day="03/01/2020")])
MERGED = "“{}” was merged with another identity since. Take that back first."


def book(place: SmallProvince, text: str = LIST, title: str = "Sổ 2019") -> object:
    return stored(text, place.province, place.officer, title=title)


def refused(found: object, place: SmallProvince) -> str:
    """Return why the book is not undone; nothing may have changed by the attempt."""
    before = exported()
    with pytest.raises(Refused) as told:
        undo_book(book=found, reason="Thử.", by=place.officer)
    assert exported() == before
    return str(told.value)


def undone(found: object, place: SmallProvince) -> str:
    """Undo the book and return the export."""
    assert undo_book(book=found, reason="Thử.", by=place.officer).state == BookState.UNDONE
    return exported()


def test_a_book_whose_award_was_claimed_names_it_and_goes_after_that_is_taken_back(
    place: SmallProvince,
) -> None:
    empty, people = exported(), Person.objects.count()
    found = book(place)
    award = Award.objects.get(recipient_name="Hoàng Văn Thụ")
    claim = claim_awards(awards=[award], by=place.officer)
    assert Person.objects.count() == people + 1

    assert refused(found, place) == MERGED.format("Hoàng Văn Thụ")

    unmerge_persons(merge=claim, by=place.officer)
    assert undone(found, place) == empty
    assert Person.objects.count() == people


def test_a_book_whose_linked_award_went_over_to_another_person_is_undone_after_the_merger(
    place: SmallProvince,
) -> None:
    one, other = person(place, "Hoàng Văn Thụ"), person(place, "Hoàng Văn Thu")
    empty = exported()
    found = book(place)
    award = Award.objects.get(recipient_name="Hoàng Văn Thụ")
    link_recipients(conferral=award.conferral, links={award.pk: one}, by=place.officer)
    merge = merge_persons(keep=other, merge=one, by=place.officer)

    assert refused(found, place) == MERGED.format("Hoàng Văn Thụ")

    unmerge_persons(merge=merge, by=place.officer)
    award.refresh_from_db()
    assert award.person_id == one.pk
    assert undone(found, place) == empty


def test_a_link_alone_does_not_keep_a_book_from_being_undone(place: SmallProvince) -> None:
    someone = person(place, "Hoàng Văn Thụ")
    empty = exported()
    found = book(place)
    award = Award.objects.get(recipient_name="Hoàng Văn Thụ")
    link_recipients(conferral=award.conferral, links={award.pk: someone}, by=place.officer)
    assert undone(found, place) == empty
    assert Person.objects.filter(pk=someone.pk).exists()


@pytest.mark.parametrize("first", [0, 1])
def test_two_books_of_one_person_are_undone_in_any_order_once_the_answer_is_taken_back(
    place: SmallProvince, first: int
) -> None:
    states = [exported()]
    books = []
    for text, title in ((LIST, "Sổ 2019"), (AGAIN, "Sổ 2020")):
        books.append(book(place, text, title))
        states.append(exported())
    find_identities(by=place.officer)
    [pair] = IdentityCandidate.objects.all()
    decide_identity(candidate=pair, answer=IdentityAnswer.SAME, by=place.officer)

    for found in books:
        assert refused(found, place).endswith("Take that back first.")

    unmerge_persons(merge=IdentityMerge.objects.get(), by=place.officer)
    assert exported() == states[-1]
    undone(books[first], place)
    assert undone(books[1 - first], place) == states[0]
    assert IdentityMove.objects.count() == 0


def test_a_pair_that_was_offered_does_not_keep_a_book_and_goes_with_the_next_search(
    place: SmallProvince,
) -> None:
    empty = exported()
    books = [book(place), book(place, AGAIN, "Sổ 2020")]
    find_identities(by=place.officer)
    assert IdentityCandidate.objects.count() == 1
    for found in reversed(books):
        last = undone(found, place)
    assert last == empty
    find_identities(by=place.officer)
    assert IdentityCandidate.objects.count() == 0
