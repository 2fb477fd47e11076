"""The table of a sheet's moves."""

import pytest

from thidua.core.workflow.reporting import EDITABLE, REPORTING
from thidua.core.workflow.table import MoveRefused

ALL_MOVES = [
    ("fill_in", "not_started", "draft"),
    ("fill_in", "draft", "draft"),
    ("fill_in", "returned", "returned"),
    ("submit", "not_started", "submitted"),
    ("submit", "draft", "submitted"),
    ("submit", "returned", "submitted"),
    ("return", "submitted", "returned"),
    ("accept", "submitted", "accepted"),
    ("lock", "not_started", "locked"),
    ("lock", "draft", "locked"),
    ("lock", "returned", "locked"),
    ("lock", "accepted", "locked"),
    ("reopen", "accepted", "draft"),
    ("reopen", "locked", "draft"),
]


@pytest.mark.parametrize(("verb", "start", "end"), ALL_MOVES)
def test_these_are_the_moves(verb, start, end):
    assert REPORTING.move(verb, start).target == end


def test_there_are_no_other_moves():
    listed = [(move.verb, source, move.target) for move in REPORTING.moves for source in move.sources]
    assert sorted(listed) == sorted(ALL_MOVES)


@pytest.mark.parametrize(
    ("verb", "start"),
    [
        ("fill_in", "submitted"),
        ("fill_in", "accepted"),
        ("fill_in", "locked"),
        ("submit", "accepted"),
        ("accept", "draft"),
        ("accept", "returned"),
        ("lock", "submitted"),
        ("reopen", "submitted"),
    ],
)
def test_other_moves_are_refused(verb, start):
    with pytest.raises(MoveRefused):
        REPORTING.move(verb, start)


def test_returning_and_reopening_need_a_reason():
    assert {move.verb for move in REPORTING.moves if move.needs_reason} == {"return", "reopen"}


def test_the_unit_fills_in_and_submits_and_the_office_does_the_rest():
    assert {move.verb: move.right for move in REPORTING.moves} == {
        "fill_in": "report_figures",
        "submit": "report_figures",
        "return": "accept_figures",
        "accept": "accept_figures",
        "lock": "accept_figures",
        "reopen": "accept_figures",
    }


def test_a_cell_can_be_typed_exactly_where_the_table_says_so():
    assert {
        source for move in REPORTING.moves if move.verb == "fill_in" for source in move.sources
    } == EDITABLE
