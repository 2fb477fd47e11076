"""How far an edition is, as a tag."""

from __future__ import annotations

from typing import Final

from django.utils.text import capfirst

from thidua.contests.enums import EditionStage
from thidua.web.shell.tags import Tag, Tone

_TONES: Final = {
    EditionStage.OPEN: Tone.INFO,
    EditionStage.ENTERED: Tone.WARNING,
    EditionStage.CODED: Tone.WARNING,
    EditionStage.JUDGING: Tone.INFO,
    EditionStage.JUDGED: Tone.WARNING,
    EditionStage.REVEALED: Tone.WARNING,
    EditionStage.PUBLISHED: Tone.SUCCESS,
}


def stage_tag(stage: EditionStage) -> Tag:
    """Return the stage as a tag."""
    return Tag(capfirst(str(stage.label)), _TONES.get(stage, Tone.NEUTRAL))
