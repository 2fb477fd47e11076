"""The state of an e-mail as a tag."""

from __future__ import annotations

from typing import Final

from thidua.support.notices.enums import NoticeState
from thidua.support.notices.models import Notice
from thidua.web.shell.tags import Tag, Tone

_TONES: Final = {
    NoticeState.DRAFT: Tone.WARNING,
    NoticeState.READY: Tone.INFO,
    NoticeState.SENDING: Tone.INFO,
    NoticeState.SENT: Tone.SUCCESS,
    NoticeState.FAILED: Tone.ERROR,
    NoticeState.DROPPED: Tone.NEUTRAL,
}


def mail_tag(row: Notice) -> Tag:
    """Return where an e-mail stands."""
    return Tag(str(row.get_state_display()), _TONES[NoticeState(row.state)])
