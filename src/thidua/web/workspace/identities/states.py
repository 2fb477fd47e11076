"""Answers, certainty and agreement as text with an icon."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.registry.enums import IdentityAnswer
from thidua.registry.identities.words import Says
from thidua.registry.models import IdentityCandidate
from thidua.web.shell import formats
from thidua.web.shell.tags import Tag, Tone

_ANSWERS: Final = {
    IdentityAnswer.OPEN: Tone.NEUTRAL,
    IdentityAnswer.SAME: Tone.SUCCESS,
    IdentityAnswer.DIFFERENT: Tone.NEUTRAL,
    IdentityAnswer.UNSURE: Tone.WARNING,
}
_SAYS: Final = {
    Says.AGREES: (gettext_lazy("matches"), Tone.SUCCESS),
    Says.NEARLY: (gettext_lazy("nearly matches"), Tone.INFO),
    Says.DIFFERS: (gettext_lazy("differs"), Tone.WARNING),
    Says.UNKNOWN: (gettext_lazy("not known"), Tone.NEUTRAL),
}


def answer_tag(row: IdentityCandidate) -> Tag:
    """Return the answer that was given."""
    return Tag(row.get_answer_display(), _ANSWERS[IdentityAnswer(row.answer)])


def says_tag(says: Says) -> Tag:
    """Return whether a field agrees."""
    words, tone = _SAYS[says]
    return Tag(str(words), tone)


def certainty(row: IdentityCandidate) -> str:
    """Return «chắc 97 %», never 100: only a person is certain."""
    return _("%(percent)s %% certain") % {"percent": formats.number(min(99, int(row.probability * 100)))}
