"""Reads take the same number of queries whatever the rows."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories.council import SmallCouncil, opened, seat
from thidua.council.actions import close_session, issue_paper_ballots, key_paper_count, name_tellers
from thidua.council.actions.paper_ballots import Counted
from thidua.council.queries import ballot_of, paper_items, results, seats, turnout


@pytest.mark.parametrize("number", [1, 3])
def test_a_ballot_is_read_in_three_queries(
    council: SmallCouncil, number: int, django_assert_num_queries
) -> None:
    session, items = opened(council, *["secret"] * number)
    with django_assert_num_queries(3):
        lines = ballot_of(session, council.seats[0])
        told = [
            (line.item.nomination.dossier.unit.name, line.is_asked, line.must_be_answered) for line in lines
        ]
    assert told == [("Xã Đề Thám", True, True)] * len(items)


@pytest.mark.parametrize("number", [1, 3])
def test_paper_ballots_and_results_are_read_in_a_fixed_number_of_queries(
    council: SmallCouncil, number: int, django_assert_num_queries
) -> None:
    session, items = opened(council, *["secret"] * number)
    first, second = council.secretary, council.place.officer
    name_tellers(session=session, first=first, second=second, by=council.secretary)
    issue_paper_ballots(session=session, members=council.seats, by=council.secretary)
    for item in items:
        for teller in (first, second):
            key_paper_count(item=item, counted=Counted(5, 5, 0, 5, 0), by=teller)
    with django_assert_num_queries(4):
        assert [paper.agreed for paper in paper_items(session, first)] == [True] * number
    with django_assert_num_queries(3):
        assert turnout(session).voted == 5
    closed = close_session(session=session, by=council.secretary)
    with django_assert_num_queries(1):
        assert [(row.yes, row.item.nomination.outcome) for row in results(closed)] == [(5, "passed")] * number


@pytest.mark.parametrize("more", [1, 3])
def test_members_are_read_in_two_queries(council: SmallCouncil, more: int, django_assert_num_queries) -> None:
    for name in ("Chu Văn Sở", "Chu Thị Ty", "Chu Văn Ban")[:more]:
        seat(council.place, name, works_at=council.place.department)
    with django_assert_num_queries(2):
        listed = seats(council.unit, date(2026, 6, 1))
    assert [row.works_at for row in listed if row.works_at] == [("Chuyên viên, Sở Nội vụ",)] * more
