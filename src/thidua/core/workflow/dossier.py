"""The moves of a dossier of nominations, from draft to archive, by procedure and by who decides.

The whole table stands here; `flow_for` leaves out what a procedure skips. A suspension is no state: it stops every
move but those of `WHILE_SUSPENDED`. Source of the steps: Law on Emulation and Commendation 2022, articles 79–85.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Final

from thidua.core.workflow.table import Flow, Move, State

DRAFT: Final = "draft"
SUBMITTED: Final = "submitted"
RECEIVED: Final = "received"
RETURNED: Final = "returned"
APPRAISED: Final = "appraised"
AGENCY_CONSULTATION: Final = "agency_consultation"
PUBLIC_CONSULTATION: Final = "public_consultation"
COUNCIL: Final = "council"
PROPOSED: Final = "proposed"
DECIDED: Final = "decided"
ISSUED: Final = "issued"
HANDED_OVER: Final = "handed_over"
ARCHIVED: Final = "archived"
WITHDRAWN: Final = "withdrawn"
CANCELLED: Final = "cancelled"

OPEN: Final = "open"
SUBMIT: Final = "submit"
RECALL: Final = "recall"
RECEIVE: Final = "receive"
RETURN: Final = "return"
RESUBMIT: Final = "resubmit"
CONCLUDE: Final = "conclude"
REOPEN: Final = "reopen"
ASK_AGENCIES: Final = "ask_agencies"
OPEN_TO_PUBLIC: Final = "open_to_public"
SEND_TO_COUNCIL: Final = "send_to_council"
PROPOSE: Final = "propose"
SEND_BACK: Final = "send_back"
DECIDE: Final = "decide"
ISSUE: Final = "issue"
HAND_OVER: Final = "hand_over"
ARCHIVE: Final = "archive"
WITHDRAW: Final = "withdraw"
CANCEL: Final = "cancel"
DISCARD: Final = "discard"
SUSPEND: Final = "suspend"
LIFT: Final = "lift"

MERIT: Final = "merit"
MOVEMENT: Final = "movement"
SUDDEN: Final = "sudden"
SIMPLIFIED: Final = "simplified"
LONG_SERVICE: Final = "long_service"
EXTERNAL: Final = "external"
ROUTES: Final = (MERIT, MOVEMENT, SUDDEN, SIMPLIFIED, LONG_SERVICE, EXTERNAL)

UNIT: Final = "unit"
COMMUNE: Final = "commune"
PROVINCE: Final = "province"
STATE_LEVEL: Final = "state"
LEVELS: Final = (UNIT, COMMUNE, PROVINCE, STATE_LEVEL)

# The procedures for which the law asks a short dossier and no council (article 85 clause 1).
_SHORT: Final = frozenset({SIMPLIFIED, EXTERNAL})
_WITH_THE_OFFICE: Final = (APPRAISED, AGENCY_CONSULTATION, PUBLIC_CONSULTATION)
_BEFORE_DECISION: Final = (RECEIVED, *_WITH_THE_OFFICE, COUNCIL, PROPOSED)

DOSSIER: Final = Flow(
    "dossier",
    states=(
        State(DRAFT, "being written", "not sent"),
        State(SUBMITTED, "waiting to be received", "sent: waiting to be received"),
        State(RECEIVED, "being appraised", "received: being appraised"),
        State(RETURNED, "returned for completion", "returned: needs completing"),
        State(APPRAISED, "appraised", "appraised"),
        State(AGENCY_CONSULTATION, "agencies are being asked", "other bodies are being asked"),
        State(PUBLIC_CONSULTATION, "the public is being asked", "published for comments"),
        State(COUNCIL, "before the council", "before the council"),
        State(PROPOSED, "proposed for decision", "waiting for the decision"),
        State(DECIDED, "decided", "decided"),
        State(ISSUED, "certificates made", "certificates are ready"),
        State(HANDED_OVER, "handed over", "handed over"),
        State(ARCHIVED, "archived", "finished", is_final=True),
        State(WITHDRAWN, "withdrawn by the unit", "withdrawn", is_final=True),
        State(CANCELLED, "closed without a result", "closed without a result", is_final=True),
    ),
    moves=(
        Move(SUBMIT, (DRAFT,), SUBMITTED, "submit_dossier", ground="LAW2022 Đ84", guard="ready"),
        Move(RECALL, (SUBMITTED,), DRAFT, "submit_dossier", guard="not_received"),
        Move(DISCARD, (DRAFT,), CANCELLED, "nominate"),
        Move(RECEIVE, (SUBMITTED,), RECEIVED, "receive_dossier", ground="LAW2022 Đ84"),
        Move(
            RETURN,
            (RECEIVED, *_WITH_THE_OFFICE),
            RETURNED,
            "appraise",
            needs_reason=True,
            ground="QD311",
            guard="faults_named",
        ),
        Move(RESUBMIT, (RETURNED,), RECEIVED, "submit_dossier", ground="LAW2022 Đ84", guard="ready"),
        Move(CONCLUDE, (RECEIVED,), APPRAISED, "appraise", ground="LAW2022 Đ83", guard="all_concluded"),
        Move(REOPEN, (*_WITH_THE_OFFICE, COUNCIL), RECEIVED, "appraise", needs_reason=True),
        Move(
            ASK_AGENCIES,
            (APPRAISED, PUBLIC_CONSULTATION),
            AGENCY_CONSULTATION,
            "consult",
            ground="ND98 Đ30",
            guard="someone_eligible",
        ),
        Move(
            OPEN_TO_PUBLIC,
            (APPRAISED, AGENCY_CONSULTATION),
            PUBLIC_CONSULTATION,
            "consult",
            ground="LAW2022 Đ84 k5",
            guard="someone_eligible",
        ),
        Move(
            SEND_TO_COUNCIL,
            _WITH_THE_OFFICE,
            COUNCIL,
            "appraise",
            ground="LAW2022 Đ84 k1",
            guard="consultations_done",
        ),
        Move(PROPOSE, (COUNCIL,), PROPOSED, "propose", ground="LAW2022 Đ83", guard="council_result_known"),
        # Where the law asks no council, the office proposes what it appraised.
        Move(
            PROPOSE,
            _WITH_THE_OFFICE,
            PROPOSED,
            "propose",
            ground="LAW2022 Đ85 k1",
            guard="consultations_done",
        ),
        Move(SEND_BACK, (PROPOSED,), COUNCIL, "decide", needs_reason=True),
        Move(DECIDE, (PROPOSED,), DECIDED, "decide", ground="LAW2022 Đ79 k4", guard="every_outcome_known"),
        Move(ISSUE, (DECIDED,), ISSUED, "issue_certificates", ground="ND98 Đ104", guard="something_granted"),
        Move(HAND_OVER, (ISSUED,), HANDED_OVER, "issue_certificates", guard="something_granted"),
        Move(ARCHIVE, (HANDED_OVER,), ARCHIVED, "receive_dossier", ground="TT10_2022"),
        # Nobody passed, or nothing was granted: there is nothing to hand over.
        Move(
            ARCHIVE,
            (APPRAISED, COUNCIL, DECIDED),
            ARCHIVED,
            "receive_dossier",
            ground="TT10_2022",
            guard="nothing_left",
        ),
        Move(
            WITHDRAW,
            (SUBMITTED, RETURNED, RECEIVED, *_WITH_THE_OFFICE, COUNCIL),
            WITHDRAWN,
            "submit_dossier",
            needs_reason=True,
        ),
        Move(CANCEL, (SUBMITTED, RETURNED, *_BEFORE_DECISION), CANCELLED, "appraise", needs_reason=True),
    ),
)

# What a suspended dossier may still do (article 4 clause 4 of the decree stops everything that leads on).
WHILE_SUSPENDED: Final = frozenset({LIFT, SUSPEND, WITHDRAW, CANCEL})
# The states in which the unit may change what it wrote.
EDITABLE: Final = frozenset({DRAFT, RETURNED})
# The states in which the office's clock runs.
CLOCK_RUNS: Final = frozenset({RECEIVED, *_WITH_THE_OFFICE, COUNCIL, PROPOSED})
FINAL: Final = frozenset({ARCHIVED, WITHDRAWN, CANCELLED})
# The states in which the office holds the dossier.
WITH_OFFICE: Final = frozenset({SUBMITTED, *_BEFORE_DECISION, DECIDED, ISSUED, HANDED_OVER})
# The moves that end the work counted as on time or late.
RESOLVING: Final = frozenset({DECIDE, ARCHIVE, CANCEL, WITHDRAW})


def skipped_states(route: str, level: str) -> frozenset[str]:
    """Return the states that a dossier of `route`, decided at `level`, never takes.

    Raises ValueError for a route or level that does not exist.
    """
    if route not in ROUTES or level not in LEVELS:
        raise ValueError(f"there is no procedure {route} at {level}")
    skipped: set[str] = set()
    # Long service is among the cases of article 85; for awards of the State the council still examines it (84 k3).
    if route in _SHORT or (route == LONG_SERVICE and level != STATE_LEVEL):
        skipped.add(COUNCIL)
    # The law asks publicity of orders and State titles, which are never decided below the State (84 k5).
    if level in (UNIT, COMMUNE) or (level == PROVINCE and route in _SHORT | {SUDDEN}):
        skipped.add(PUBLIC_CONSULTATION)
    # A unit has no agencies of its own to ask.
    if level == UNIT:
        skipped.add(AGENCY_CONSULTATION)
    return frozenset(skipped)


@cache
def flow_for(route: str, level: str) -> Flow:
    """Return the flow of one procedure: the table without the states it skips.

    At the level of the State the decision comes back from above and is recorded by who proposes. Raises ValueError.
    """
    skipped = skipped_states(route, level)
    moves = (_fitted(move, skipped, level) for move in DOSSIER.moves)
    return Flow(
        f"{DOSSIER.name}/{route}/{level}",
        states=tuple(state for state in DOSSIER.states if state.value not in skipped),
        moves=tuple(move for move in moves if move is not None),
    )


def _fitted(move: Move, skipped: frozenset[str], level: str) -> Move | None:
    has_council = COUNCIL not in skipped
    if move.verb == PROPOSE and (COUNCIL in move.sources) != has_council:
        return None
    if move.verb == SEND_BACK and not has_council:
        return replace(move, target=APPRAISED)
    if move.target in skipped:
        return None
    if move.verb == DECIDE and level == STATE_LEVEL:
        move = replace(move, right="propose", ground="LAW2022 Đ77")
    sources = tuple(source for source in move.sources if source not in skipped)
    return replace(move, sources=sources) if sources else None
