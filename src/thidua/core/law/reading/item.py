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

from thidua.core.language import Wording
from thidua.core.law.reading import marked
from thidua.core.law.reading.faults import Fault
from thidua.core.law.reading.known import Known
from thidua.core.law.reading.sentences import sentence

T = TypeVar("T")
_DECIMAL = re.compile(r"\d+(?:\.\d+)?")


@dataclass
class Source:
    """The file being read, what it may refer to, and the faults found so far in all files."""

    file: str
    known: Known
    faults: list[Fault] = field(default_factory=list)

    def fault(self, line: int, code: str, /, **details: object) -> None:
        """Note a fault by the code of its sentence in messages.yaml."""
        self.faults.append(Fault(self.file, line, sentence(code, **details)))


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

    def fault(self, code: str, /, **details: object) -> None:
        """Note a fault at this line."""
        self.source.fault(self.line, code, **details)

    def shown(self) -> Wording:
        """Return the value as a message quotes it."""
        if self.is_mapping:
            return sentence("a_mapping")
        return sentence("a_list") if self.is_list else sentence("written", value=self.node.value)

    def _scalar(self, tag: str, otherwise: str) -> str:
        if self.node.tag == tag:
            return str(self.node.value)
        self.fault(otherwise, given=self.shown())
        return ""

    def text(self) -> str:
        """Read words that are not empty."""
        found = self._scalar(marked.TEXT, "not_text")
        if self.node.tag == marked.TEXT and not found.strip():
            self.fault("empty_text")
        return found

    def whole(self) -> int:
        """Read an integer that is not negative."""
        found = self._scalar(marked.INT, "not_whole")
        if found.startswith("-"):
            self.fault("negative", given=found)
        return int(found or 0)

    def flag(self) -> bool:
        """Read `true` or `false`."""
        return self._scalar(marked.BOOL, "not_flag") == "true"

    def day(self) -> date | None:
        """Read an ISO date."""
        found = self._scalar(marked.DAY, "not_a_date")
        try:
            return date.fromisoformat(found) if found else None
        except ValueError:
            self.fault("no_such_day", given=found)
            return None

    def decimal(self) -> str | None:
        """Read a decimal written as text, or null."""
        if self.is_null:
            return None
        found = self._scalar(marked.TEXT, "not_decimal")
        if found and not _DECIMAL.fullmatch(found):
            self.fault("no_decimal_form", given=found)
        return found

    def items(self) -> list["Item"]:
        """Read a list."""
        if isinstance(self.node, yaml.SequenceNode):
            return [Item(node, self.source) for node in self.node.value]
        self.fault("not_a_list", given=self.shown())
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
                item.fault("twice_in_list", given=item.shown())
            found.append(value)
        return tuple(found)
