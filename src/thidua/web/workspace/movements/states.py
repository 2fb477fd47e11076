"""States as tags: what they ask of the reader."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext as _

from thidua.movements.enums import MovementState, RegistrationState
from thidua.movements.models import Movement, Registration
from thidua.web.shell.tags import Tag, Tone

_MOVEMENTS: Final = {
    MovementState.DRAFT: Tone.NEUTRAL,
    MovementState.LAUNCHED: Tone.INFO,
    MovementState.REVIEWED: Tone.INFO,
    MovementState.CLOSED: Tone.SUCCESS,
}
_REGISTRATIONS: Final = {
    RegistrationState.DRAFT: Tone.NEUTRAL,
    RegistrationState.SENT: Tone.INFO,
    RegistrationState.RETURNED: Tone.WARNING,
    RegistrationState.ACCEPTED: Tone.SUCCESS,
}


def movement_tag(movement: Movement) -> Tag:
    """Return the state of `movement` as a tag."""
    return Tag(str(movement.get_state_display()), _MOVEMENTS[MovementState(movement.state)])


def registration_tag(registration: Registration | None) -> Tag:
    """Return the state of `registration` as a tag; None is no registration at all."""
    return state_tag(registration.state if registration else "")


def state_tag(state: str) -> Tag:
    """Return a registration's state as a tag; "" is no registration at all."""
    if not state:
        return Tag(_("not registered"), Tone.NEUTRAL)
    known = RegistrationState(state)
    return Tag(str(known.label), _REGISTRATIONS[known])
