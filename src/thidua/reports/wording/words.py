"""The fragments of a language that figures are worded with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Words:
    """The `words` of a wording file; a key names its branches with dots: `recipients.household`."""

    tree: Mapping[str, Any]

    def say(self, key: str, **values: object) -> str:
        """Return the phrase `key` with `values` in its places; raises KeyError where there is no such phrase."""
        found: Any = self.tree
        for branch in key.split("."):
            found = found[branch]
        if not isinstance(found, str):
            raise KeyError(key)
        return found.format(**values)

    def has(self, key: str) -> bool:
        """Tell whether there is a phrase `key`."""
        return key in set(self)

    def lines(self, key: str) -> tuple[str, ...]:
        """Return the list of phrases under `key`."""
        found: Any = self.tree
        for branch in key.split("."):
            found = found[branch]
        return tuple(found)

    def __iter__(self) -> Iterator[str]:
        """Yield the keys of all phrases, so that two languages can be compared."""
        yield from _keys(self.tree, "")

    def enumerate(self, items: Sequence[str]) -> str:
        """Return «09 tập thể, 35 cá nhân» for two, «27 tập thể, 24 cá nhân và 02 gia đình» for more.

        Two kinds are set side by side with a comma alone, as the Board prints them.
        """
        if len(items) < 3:
            return ", ".join(items)
        return ", ".join(items[:-1]) + self.say("and") + items[-1]

    def series(self, items: Sequence[str]) -> str:
        """Return names one after the other, the last joined by «và»."""
        if len(items) < 2:
            return "".join(items)
        return ", ".join(items[:-1]) + self.say("and") + items[-1]


def _keys(tree: Mapping[str, Any], prefix: str) -> Iterator[str]:
    for key, value in tree.items():
        if isinstance(value, Mapping):
            yield from _keys(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}"
