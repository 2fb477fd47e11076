"""The whole law folder → the law book, or all its faults."""

from collections.abc import Callable
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
from thidua.core.law.reading.parameters import read_parameter
from thidua.core.law.reading.references import Placed, report_duplicates, report_refs, report_settings
from thidua.core.law.reading.rules import read_rule
from thidua.core.law.reading.settings import read_setting
from thidua.core.law.reading.texts import read_text
from thidua.core.law.reading.words import read_vocabularies

T = TypeVar("T")


def load_law(*, root: Path | None = None) -> LawBook:
    """Return the law book of a folder (the shipped one by default, read once). Raises LawRefused."""
    return _shipped() if root is None else _load(root)


@lru_cache(maxsize=8)
def _shipped() -> LawBook:
    return _load(SHIPPED)


def _load(root: Path) -> LawBook:
    book, faults = read_law(root)
    if faults:
        raise LawRefused(faults)
    return book


def check_law(root: Path | None = None) -> list[Fault]:
    """Return every fault of a law folder, by file and line."""
    return read_law(root)[1]


def read_law(root: Path | None = None) -> tuple[LawBook, list[Fault]]:
    """Return the law book as far as it can be read, and every fault: with faults it is not fit to judge by."""
    faults: list[Fault] = []
    folder = Folder(root or SHIPPED, faults)
    known = _known(folder, faults)
    parameters = _read(folder.blocks("parameters", known), read_parameter)
    rules = _read(folder.blocks("rules", known), read_rule)
    both = _read(folder.blocks("awards", known), read_award)
    awards = {code: award for code, (award, _) in both.items()}
    placed: Placed = [one for _, alternatives in both.values() for one in alternatives]
    report_duplicates(placed)
    report_refs(placed)
    report_settings(
        folder.blocks("settings", Known()).values(), placed, awards, [*rules, *parameters, *known.texts]
    )
    book = LawBook(
        texts=known.texts,
        parameters=frozen(parameters),
        awards=frozen(awards),
        rules=tuple(rules.values()),
        readings=known.settings,
        words=known.words.words,
        version=folder.version(),
        aliases=known.words.aliases,
        members=known.words.members,
        general_kind=known.words.general_kind,
    )
    return book, sorted(set(faults))


def _known(folder: Folder, faults: list[Fault]) -> Known:
    """Read what other files refer to: vocabularies, texts, settings, the codes of the awards."""
    words = read_vocabularies(folder.blocks("words", Known()))
    for vocabulary in VOCABULARIES:
        if vocabulary not in words.words:
            faults.append(Fault(f"words/{vocabulary}.yaml", 1, "This vocabulary is missing: write the file."))
    awards = frozenset(folder.contents["awards"])
    known = Known(words, frozenset(path.upper() for path in folder.contents["texts"]), awards=awards)
    texts = {text.code: text for text in _read(folder.blocks("texts", known), read_text).values()}
    settings = _read(folder.blocks("settings", known), read_setting)
    return replace(known, texts=frozen(texts), settings=frozen(settings))


def _read(blocks: dict[str, Block], read: Callable[[str, Block], T]) -> dict[str, T]:
    return {path: read(path, block) for path, block in blocks.items()}
