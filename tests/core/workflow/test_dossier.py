"""The table of moves of a dossier, by procedure and level."""

import re

import pytest

from thidua.core.workflow.dossier import (
    DOSSIER,
    FINAL,
    LEVELS,
    ROUTES,
    WHILE_SUSPENDED,
    flow_for,
    skipped_states,
)
from thidua.core.workflow.flow_page import dossier_page
from thidua.core.workflow.table import MoveRefused

PROCEDURES = [(route, level) for route in ROUTES for level in LEVELS]


@pytest.mark.parametrize(("route", "level"), PROCEDURES)
def test_every_state_is_reached_and_every_open_one_is_left(route, level):
    flow = flow_for(route, level)
    reached, edge = {"draft"}, ["draft"]
    while edge:
        for move in flow.moves_from(edge.pop()):
            if move.target not in reached:
                reached.add(move.target)
                edge.append(move.target)

    assert reached == {state.value for state in flow.states}
    assert {state.value for state in flow.states if not flow.moves_from(state.value)} == FINAL


@pytest.mark.parametrize(("route", "level"), PROCEDURES)
def test_a_procedure_never_enters_what_it_skips(route, level):
    skipped = skipped_states(route, level)

    assert [
        move.verb for move in flow_for(route, level).moves if skipped & {move.target, *move.sources}
    ] == []


@pytest.mark.parametrize(("route", "level"), PROCEDURES)
def test_a_move_from_a_state_is_one_move(route, level):
    moves = [(move.verb, source) for move in flow_for(route, level).moves for source in move.sources]

    assert len(moves) == len(set(moves))


@pytest.mark.parametrize(
    ("route", "level", "source"),
    [
        ("merit", "province", ("council",)),
        ("long_service", "state", ("council",)),
        ("long_service", "province", ("appraised", "agency_consultation", "public_consultation")),
        ("simplified", "province", ("appraised", "agency_consultation")),
        ("simplified", "unit", ("appraised",)),
        ("external", "commune", ("appraised", "agency_consultation")),
    ],
)
def test_only_the_short_procedures_are_proposed_without_a_council(route, level, source):
    assert [move.sources for move in flow_for(route, level).moves if move.verb == "propose"] == [source]


@pytest.mark.parametrize(
    ("level", "right"), [("unit", "decide"), ("province", "decide"), ("state", "propose")]
)
def test_what_the_state_decides_is_recorded_by_who_proposed(level, right):
    assert flow_for("merit", level).move("decide", "proposed").right == right


@pytest.mark.parametrize(("route", "target"), [("merit", "council"), ("simplified", "appraised")])
def test_a_proposal_sent_back_stands_where_it_came_from(route, target):
    assert flow_for(route, "province").move("send_back", "proposed").target == target


@pytest.mark.parametrize("verb", ["receive", "propose", "decide", "archive"])
def test_nothing_is_skipped_by_a_draft(verb):
    with pytest.raises(MoveRefused):
        flow_for("merit", "province").move(verb, "draft")


def test_every_state_has_two_labels():
    assert [
        state.value for state in DOSSIER.states if not (state.office_label and state.applicant_label)
    ] == []


def test_whatever_harms_somebody_needs_a_reason():
    assert {move.verb for move in DOSSIER.moves if move.needs_reason} == {
        "return",
        "reopen",
        "send_back",
        "withdraw",
        "cancel",
    }
    assert {"lift", "suspend", "withdraw", "cancel"} == WHILE_SUSPENDED


def test_an_unknown_procedure_is_refused():
    with pytest.raises(ValueError, match="no procedure merit at district"):
        flow_for("merit", "district")


def test_the_page_tells_every_state_and_every_move_of_the_table():
    rows = re.findall(r"(?m)^\| `(\w+)` \|", dossier_page())
    told = [*(state.value for state in DOSSIER.states), *(move.verb for move in DOSSIER.moves)]

    assert rows[: len(told)] == told
