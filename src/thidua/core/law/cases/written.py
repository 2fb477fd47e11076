"""One value as it was written in a case file, with its path and line."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import yaml

from thidua.core.law.cases.faults import Faults
from thidua.core.law.cases.spelling import suggestion

_NULL = "tag:yaml.org,2002:null"
_MERGE = "tag:yaml.org,2002:merge"


@dataclass(frozen=True)
class Written:
    """A node of the file; what cannot be read from it is told to `faults` and left out."""

    node: yaml.Node
    path: str
    faults: Faults

    @property
    def line(self) -> int:
        """The line in the file, from 1."""
        return int(self.node.start_mark.line) + 1

    @property
    def empty(self) -> bool:
        """Whether nothing is written: `null`, `~` or no value."""
        return isinstance(self.node, yaml.ScalarNode) and self.node.tag == _NULL

    @property
    def plain(self) -> bool:
        """Whether it is one value written without quotes."""
        return isinstance(self.node, yaml.ScalarNode) and self.node.style is None

    @property
    def scalar(self) -> str | None:
        """The text of one value; None for a list or a mapping."""
        return self.node.value if isinstance(self.node, yaml.ScalarNode) else None

    @property
    def shown(self) -> str:
        """What was written, short enough for a message."""
        if self.scalar is None:
            return "[…]" if isinstance(self.node, yaml.SequenceNode) else "{…}"
        line = " ".join(self.scalar.split())
        return line if len(line) <= 60 else f"{line[:59]}…"

    @property
    def is_mapping(self) -> bool:
        """Whether it is written as «name: value» pairs."""
        return isinstance(self.node, yaml.MappingNode)

    @property
    def is_list(self) -> bool:
        """Whether it is written as a list."""
        return isinstance(self.node, yaml.SequenceNode)

    def tell(self, code: str, **details: object) -> None:
        """Note a fault of this value."""
        self.faults.tell(self.path, code, self.line, **details)

    def items(self) -> list["Written"]:
        """Return the elements of a list; one value or mapping is a list of one, nothing is an empty list."""
        if isinstance(self.node, yaml.SequenceNode):
            return [
                Written(node, f"{self.path}[{place}]", self.faults)
                for place, node in enumerate(self.node.value)
            ]
        return [] if self.empty else [self]

    def pairs(self) -> list[tuple[str, "Written"]]:
        """Return names and values as written, each name once; tells what is no mapping and what is doubled."""
        if self.empty:
            return []
        if not isinstance(self.node, yaml.MappingNode):
            self.tell("not_a_mapping", given=self.shown)
            return []
        found: dict[str, Written] = {}
        for name, value in self._own_pairs(self.node):
            if name in found:
                self.faults.tell(value.path, "twice", value.line, first=found[name].line)
            else:
                found[name] = value
        for name, value in self._merged_pairs(self.node, {self.node}):
            found.setdefault(name, value)
        return list(found.items())

    def fields(self, known: Collection[str]) -> dict[str, "Written"]:
        """Return the known entries that hold something, by name; tells the unknown ones.

        A program that reads YAML 1.1 writes the name `on` back as `true`.
        """
        found: dict[str, Written] = {}
        for typed, value in self.pairs():
            name = "on" if typed == "true" and "on" in known else typed
            if name in found:
                value.tell("twice", first=found[name].line)
            elif name not in known:
                value.tell("unknown_key", given=name, near=suggestion(name, known))
            elif not value.empty:
                found[name] = value
        return found

    def named(self, name: str) -> "Written":
        """Return the name of this entry as a value of its own, so that it can be read like one."""
        node = yaml.ScalarNode("tag:yaml.org,2002:str", name, self.node.start_mark, self.node.end_mark)
        return Written(node, self.path, self.faults)

    def below(self, name: str) -> str:
        """Return the path of an entry that may not be there."""
        return f"{self.path}.{name}" if self.path else name

    def require(self, found: dict[str, "Written"], *names: str) -> None:
        """Tell which of these entries are missing."""
        for name in names:
            if name not in found and (self.is_mapping or self.empty):
                self.faults.tell(self.below(name), "missing", self.line)

    def _own_pairs(self, node: yaml.MappingNode) -> Iterator[tuple[str, "Written"]]:
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self.faults.tell(self.path, "not_a_word_key", int(key.start_mark.line) + 1)
            elif key.tag != _MERGE:
                yield key.value, Written(value, self.below(key.value), self.faults)

    def _merged_pairs(self, node: yaml.MappingNode, seen: set[yaml.Node]) -> Iterator[tuple[str, "Written"]]:
        """Yield what `<<: *other` brings in, each mapping once."""
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode) or key.tag != _MERGE:
                continue
            for merged in value.value if isinstance(value, yaml.SequenceNode) else [value]:
                if isinstance(merged, yaml.MappingNode) and merged not in seen:
                    seen.add(merged)
                    yield from self._own_pairs(merged)
                    yield from self._merged_pairs(merged, seen)
