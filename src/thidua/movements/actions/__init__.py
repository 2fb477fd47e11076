"""Writes of the movements room."""

from thidua.movements.actions.accept_registration import accept_registration, accept_registrations
from thidua.movements.actions.answer_movement import answer_movement
from thidua.movements.actions.attach_launch_document import attach_launch_document
from thidua.movements.actions.commend import link_granted
from thidua.movements.actions.create_movement import create_movement
from thidua.movements.actions.discard_movement import discard_movement
from thidua.movements.actions.edit_movement import edit_movement
from thidua.movements.actions.keep_anniversary import keep_anniversary
from thidua.movements.actions.launch_movement import launch_movement
from thidua.movements.actions.movement_content import DEFAULT_SCOPE, MovementContent
from thidua.movements.actions.name_content_groups import GroupContent, name_content_groups
from thidua.movements.actions.recall_registration import recall_registration
from thidua.movements.actions.register import PledgeContent, RegistrationContent, content_of, register
from thidua.movements.actions.reopen_movement import reopen_movement
from thidua.movements.actions.return_registration import return_registration
from thidua.movements.actions.review_movement import review_movement
from thidua.movements.actions.send_registration import send_registration

__all__ = [
    "DEFAULT_SCOPE",
    "GroupContent",
    "MovementContent",
    "PledgeContent",
    "RegistrationContent",
    "accept_registration",
    "accept_registrations",
    "answer_movement",
    "attach_launch_document",
    "content_of",
    "create_movement",
    "discard_movement",
    "edit_movement",
    "keep_anniversary",
    "launch_movement",
    "link_granted",
    "name_content_groups",
    "recall_registration",
    "register",
    "reopen_movement",
    "return_registration",
    "review_movement",
    "send_registration",
]
