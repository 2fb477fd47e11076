"""One value of a law file, read as what it should be; what it is not becomes a fault with its line.

A reader never stops: after a fault it returns an empty value, so that every other fault is found too. A book
with faults is refused as a whole (`LawRefused`), so no empty value ever reaches a verdict.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

import yaml

from thidua.core.law.reading import marked
from thidua.core.law.reading.faults import Fault
from thidua.core.law.reading.known import Known

T = TypeVar("T")
_DECIMAL = re.compile(r"\d+(?:\.\d+)?")


@dataclass
class Source:
    """The file being read, what it may refer to, and the faults found so far in all files."""

    file: str
    known: Known
    faults: list[Fault] = field(default_factory=list)

    def fault(self, line: int, message: str) -> None:
        """Note a fault."""
        self.faults.append(Fault(self.file, line, message))


class Item:
    """One value with its line."""

    __slots__ = ("node", "source")

    def __init__(self, node: yaml.Node, source: Source) -> None:
        self.node = node
        self.source = source

    @property
    def line(self) -> int:
        """The line it begins on, counted from 1."""
        return int(self.node.start_mark.line) + 1

    @property
    def is_null(self) -> bool:
        """Whether it says `null` (or nothing)."""
        return self.node.tag == marked.NULL

    @property
    def is_mapping(self) -> bool:
        """Whether it is a mapping."""
        return isinstance(self.node, yaml.MappingNode)

    @property
    def is_list(self) -> bool:
        """Whether it is a list."""
        return isinstance(self.node, yaml.SequenceNode)

    def fault(self, message: str) -> None:
        """Note a fault at this line."""
        self.source.fault(self.line, message)

    def shown(self) -> str:
        """Return the value as a message quotes it."""
        if self.is_mapping:
            return "a mapping"
        return "a list" if self.is_list else f"“{self.node.value}”"

    def _scalar(self, tag: str, wanted: str) -> str:
        if self.node.tag == tag:
            return str(self.node.value)
        self.fault(f"{self.shown()} should be {wanted}.")
        return ""

    def text(self) -> str:
        """Read words that are not empty."""
        found = self._scalar(marked.TEXT, "text; put quotes around it if it is")
        if self.node.tag == marked.TEXT and not found.strip():
            self.fault("This text is empty: write it, or leave the key out.")
        return found

    def whole(self) -> int:
        """Read an integer that is not negative."""
        found = self._scalar(marked.INT, "a whole number without quotes")
        if found.startswith("-"):
            self.fault(f"{found} is negative; a number of the law is not.")
        return int(found or 0)

    def flag(self) -> bool:
        """Read `true` or `false`."""
        return self._scalar(marked.BOOL, "true or false") == "true"

    def day(self) -> date | None:
        """Read an ISO date."""
        found = self._scalar(marked.DAY, "a date without quotes, as in 2024-01-31")
        try:
            return date.fromisoformat(found) if found else None
        except ValueError:
            self.fault(f"There is no day {found} in the calendar.")
            return None

    def decimal(self) -> str | None:
        """Read a decimal written as text, or null."""
        if self.is_null:
            return None
        found = self._scalar(marked.TEXT, 'a decimal in quotes, as in "1.5", or null')
        if found and not _DECIMAL.fullmatch(found):
            self.fault(f'“{found}” is not a decimal of the form "1.5".')
        return found

    def items(self) -> list["Item"]:
        """Read a list."""
        if isinstance(self.node, yaml.SequenceNode):
            return [Item(node, self.source) for node in self.node.value]
        self.fault(f"{self.shown()} should be a list, as in [a, b].")
        return []

    def texts(self) -> tuple[str, ...]:
        """Read a list of texts."""
        return self.each(Item.text)

    def each(self, read: Callable[["Item"], T]) -> tuple[T, ...]:
        """Read a list whose elements are all of one form; the same element twice is a fault."""
        found: list[T] = []
        for item in self.items():
            value = read(item)
            if value in found:
                item.fault(f"{item.shown()} stands twice in this list: strike one out.")
            found.append(value)
        return tuple(found)
