"""Codes in law files: each must be one of those that other files define."""

from collections.abc import Callable, Iterable

from thidua.core.law.citations import Citation, CitationRefused
from thidua.core.law.provisions import Certainty
from thidua.core.law.reading.block import Block
from thidua.core.law.reading.item import Item
from thidua.core.law.reading.known import meant

_CERTAINTIES = tuple(str(certainty) for certainty in Certainty)


def _one_among(item: Item, code: str, codes: Iterable[str], otherwise: str) -> str:
    if code and code not in codes:
        item.fault(otherwise, given=code, near=meant(code, codes))
    return code


def text_code(item: Item) -> str:
    """Read the code of a legal text."""
    return _one_among(item, item.text(), item.source.known.text_codes, "no_text_code")


def award(item: Item) -> str:
    """Read the code of an award."""
    return _one_among(item, item.text(), item.source.known.awards, "no_award")


def setting(item: Item) -> str:
    """Read the code of a setting."""
    return _one_among(item, item.text(), item.source.known.settings, "no_setting")


def cite(item: Item) -> Citation:
    """Read «TEXT Đ74 k1 d» where TEXT is one of texts/."""
    typed = item.text()
    try:
        cited = Citation.parse(typed) if typed else Citation("")
    except CitationRefused as refused:
        item.fault(f"cite_without_{refused.lacks}", given=refused.given)
        return Citation("")
    _one_among(item, cited.text, item.source.known.text_codes, "no_text_code")
    return cited


def cites(item: Item) -> tuple[Citation, ...]:
    """Read the places that say so: at least one."""
    found = item.each(cite)
    if item.is_list and not found:
        item.fault("nothing_cited")
    return found


def word(vocabulary: str) -> Callable[[Item], str]:
    """Return a reader of a code of a vocabulary; another spelling of it is read as the code."""

    def read(item: Item) -> str:
        code, known = item.text(), item.source.known.words
        code = known.aliases.get(vocabulary, {}).get(code, code)
        words = known.words.get(vocabulary)
        if code and words is not None and code not in words:
            item.fault("no_word", given=code, vocabulary=vocabulary, near=meant(code, words))
        return code

    return read


def words(vocabulary: str) -> Callable[[Item], tuple[str, ...]]:
    """Return a reader of a list of codes of a vocabulary."""
    return several(word(vocabulary))


def several(read: Callable[[Item], str]) -> Callable[[Item], tuple[str, ...]]:
    """Return a reader of a list that is not empty."""

    def read_all(item: Item) -> tuple[str, ...]:
        found = item.each(read)
        if item.is_list and not found:
            item.fault("empty_list")
        return found

    return read_all


def one_of(*choices: str) -> Callable[[Item], str]:
    """Return a reader of one of a few fixed words."""

    def read(item: Item) -> str:
        found = item.text()
        if found and found not in choices:
            item.fault("none_of", given=found, choices=", ".join(choices), near=meant(found, choices))
        return found

    return read


def certainty(item: Item) -> Certainty:
    """Read how sure we are."""
    found = one_of(*_CERTAINTIES)(item)
    return Certainty(found) if found in _CERTAINTIES else Certainty.LOW


def sureness(block: Block, default: Certainty | None = None) -> Certainty:
    """Read the key `certainty`, which can be left out where there is a default."""
    if default is not None:
        return block.may("certainty", certainty, default)
    return block.need("certainty", certainty, Certainty.LOW)
