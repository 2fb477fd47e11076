"""The register of the demonstration: described recipients, an old book and one that waits, pairs to be judged."""

from __future__ import annotations

from collections import Counter

from thidua.registry.enums import BookState, IdentityAnswer, RowVerdict
from thidua.registry.models import Award, BookImport, IdentityCandidate, LearnedSpelling
from thidua.support.provenance import Provenance

PERSONAL = ("recipient_class", "woman", "ethnic_minority", "birth_year", "enterprise")


def test_recipients_of_invented_awards_are_described_but_for_every_tenth_person(province: None) -> None:
    people = Award.objects.filter(
        conferral__provenance=Provenance.ILLUSTRATIVE, person__isnull=False, book=None
    )
    left_open = {pk for pk in people.values_list("person", flat=True) if pk % 10 == 0}

    assert left_open != set()
    assert set(people.filter(woman=None).values_list("person", flat=True)) == left_open
    assert set(people.exclude(woman=None).values_list("recipient_class", flat=True)) == {
        "direct_worker",
        "other_leader",
    }
    assert set(people.exclude(woman=None).values_list("ethnic_minority", flat=True)) == {True, False}


def test_nothing_is_invented_of_the_recipients_that_the_report_of_2019_counts(province: None) -> None:
    reported = Award.objects.filter(conferral__provenance=Provenance.REPORTED)

    assert reported.count() == 53
    assert set(reported.values_list(*PERSONAL)) == {("", None, None, None, None)}


def test_an_old_book_is_in_the_register_with_its_rows_and_its_mark(province: None) -> None:
    book = BookImport.objects.get(state=BookState.STORED)

    assert (book.awards.count(), set(book.awards.values_list("provenance", flat=True))) == (
        12,
        {Provenance.ILLUSTRATIVE},
    )
    assert list(LearnedSpelling.objects.values_list("spelling", "award_code")) == [
        ("B.K.T", "provincial_certificate_of_merit")
    ]


def test_a_second_book_waits_with_rows_of_every_verdict(province: None) -> None:
    book = BookImport.objects.get(state=BookState.TO_CONFIRM)

    assert Counter(book.rows.values_list("verdict", flat=True)) == {
        RowVerdict.NEW: 3,
        RowVerdict.SAME: 1,
        RowVerdict.CONFLICT: 1,
        RowVerdict.UNREADABLE: 3,
        RowVerdict.IGNORED: 4,
    }
    assert not Award.objects.filter(book=book).exists()


def test_lines_that_may_be_one_person_wait_for_an_answer_and_nobody_is_merged(province: None) -> None:
    found = IdentityCandidate.objects.filter(left_person=None, right_person=None)
    pairs = {frozenset(pair) for pair in found.values_list("left_name", "right_name")}

    assert frozenset({"Hoàng Văn Thụ", "Hoang Van Thu"}) in pairs
    assert set(IdentityCandidate.objects.values_list("answer", flat=True)) == {IdentityAnswer.OPEN}
