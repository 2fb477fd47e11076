"""A jury of which nobody may judge a work: the office is told which and goes on by another juror."""

from __future__ import annotations

import pytest
from django.utils import translation

from tests.factories.juries import Jury, mark, opened
from tests.factories.movements import SmallProvince, account
from thidua.accounts.roles import JUROR
from thidua.contests.actions import (
    appoint_juror,
    close_round,
    declare_conflict,
    declare_no_other_conflict,
    hand_in_marks,
)
from thidua.contests.queries.progress import works_without_juror
from thidua.contests.queries.rounds import open_round_of
from thidua.contests.queries.waiting import rounds_to_close
from thidua.support.refusals import Refused


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def in_conflict(made: Jury, codes: list[str]) -> None:
    for user in made.jurors:
        for code in codes:
            declare_conflict(edition=made.edition, code=code, reason="Cùng cơ quan với tác giả", by=user)


def test_works_that_nobody_may_judge_are_named_until_another_juror_is_there(place: SmallProvince) -> None:
    made = opened(place)
    current = open_round_of(made.edition)
    assert works_without_juror(made.edition, current) == []
    in_conflict(made, made.codes[:2])
    assert works_without_juror(made.edition, current) == sorted(made.codes[:2])
    other = account(JUROR.code, place.province, "Giám Khảo Ba")
    appoint_juror(edition=made.edition, user=other, by=place.officer)
    assert works_without_juror(made.edition, current) == []


def test_nobody_waits_for_jurors_who_may_judge_nothing(place: SmallProvince) -> None:
    made = opened(place)
    in_conflict(made, made.codes)
    with pytest.raises(Refused) as refused:
        close_round(edition=made.edition, by=place.officer)
    (sentence,) = refused.value.faults[""]
    assert str(sentence).endswith("Appoint another juror for them, then close the round.")
    other = account(JUROR.code, place.province, "Giám Khảo Ba")
    appoint_juror(edition=made.edition, user=other, by=place.officer)
    declare_no_other_conflict(edition=made.edition, by=other)
    for code in made.codes:
        mark(made, other, code, ["8", "4"])
    assert rounds_to_close(place.officer) == []
    hand_in_marks(edition=made.edition, by=other)
    assert [row.edition for row in rounds_to_close(place.officer)] == [made.edition]
    closed = close_round(edition=made.edition, by=place.officer)
    assert (closed.closed_at is not None, closed.closed_reason) == (True, "")
