"""The moves of a registration for a movement.

Units speak of their own paper ("not sent"), the office of its queue ("waiting for a decision"), hence two labels.
"""

from __future__ import annotations

from typing import Final

from thidua.core.workflow.table import Flow, Move, State

DRAFT: Final = "draft"
SENT: Final = "sent"
RETURNED: Final = "returned"
ACCEPTED: Final = "accepted"

SEND: Final = "send"
RECALL: Final = "recall"
RETURN: Final = "return"
ACCEPT: Final = "accept"

_OF_THE_UNIT: Final = "register_for_movement"
_OF_THE_OFFICE: Final = "accept_registration"

REGISTRATION: Final = Flow(
    "registration",
    states=(
        State(DRAFT, "being written", "not sent"),
        State(SENT, "waiting for a decision", "sent"),
        State(RETURNED, "returned to the unit", "returned: needs mending"),
        State(ACCEPTED, "accepted", "accepted"),
    ),
    moves=(
        Move(SEND, (DRAFT, RETURNED), SENT, _OF_THE_UNIT),
        Move(RECALL, (SENT,), DRAFT, _OF_THE_UNIT),
        # An acceptance given by mistake (in bulk, say) goes the same way back: with a reason.
        Move(RETURN, (SENT, ACCEPTED), RETURNED, _OF_THE_OFFICE, needs_reason=True),
        Move(ACCEPT, (SENT,), ACCEPTED, _OF_THE_OFFICE),
    ),
)

# The states in which the unit may change what it wrote.
EDITABLE: Final = frozenset({DRAFT, RETURNED})
