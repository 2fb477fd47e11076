"""Rows of the movements room."""

from thidua.movements.models.anniversary import Anniversary
from thidua.movements.models.content_group import ContentGroup
from thidua.movements.models.event import Event, EventPartner
from thidua.movements.models.milestone import Milestone
from thidua.movements.models.movement import Movement
from thidua.movements.models.registration import Pledge, Registration
from thidua.movements.models.review import Review
from thidua.movements.models.role_model import RoleModel

__all__ = [
    "Anniversary",
    "ContentGroup",
    "Event",
    "EventPartner",
    "Milestone",
    "Movement",
    "Pledge",
    "Registration",
    "Review",
    "RoleModel",
]
