"""What the text leaves open, the Board answers; the newest answer that was not taken back holds."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories.lawbook import answer
from tests.factories.movements import SmallProvince
from thidua.accounts.models import User
from thidua.lawbook import caps
from thidua.lawbook.actions import withdraw_reading
from thidua.lawbook.models import BoardSetting
from thidua.lawbook.queries import current_book, history_of_readings
from thidua.support.audit.queries import history_of
from thidua.support.refusals import NotAllowed, Refused

READING, WAY = "mixed_initiative_topic", "pc-2022-1d2"


def refusal(by: User, **changes: object) -> dict[str, list[str]]:
    with pytest.raises(Refused) as caught:
        answer(by, **changes)
    assert not BoardSetting.objects.exists()
    return {name: [str(one) for one in said] for name, said in caught.value.faults.items()}


def test_the_boards_answer_takes_the_place_of_the_default(place: SmallProvince, leader: User) -> None:
    assert current_book().values_of(READING, WAY) == (False,)
    answer(leader)
    assert current_book().values_of(READING, WAY) == (True,)


def test_an_answer_for_one_alternative_comes_before_the_one_for_all(
    place: SmallProvince, leader: User
) -> None:
    answer(leader, reading="title_run_ends_in_proposal_year", value=True)
    answer(leader, reading="title_run_ends_in_proposal_year", value=False, scope="pc-2022-1d1")
    book = current_book()
    assert book.values_of("title_run_ends_in_proposal_year", "pc-2022-1d1") == (False,)
    assert book.values_of("title_run_ends_in_proposal_year", "pf-2022") == (True,)


def test_taken_back_the_answer_before_it_holds_again(place: SmallProvince, leader: User) -> None:
    first = answer(leader)
    second = answer(leader, value=False, decision_number="16/BB-HĐTĐKT")
    assert current_book().values_of(READING, WAY) == (False,)
    withdraw_reading(setting=second, by=leader)
    assert current_book().values_of(READING, WAY) == (True,)
    withdraw_reading(setting=first, by=leader)
    assert current_book().choices.settings == {}
    assert [row.decision_number for row in history_of_readings(READING)] == ["16/BB-HĐTĐKT", "15/BB-HĐTĐKT"]
    with pytest.raises(Refused):
        withdraw_reading(setting=first, by=leader)


def test_the_cap_of_a_text_that_is_not_loaded_is_lifted_for_that_text(
    place: SmallProvince, leader: User
) -> None:
    assert current_book().choices.caps_lifted == frozenset()
    row = answer(leader, reading=caps.READING, value="lifted", scope="LAW2022A")
    assert current_book().choices.caps_lifted == frozenset({"LAW2022A"})
    assert current_book().choices.settings == {}
    withdraw_reading(setting=row, by=leader)
    assert current_book().choices.caps_lifted == frozenset()


@pytest.mark.parametrize(
    ("changes", "faults"),
    [
        ({"value": 1}, {"value": ["Choose one of the answers of the list."]}),
        (
            {"decision_number": "  "},
            {"decision_number": ["Write the number of the decision or minutes in which the Board said so."]},
        ),
        (
            {"scope": "pc-1999"},
            {"scope": ["The law book has no alternative “pc-1999”. Choose one of the list."]},
        ),
        (
            {"reading": "no_such"},
            {"": ["The law book does not ask this question any more. Open the list of readings again."]},
        ),
        (
            {"reading": caps.READING, "value": "lifted", "scope": "LAW2022"},
            {"scope": ["Choose the text in force whose content is still to be loaded."]},
        ),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(
    place: SmallProvince, leader: User, changes: dict[str, object], faults: dict[str, list[str]]
) -> None:
    assert refusal(leader, **changes) == faults


def test_a_decision_of_tomorrow_is_refused(place: SmallProvince, leader: User) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    assert refusal(leader, decided_on=tomorrow) == {
        "decided_on": ["This day has not come yet. Give the date of the decision."]
    }


def test_the_same_answer_is_not_given_twice(place: SmallProvince, leader: User) -> None:
    answer(leader)
    with pytest.raises(Refused) as caught:
        answer(leader)
    assert caught.value.faults == {
        "value": ["This answer already holds (decision 15/BB-HĐTĐKT). Choose another or leave it."]
    }


def test_only_the_board_settles_readings(place: SmallProvince, leader: User) -> None:
    row = answer(leader)
    with pytest.raises(NotAllowed):
        answer(place.clerk, value=False)
    with pytest.raises(NotAllowed):
        withdraw_reading(setting=row, by=place.chairman)
    assert current_book().values_of(READING, WAY) == (True,)
    assert [entry.action for entry in history_of(row)] == ["lawbook.reading_set"]
