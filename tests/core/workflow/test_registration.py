"""The table of registration moves."""

import pytest

from thidua.core.workflow.registration import EDITABLE, REGISTRATION
from thidua.core.workflow.table import MoveRefused


@pytest.mark.parametrize(
    ("verb", "start", "end"),
    [
        ("send", "draft", "sent"),
        ("send", "returned", "sent"),
        ("recall", "sent", "draft"),
        ("return", "sent", "returned"),
        ("return", "accepted", "returned"),
        ("accept", "sent", "accepted"),
    ],
)
def test_these_are_all_the_moves_there_are(verb, start, end):
    assert REGISTRATION.move(verb, start).target == end
    assert sum(len(move.sources) for move in REGISTRATION.moves) == 6


@pytest.mark.parametrize(
    ("verb", "start"),
    [
        ("recall", "accepted"),
        ("recall", "returned"),
        ("accept", "draft"),
        ("accept", "returned"),
        ("send", "sent"),
    ],
)
def test_other_moves_are_refused(verb, start):
    with pytest.raises(MoveRefused):
        REGISTRATION.move(verb, start)


def test_only_a_return_needs_a_reason():
    assert [move.verb for move in REGISTRATION.moves if move.needs_reason] == ["return"]


def test_the_unit_sends_and_recalls_and_the_office_decides():
    assert {move.verb: move.right for move in REGISTRATION.moves} == {
        "send": "register_for_movement",
        "recall": "register_for_movement",
        "return": "accept_registration",
        "accept": "accept_registration",
    }


def test_what_was_sent_or_accepted_is_not_edited():
    assert {"draft", "returned"} == EDITABLE
