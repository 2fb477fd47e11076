"""States as the public reads them."""

from __future__ import annotations

from datetime import date
from typing import Final

from thidua.contributions.enums import DriveState
from thidua.contributions.models import Drive
from thidua.contributions.queries import state_of
from thidua.web.shell.tags import Tag, Tone

_TONES: Final = {DriveState.RUNNING: Tone.INFO, DriveState.ENDED: Tone.SUCCESS}


def drive_tag(drive: Drive, day: date) -> Tag:
    """Return the state of a drive on `day` as a tag."""
    state = state_of(drive, day)
    return Tag(str(state.label), _TONES.get(state, Tone.NEUTRAL))
