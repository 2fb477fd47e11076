"""The moves of one unit's sheet in a reporting round.

Saving a cell is `fill_in`: it starts a sheet and keeps an open one as it is. Locking closes every sheet of a
round, also those that were never sent; only a reason opens one again.
"""

from __future__ import annotations

from typing import Final

from thidua.core.workflow.table import Flow, Move, State

NOT_STARTED: Final = "not_started"
DRAFT: Final = "draft"
SUBMITTED: Final = "submitted"
RETURNED: Final = "returned"
ACCEPTED: Final = "accepted"
LOCKED: Final = "locked"

FILL_IN: Final = "fill_in"
SUBMIT: Final = "submit"
RETURN: Final = "return"
ACCEPT: Final = "accept"
LOCK: Final = "lock"
REOPEN: Final = "reopen"

_OF_THE_UNIT: Final = "report_figures"
_OF_THE_OFFICE: Final = "accept_figures"

REPORTING: Final = Flow(
    "reporting",
    states=(
        State(NOT_STARTED, "not started", "not started"),
        State(DRAFT, "being filled in by the unit", "being filled in"),
        State(SUBMITTED, "waiting for appraisal", "submitted"),
        State(RETURNED, "returned to the unit", "returned: needs mending"),
        State(ACCEPTED, "accepted", "accepted"),
        State(LOCKED, "locked", "locked", is_final=True),
    ),
    moves=(
        Move(FILL_IN, (NOT_STARTED, DRAFT), DRAFT, _OF_THE_UNIT),
        # A returned sheet stays returned while it is mended, so that its reasons stay in sight.
        Move(FILL_IN, (RETURNED,), RETURNED, _OF_THE_UNIT),
        Move(SUBMIT, (NOT_STARTED, DRAFT, RETURNED), SUBMITTED, _OF_THE_UNIT),
        Move(RETURN, (SUBMITTED,), RETURNED, _OF_THE_OFFICE, needs_reason=True),
        Move(ACCEPT, (SUBMITTED,), ACCEPTED, _OF_THE_OFFICE),
        Move(LOCK, (NOT_STARTED, DRAFT, RETURNED, ACCEPTED), LOCKED, _OF_THE_OFFICE),
        Move(REOPEN, (ACCEPTED, LOCKED), DRAFT, _OF_THE_OFFICE, needs_reason=True),
    ),
)

# The states in which the unit may type.
EDITABLE: Final = frozenset({NOT_STARTED, DRAFT, RETURNED})
# The states in which the office still waits for the unit.
AWAITED: Final = EDITABLE
# The states of a sheet whose figures count.
SETTLED: Final = frozenset({ACCEPTED, LOCKED})
