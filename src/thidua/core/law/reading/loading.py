"""The whole law folder → the law book, or all its faults."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from thidua.core.law.book import LawBook
from thidua.core.law.reading.awards import read_award
from thidua.core.law.reading.block import Block
from thidua.core.law.reading.faults import Fault, LawRefused
from thidua.core.law.reading.folder import SHIPPED, Folder
from thidua.core.law.reading.known import VOCABULARIES, Known, frozen
from thidua.core.law.reading.layering import lay_over
from thidua.core.law.reading.local import LocalLayer, Regulation, read_regulation
from thidua.core.law.reading.parameters import read_parameter
from thidua.core.law.reading.references import Placed, report_duplicates, report_refs, report_settings
from thidua.core.law.reading.reserved import report_local
from thidua.core.law.reading.rules import read_rule
from thidua.core.law.reading.sentences import sentence
from thidua.core.law.reading.settings import read_setting
from thidua.core.law.reading.texts import read_text
from thidua.core.law.reading.words import read_vocabularies

T = TypeVar("T")


def load_law(*, root: Path | None = None, local: Sequence[LocalLayer] = ()) -> LawBook:
    """Return the law book of a folder, with local regulations laid over it in their order.

    The shipped folder (`root` left out) is read once. Raises LawRefused with every fault.
    """
    return _shipped(tuple(local)) if root is None else _load(root, local)


@lru_cache(maxsize=8)
def _shipped(local: tuple[LocalLayer, ...]) -> LawBook:
    return _load(SHIPPED, local)


def _load(root: Path, local: Sequence[LocalLayer]) -> LawBook:
    book, faults = read_law(root, local)
    if faults:
        raise LawRefused(faults)
    return book


def check_law(root: Path | None = None, local: Sequence[LocalLayer] = ()) -> list[Fault]:
    """Return every fault of a law folder and of the regulations over it, by file and line."""
    return read_law(root, local)[1]


def read_law(root: Path | None = None, local: Sequence[LocalLayer] = ()) -> tuple[LawBook, list[Fault]]:
    """Return the law book as far as it can be read, and every fault: with faults it is not fit to judge by.

    Regulations are laid over only where there is no fault at all.
    """
    faults: list[Fault] = []
    folder = Folder(root or SHIPPED, faults)
    known = _known(folder, faults)
    book, placed = _national(folder, known, [layer.content for layer in local])
    regulations = [found for layer in local if (found := read_regulation(layer, known, faults)) is not None]
    everything = [*placed, *(one for regulation in regulations for one in regulation.added)]
    report_duplicates(everything)
    report_refs(everything)
    settings = folder.blocks("settings", Known()).values()
    report_settings(
        settings, placed, book.awards, [*(rule.id for rule in book.rules), *book.parameters, *book.texts]
    )
    return _layered(book, regulations, faults), sorted(set(faults), key=lambda fault: fault.place)


def _layered(book: LawBook, regulations: Sequence[Regulation], faults: list[Fault]) -> LawBook:
    for regulation in regulations:
        report_local(book, regulation)
        if not faults:
            book = lay_over(book, regulation)
    return book


def _national(folder: Folder, known: Known, local: Sequence[bytes]) -> tuple[LawBook, Placed]:
    both = _read(folder.blocks("awards", known), read_award)
    book = LawBook(
        texts=known.texts,
        parameters=frozen(_read(folder.blocks("parameters", known), read_parameter)),
        awards=frozen({code: award for code, (award, _) in both.items()}),
        rules=tuple(_read(folder.blocks("rules", known), read_rule).values()),
        readings=known.settings,
        words=known.words.words,
        version=folder.version(*local),
        aliases=known.words.aliases,
        members=known.words.members,
        general_kind=known.words.general_kind,
    )
    return book, [one for _, alternatives in both.values() for one in alternatives]


def _known(folder: Folder, faults: list[Fault]) -> Known:
    """Read what other files refer to: vocabularies, texts, settings, the codes of the awards."""
    words = read_vocabularies(folder.blocks("words", Known()))
    for vocabulary in VOCABULARIES:
        if vocabulary not in words.words:
            faults.append(Fault(f"words/{vocabulary}.yaml", 1, sentence("no_vocabulary")))
    awards = frozenset(folder.contents["awards"])
    codes = frozenset(path.upper() for path in folder.contents["texts"])
    known = Known(words, codes, awards=awards)
    texts = {text.code: text for text in _read(folder.blocks("texts", known), read_text).values()}
    settings = _read(folder.blocks("settings", known), read_setting)
    return replace(known, texts=frozen(texts), settings=frozen(settings))


def _read(blocks: dict[str, Block], read: Callable[[str, Block], T]) -> dict[str, T]:
    return {path: read(path, block) for path, block in blocks.items()}
