"""The nearest known spelling of what was typed: a slip of the finger should cost one look at the message."""

import difflib
from collections.abc import Iterable, Mapping

from thidua.core.language import Wording
from thidua.core.law.cases.sentences import sentence
from thidua.core.vietnamese.fold import fold

_FEW = 8
_LONGEST = 120  # letters that can be a slip of the finger; comparing takes their square
_NEAR = 0.6
_SHORTEST_BEGINNING = 4


def nearest(typed: str, known: Iterable[str]) -> str | None:
    """Return the known spelling that was most likely meant, also one cut short; None when none is near."""
    bare = _bare(typed[:_LONGEST])
    scored = [(_nearness(bare, _bare(spelling)), spelling) for spelling in known]
    best = max(scored, default=(0.0, ""))  # of two equally near, the one of the later law
    return best[1] if best[0] >= _NEAR else None


def _nearness(typed: str, spelling: str) -> float:
    whole = difflib.SequenceMatcher(None, typed, spelling).ratio()
    if len(typed) < _SHORTEST_BEGINNING:
        return whole
    beginning = difflib.SequenceMatcher(None, typed, spelling[: len(typed)]).ratio()
    return max(whole, beginning - 0.2)


def suggestion(typed: str, known: Iterable[str], names: Mapping[str, Wording] | None = None) -> Wording:
    """Return «; did you mean “x”?», or all known spellings when they are few, or a full stop.

    `names`: the words for codes, so that a code is found by its Vietnamese or English name too.
    """
    spellings = list(known)
    called = {
        name: code
        for code, words in (names or {}).items()
        for name in (words.vi, words.en)
        if code in spellings
    }
    near = nearest(typed, [*spellings, *called])
    if near is not None:
        return sentence("near", near=called.get(near, near))
    if 0 < len(spellings) <= _FEW:
        return sentence("among", known=", ".join(spellings))
    return sentence("nothing_near")


def _bare(typed: str) -> str:
    return fold(typed).replace("_", " ").replace("-", " ")
