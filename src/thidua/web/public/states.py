"""The state of a movement as the public reads it."""

from __future__ import annotations

from thidua.movements.enums import MovementState
from thidua.movements.models import Movement
from thidua.web.shell.tags import Tag, Tone


def movement_tag(movement: Movement) -> Tag:
    """Return the state of a launched movement as a tag."""
    closed = movement.state == MovementState.CLOSED
    return Tag(str(movement.get_state_display()), Tone.SUCCESS if closed else Tone.INFO)
