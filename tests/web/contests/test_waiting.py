"""The work list names what waits for a juror, and the round that the office can close."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from tests.factories.juries import Jury, judged, jury, mark
from tests.factories.movements import SmallProvince, account
from thidua.accounts.models import User
from thidua.accounts.roles import JUROR
from thidua.contests.actions import close_round, declare_conflict, declare_no_other_conflict, open_round
from thidua.web.shell.worklist import work_of
from thidua.web.workspace.contests.waiting import judging_to_do, rounds_all_handed_in


def waits(made: Jury, user: User) -> list[tuple[str, str]]:
    """Return title and address of what waits for the person with contests."""
    return [(item.title, item.url) for item in work_of(user) if item.group == "Prizes and contests"]


def test_a_juror_is_led_from_conflicts_to_marks_to_handing_in(place: SmallProvince) -> None:
    made = jury(place, entries=3, jurors=1)
    user = made.jurors[0]
    desk = reverse("jury-desk", args=[made.edition.pk])
    assert waits(made, user) == [("Declare conflicts with works", desk)]
    declare_no_other_conflict(edition=made.edition, by=user)
    assert waits(made, user) == []
    open_round(edition=made.edition, by=place.officer)
    assert waits(made, user) == [("Mark 3 works", desk)]
    mark(made, user, made.codes[0], ["8", None])
    assert waits(made, user) == [("Mark 3 works", desk)]
    mark(made, user, made.codes[0], ["8", "4"])
    declare_conflict(edition=made.edition, code=made.codes[1], reason="Em gái tôi", by=user)
    assert waits(made, user) == [("Mark 1 work", desk)]
    mark(made, user, made.codes[2], ["7", "4"])
    assert waits(made, user) == [("Hand in the marks", desk)]
    assert waits(made, account(JUROR.code, place.province, "Giám Khảo Lạ")) == []


def test_the_office_is_told_when_all_jurors_have_handed_in(place: SmallProvince) -> None:
    made = jury(place, entries=1, jurors=2)
    for user in made.jurors:
        declare_no_other_conflict(edition=made.edition, by=user)
    open_round(edition=made.edition, by=place.officer)
    first, second = made.jurors
    judged(made, {first: [["8", "4"]]})
    assert waits(made, place.officer) == []
    judged(made, {second: [["7", "4"]]})
    page = reverse("contest-edition", args=[made.edition.pk])
    assert waits(made, place.officer) == [("Close the judging round “Chung khảo”", page)]
    assert (waits(made, first), waits(made, second)) == ([], [])
    close_round(edition=made.edition, by=place.officer)
    assert waits(made, place.officer) == []


@pytest.mark.parametrize("count", [1, 3])
def test_the_work_list_takes_the_same_number_of_queries(
    place: SmallProvince, count: int, django_assert_num_queries: Any
) -> None:
    made = jury(place, entries=count, jurors=count)
    for user in made.jurors:
        declare_no_other_conflict(edition=made.edition, by=user)
    open_round(edition=made.edition, by=place.officer)
    with django_assert_num_queries(9):
        assert len(list(judging_to_do(made.jurors[0]))) == 1
    judged(made, {user: [["8", "4"]] * count for user in made.jurors})
    with django_assert_num_queries(10):
        assert len(list(rounds_all_handed_in(place.officer))) == 1
