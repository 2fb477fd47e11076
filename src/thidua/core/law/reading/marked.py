"""YAML text → nodes that remember their lines.

One pass: the C parser composes the nodes, and every scalar gets one of the tags below instead of being built
first and looked up again. Dates are ISO, booleans are `true` and `false` only («no» and «on» stay words).
"""

import re
from functools import lru_cache

import yaml
from yaml.composer import Composer
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

NULL, BOOL, INT, FLOAT, DAY, TEXT, LIST, MAPPING = (
    "null", "bool", "int", "float", "day", "text", "list", "mapping",
)  # fmt: skip

_CONSTANTS = {"": NULL, "~": NULL, "null": NULL, "true": BOOL, "false": BOOL}
_INT = re.compile(r"-?(?:0|[1-9][0-9_]*)")
_FLOAT = re.compile(r"-?[0-9]*[.,][0-9]+")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@lru_cache(maxsize=8192)
def tag_of(value: str) -> str:
    """Return the tag of a scalar written without quotes."""
    if value in _CONSTANTS:
        return _CONSTANTS[value]
    if value[0].isdigit() or value[0] in "-.":
        for tag, pattern in ((INT, _INT), (DAY, _DAY), (FLOAT, _FLOAT)):
            if pattern.fullmatch(value):
                return tag
    return TEXT


class _Tagging:
    """The part of a loader that names the type of a node."""

    def resolve(self, kind: type[yaml.Node], value: str | None, implicit: object) -> str:
        if kind is yaml.ScalarNode:
            plain = implicit[0] if isinstance(implicit, tuple) else implicit
            return tag_of(value or "") if plain else TEXT
        return MAPPING if kind is yaml.MappingNode else LIST

    def descend_resolver(self, current: object, index: object) -> None:
        """Nothing depends on the path to a node."""

    def ascend_resolver(self) -> None:
        """Nothing depends on the path to a node."""


class PythonLoader(_Tagging, Reader, Scanner, Parser, Composer):
    """The loader in Python: the same nodes, slower."""

    def __init__(self, stream: str) -> None:
        Reader.__init__(self, stream)
        Scanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)


if yaml.__with_libyaml__:
    from yaml.cyaml import CParser  # type: ignore[attr-defined]

    class FastLoader(_Tagging, CParser):
        """The loader in C."""
else:  # pragma: no cover - only where PyYAML was built without its C part
    FastLoader = PythonLoader  # type: ignore[misc,assignment]


def compose(text: str, loader: type[FastLoader] | type[PythonLoader] = FastLoader) -> yaml.Node | None:
    """Return the one document of a file; None when it is empty. Raises yaml.YAMLError."""
    node: yaml.Node | None = loader(text).get_single_node()
    return node
