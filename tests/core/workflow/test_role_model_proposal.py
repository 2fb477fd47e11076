"""The table of moves of a proposed role model."""

import pytest

from thidua.core.workflow.role_model_proposal import ROLE_MODEL_PROPOSAL
from thidua.core.workflow.table import MoveRefused

ALL_MOVES = [
    ("ask_unit", "new", "with_unit"),
    ("ask_unit", "with_unit", "with_unit"),
    ("ask_unit", "doubted", "with_unit"),
    ("verify", "with_unit", "verified"),
    ("doubt", "with_unit", "doubted"),
    ("give_consent", "verified", "consent_given"),
    ("give_consent", "consent_refused", "consent_given"),
    ("refuse_consent", "verified", "consent_refused"),
    ("refuse_consent", "consent_given", "consent_refused"),
    ("refuse_consent", "published", "consent_refused"),
    ("refuse_consent", "taken_down", "consent_refused"),
    ("publish", "verified", "published"),
    ("publish", "consent_given", "published"),
    ("publish", "taken_down", "published"),
    ("take_down", "published", "taken_down"),
    ("decline", "new", "not_taken_up"),
    ("decline", "with_unit", "not_taken_up"),
    ("decline", "doubted", "not_taken_up"),
    ("decline", "verified", "not_taken_up"),
]


@pytest.mark.parametrize(("verb", "start", "end"), ALL_MOVES)
def test_these_are_the_moves(verb: str, start: str, end: str) -> None:
    assert ROLE_MODEL_PROPOSAL.move(verb, start).target == end


def test_there_are_no_other_moves() -> None:
    listed = [
        (move.verb, source, move.target) for move in ROLE_MODEL_PROPOSAL.moves for source in move.sources
    ]
    assert sorted(listed) == sorted(ALL_MOVES)


@pytest.mark.parametrize("verb", ["verify", "doubt", "give_consent", "publish", "decline", "ask_unit"])
def test_nothing_follows_what_was_not_taken_up(verb: str) -> None:
    with pytest.raises(MoveRefused):
        ROLE_MODEL_PROPOSAL.move(verb, "not_taken_up")


def test_doubting_taking_down_and_declining_need_a_reason() -> None:
    assert {move.verb for move in ROLE_MODEL_PROPOSAL.moves if move.needs_reason} == {
        "doubt",
        "take_down",
        "decline",
    }


def test_the_unit_verifies_and_the_office_publishes() -> None:
    assert {move.verb: move.right for move in ROLE_MODEL_PROPOSAL.moves} == {
        "ask_unit": "publish_role_models",
        "verify": "keep_records",
        "doubt": "keep_records",
        "give_consent": "keep_records",
        "refuse_consent": "keep_records",
        "publish": "publish_role_models",
        "take_down": "publish_role_models",
        "decline": "publish_role_models",
    }


def test_nobody_is_told_more_than_the_office_wishes() -> None:
    told = {state.value: state.applicant_label for state in ROLE_MODEL_PROPOSAL.states}
    assert (told["doubted"], told["consent_refused"]) == (told["with_unit"], told["taken_down"])
