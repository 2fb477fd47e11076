"""Codes of the law book as they are written in cases."""

from collections.abc import Iterable, Mapping

from thidua.core.language import Wording
from thidua.core.law.book import LawBook
from thidua.core.law.cases.sentences import sentence
from thidua.core.law.cases.spelling import suggestion
from thidua.core.law.cases.written import Written

# What a condition may ask («any influence»), but nothing that is recorded of an achievement.
_NOT_RECORDED = frozenset({"any"})


def word(written: Written, book: LawBook, vocabulary: str) -> str | None:
    """Return a code of a vocabulary of the book; its other spellings are read as the code."""
    names = book.words.get(vocabulary, {})
    known = [code for code in names if code not in _NOT_RECORDED]
    typed = _typed(written)
    code = book.aliases.get(vocabulary, {}).get(typed, typed)
    if code in known:
        return code
    unknown(written, vocabulary, known, names)
    return None


def award(written: Written, book: LawBook) -> str | None:
    """Return the code of an award."""
    typed = _typed(written)
    if typed in book.awards:
        return typed
    unknown(written, "award", book.awards, {code: one.name for code, one in book.awards.items()})
    return None


def alternative(written: Written, book: LawBook) -> str | None:
    """Return the id of an alternative of any award."""
    typed = _typed(written)
    known = alternatives(book)
    if typed in known:
        return typed
    unknown(written, "alternative", known)
    return None


def alternatives(book: LawBook) -> frozenset[str]:
    """Return the ids of all alternatives of the book."""
    return frozenset(way.id for one in book.awards.values() for way in one.alternatives)


def one_of(written: Written, what: str, known: Iterable[str]) -> str | None:
    """Return one of a few fixed words."""
    codes = list(known)
    typed = _typed(written)
    if typed in codes:
        return typed
    unknown(written, what, codes)
    return None


def unknown(
    written: Written, what: str, known: Iterable[str], names: Mapping[str, Wording] | None = None
) -> None:
    """Tell that a code is not known, and the nearest one that is."""
    near = suggestion(_typed(written), known, names)
    written.tell("unknown_code", what=sentence(what), given=written.shown, near=near)


def _typed(written: Written) -> str:
    return " ".join((written.scalar or "").split())
