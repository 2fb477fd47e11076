"""The nearest known spelling of what was typed: a slip of the finger should cost one look at the message."""

import difflib
from collections.abc import Iterable, Mapping

from thidua.core.language import Wording
from thidua.core.law.cases.faults import sentence
from thidua.core.vietnamese.fold import fold

_FEW = 8


def nearest(typed: str, known: Iterable[str]) -> str | None:
    """Return the known spelling that was most likely meant; None when none is near."""
    by_fold = {_bare(spelling): spelling for spelling in known}
    near = difflib.get_close_matches(_bare(typed), by_fold, n=1, cutoff=0.6)
    return by_fold[near[0]] if near else None


def suggestion(typed: str, known: Iterable[str], names: Mapping[str, Wording] | None = None) -> Wording:
    """Return «; did you mean “x”?», or all known spellings when they are few, or nothing.

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
    return Wording("", "")


def _bare(typed: str) -> str:
    return fold(typed).replace("_", " ").replace("-", " ")
