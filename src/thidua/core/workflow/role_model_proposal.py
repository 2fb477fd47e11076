"""The moves of a role model that somebody proposes: from a visitor's form to a published story.

A visitor reads the second label of a state on the page that takes follow-up codes.
"""

from __future__ import annotations

from typing import Final

from thidua.core.workflow.table import Flow, Move, State

NEW: Final = "new"
WITH_UNIT: Final = "with_unit"
DOUBTED: Final = "doubted"
VERIFIED: Final = "verified"
CONSENT_GIVEN: Final = "consent_given"
CONSENT_REFUSED: Final = "consent_refused"
PUBLISHED: Final = "published"
TAKEN_DOWN: Final = "taken_down"
NOT_TAKEN_UP: Final = "not_taken_up"

ASK_UNIT: Final = "ask_unit"
VERIFY: Final = "verify"
DOUBT: Final = "doubt"
GIVE_CONSENT: Final = "give_consent"
REFUSE_CONSENT: Final = "refuse_consent"
PUBLISH: Final = "publish"
TAKE_DOWN: Final = "take_down"
DECLINE: Final = "decline"

_OF_THE_OFFICE: Final = "publish_role_models"
_OF_THE_UNIT: Final = "keep_records"  # held on the unit that was asked

ROLE_MODEL_PROPOSAL: Final = Flow(
    "role model proposal",
    states=(
        State(NEW, "new", "received"),
        State(WITH_UNIT, "with the unit", "being checked with the unit"),
        State(DOUBTED, "doubted by the unit", "being checked with the unit"),
        State(VERIFIED, "verified", "checked with the unit"),
        State(CONSENT_GIVEN, "to be published", "being prepared"),
        State(CONSENT_REFUSED, "not to be named", "not published"),
        State(PUBLISHED, "published", "published"),
        State(TAKEN_DOWN, "taken down", "not published"),
        State(NOT_TAKEN_UP, "not taken up", "not taken up", is_final=True),
    ),
    moves=(
        # Another unit is asked where the first one was the wrong one.
        Move(ASK_UNIT, (NEW, WITH_UNIT, DOUBTED), WITH_UNIT, _OF_THE_OFFICE),
        Move(VERIFY, (WITH_UNIT,), VERIFIED, _OF_THE_UNIT),
        Move(DOUBT, (WITH_UNIT,), DOUBTED, _OF_THE_UNIT, needs_reason=True),
        # Whoever is named may change their mind on any day, in both directions.
        Move(GIVE_CONSENT, (VERIFIED, CONSENT_REFUSED), CONSENT_GIVEN, _OF_THE_UNIT),
        Move(REFUSE_CONSENT, (VERIFIED, CONSENT_GIVEN, PUBLISHED, TAKEN_DOWN), CONSENT_REFUSED, _OF_THE_UNIT),
        # A collective is not asked, so it comes here straight from the check.
        Move(PUBLISH, (VERIFIED, CONSENT_GIVEN, TAKEN_DOWN), PUBLISHED, _OF_THE_OFFICE, guard="consent"),
        Move(TAKE_DOWN, (PUBLISHED,), TAKEN_DOWN, _OF_THE_OFFICE, needs_reason=True),
        Move(DECLINE, (NEW, WITH_UNIT, DOUBTED, VERIFIED), NOT_TAKEN_UP, _OF_THE_OFFICE, needs_reason=True),
    ),
)
