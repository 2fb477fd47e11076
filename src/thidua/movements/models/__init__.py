"""Rows of the movements room."""

from thidua.movements.models.anniversary import Anniversary
from thidua.movements.models.consent_record import ConsentRecord
from thidua.movements.models.content_group import ContentGroup
from thidua.movements.models.event import Event, EventPartner
from thidua.movements.models.milestone import Milestone
from thidua.movements.models.movement import Movement
from thidua.movements.models.registration import Pledge, Registration
from thidua.movements.models.review import Review
from thidua.movements.models.role_model import RoleModel
from thidua.movements.models.role_model_proposal import ProposedPhoto, RoleModelProposal
from thidua.movements.models.role_model_story import RoleModelStory, StoryPhoto

__all__ = [
    "Anniversary",
    "ConsentRecord",
    "ContentGroup",
    "Event",
    "EventPartner",
    "Milestone",
    "Movement",
    "Pledge",
    "ProposedPhoto",
    "Registration",
    "Review",
    "RoleModel",
    "RoleModelProposal",
    "RoleModelStory",
    "StoryPhoto",
]
