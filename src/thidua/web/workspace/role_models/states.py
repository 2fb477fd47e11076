"""States of proposals and stories as tags."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from thidua.core.workflow import role_model_proposal as flow
from thidua.movements.models import RoleModelProposal, RoleModelStory
from thidua.movements.role_model_access import is_public
from thidua.web.shell.tags import Tag, Tone

_TONES: Final = {
    flow.NEW: Tone.WARNING,
    flow.WITH_UNIT: Tone.INFO,
    flow.DOUBTED: Tone.WARNING,
    flow.VERIFIED: Tone.INFO,
    flow.CONSENT_GIVEN: Tone.WARNING,
    flow.PUBLISHED: Tone.SUCCESS,
}


def proposal_tag(row: RoleModelProposal) -> Tag:
    """Return the state of a proposal in the words of the office."""
    return Tag(row.get_state_display(), _TONES.get(row.state, Tone.NEUTRAL))


def story_tag(story: RoleModelStory | None) -> Tag:
    """Return whether there is a story, and whether everybody reads it."""
    if story is None:
        return Tag(_("no story yet"))
    if is_public(story):
        return Tag(pgettext("story", "public"), Tone.SUCCESS)
    return Tag(pgettext("story", "taken down") if story.taken_down_at else _("being written"), Tone.INFO)
