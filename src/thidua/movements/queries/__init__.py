"""Reading movements: lists, the tree of answers, participation, dates and anniversaries, what does not move."""

from thidua.movements.queries.anniversaries import AnniversaryInYear, anniversaries_in, celebrated_by
from thidua.movements.queries.cascade import Cascade, CascadeNode, tree
from thidua.movements.queries.conferred import conferred_in_public
from thidua.movements.queries.dates import days_left, span_phrase, start_of, start_phrase
from thidua.movements.queries.invitations import Invitation, invitations
from thidua.movements.queries.lists import (
    MovementFilter,
    movements_matching,
    open_for_registration,
    running,
    with_counts,
)
from thidua.movements.queries.participation import Participation, participation
from thidua.movements.queries.registrations import board, counts_by_state
from thidua.movements.queries.scope import reference_day, sizes_in_scope, units_in_scope
from thidua.movements.queries.stalled import SignsOfLife, StalledMovement, stalled

__all__ = [
    "AnniversaryInYear",
    "Cascade",
    "CascadeNode",
    "Invitation",
    "MovementFilter",
    "Participation",
    "SignsOfLife",
    "StalledMovement",
    "anniversaries_in",
    "board",
    "celebrated_by",
    "conferred_in_public",
    "counts_by_state",
    "days_left",
    "invitations",
    "movements_matching",
    "open_for_registration",
    "participation",
    "reference_day",
    "running",
    "sizes_in_scope",
    "span_phrase",
    "stalled",
    "start_of",
    "start_phrase",
    "tree",
    "units_in_scope",
    "with_counts",
]
