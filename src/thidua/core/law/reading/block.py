"""A mapping of a law file, read key by key; and the values made of mappings."""

from collections.abc import Callable
from typing import TypeVar

import yaml

from thidua.core.language import Wording
from thidua.core.law.reading import marked
from thidua.core.law.reading.item import Item
from thidua.core.law.reading.known import frozen, meant
from thidua.core.law.reading.sentences import sentence

T = TypeVar("T")
NO_WORDING = Wording("", "")
_HINTED = frozenset(
    {"cite", "from", "vi", "en", "certainty"}
)  # keys with a hint of their own in messages.yaml


class Block:
    """What is asked for with `need` must be there, with `may` can be; anything else is a fault on `close`."""

    def __init__(self, item: Item) -> None:
        self.item = item
        self.source = item.source
        self.line = item.line
        self.entries: dict[str, Item] = {}
        self._asked: set[str] = set()
        self._whole = isinstance(item.node, yaml.MappingNode)
        if not self._whole:
            item.fault("not_a_mapping", given=item.shown())
            return
        for key, value in item.node.value:
            name = str(key.value)
            if name in self.entries:
                self.source.fault(key.start_mark.line + 1, "key_twice", key=name)
            else:
                self.entries[name] = Item(value, self.source)

    def fault(self, code: str, /, *, at: str = "", **details: object) -> None:
        """Note a fault at a key, else at the mapping."""
        found = self.entries.get(at)
        self.source.fault(found.line if found else self.line, code, **details)

    def has(self, key: str) -> bool:
        """Whether a key is written."""
        return key in self.entries

    def need(self, key: str, read: Callable[[Item], T], instead: T) -> T:
        """Read a key that must be there."""
        self._asked.add(key)
        if key in self.entries:
            return read(self.entries[key])
        if self._whole:
            self.fault("key_missing", key=key, hint=sentence(f"hint_{key}" if key in _HINTED else "hint"))
        return instead

    def may(self, key: str, read: Callable[[Item], T], instead: T) -> T:
        """Read a key that can be left out; null is the same as leaving it out."""
        self._asked.add(key)
        found = self.entries.get(key)
        return instead if found is None or found.is_null else read(found)

    def each(self, key: str, read: Callable[["Block"], T], *, needed: bool = False) -> tuple[T, ...]:
        """Read a list of mappings, each closed after it was read."""

        def rows(item: Item) -> tuple[T, ...]:
            return tuple(closed(Block(row), read) for row in item.items())

        return self.need(key, rows, ()) if needed else self.may(key, rows, ())

    def forgive(self) -> None:
        """Ask for everything: what is wrong here was said already."""
        self._asked.update(self.entries)

    def close(self) -> None:
        """Report the keys that nobody asked for."""
        for key, item in self.entries.items():
            if key not in self._asked:
                item.fault("key_unknown", key=key, near=meant(key, self._asked, otherwise="strike_out"))


def closed(block: Block, read: Callable[[Block], T]) -> T:
    """Read a mapping whole: what the reader did not ask for is a fault."""
    found = read(block)
    block.close()
    return found


def wording(item: Item) -> Wording:
    """Read {vi: ..., en: ...}."""
    return closed(
        Block(item), lambda block: Wording(block.need("vi", Item.text, ""), block.need("en", Item.text, ""))
    )


def wordings(item: Item) -> tuple[Wording, ...]:
    """Read a list of {vi: ..., en: ...}."""
    return tuple(wording(inner) for inner in item.items())


def wording_or_text(item: Item) -> Wording:
    """Read {vi: ..., en: ...}, or one text that serves both languages."""
    if item.is_mapping:
        return wording(item)
    return Wording(text := item.text(), text)


def plain(item: Item) -> object:
    """Read any value: text, integer, boolean, null, date, list (tuple) or mapping (unchangeable)."""
    if item.is_list:
        return tuple(plain(inner) for inner in item.items())
    if item.is_mapping:
        return frozen({key: plain(inner) for key, inner in Block(item).entries.items()})
    if item.is_null:
        return None
    readers: dict[str, Callable[[Item], object]] = {
        marked.BOOL: Item.flag, marked.INT: Item.whole, marked.DAY: Item.day, marked.TEXT: Item.text,
    }  # fmt: skip
    if item.node.tag in readers:
        return readers[item.node.tag](item)
    item.fault("not_in_quotes", given=item.shown())
    return None
