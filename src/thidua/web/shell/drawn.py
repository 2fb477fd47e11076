"""Parts of a page, drawn once and kept as they came out (ADR 29).

What readers wait for is less the asking than the drawing: thousands of small steps of the template for a menu that is
the same on every page. A part is drawn apart from the page around it, with nothing at hand but the values that it is
given: it knows no request, no reader and no message, so that what is kept of it cannot tell one reader of another.

A part that is given plain values is the same wherever these are the same, and is kept until others were wanted more.
A part that is given a `Told` – what was read – is kept by it and goes with it: what is read anew is drawn anew.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, Final

from django.db.models import Model
from django.utils.safestring import SafeString
from django.utils.translation import get_language

MOST: Final = 500  # parts of plain values in one process; the one not wanted the longest goes first
MOST_OF_ONE: Final = 20  # parts of one reading; only more host names than a site has can make them more

_parts: OrderedDict[tuple[Hashable, ...], SafeString] = OrderedDict()
_lock: Final = threading.Lock()


class Told(dict[str, Any]):
    """What was read for a page, by the names that its template knows, with the parts that were drawn of it.

    Equal to itself alone. Whoever remembers it shares it with all who ask, so nobody may change it.
    """

    __hash__ = object.__hash__  # type: ignore[assignment]

    def __init__(self, *told: Any, **named: Any) -> None:
        super().__init__(*told, **named)
        self.parts: dict[tuple[Hashable, ...], SafeString] = {}

    def __eq__(self, other: object) -> bool:
        return self is other

    def __ne__(self, other: object) -> bool:
        return self is not other

    def page(self, **more: object) -> dict[str, Any]:
        """Return the context of the page: what was told, `more` that is this reader's own, and `told` for its parts."""
        return {**self, **more, "told": self}


def drawn(
    part: Hashable, told: Told | None, given: dict[str, object], draw: Callable[[], SafeString]
) -> SafeString:
    """Return what `draw` returns, without drawing again for the same `part`, language, `told` and `given`.

    Raises TypeError for a value that may become another while it seems the same: a list, or a row of the database.
    """
    key = (part, get_language(), *(_fixed(value) for value in given.values()))
    hash(key)  # refuses lists
    if told is not None:
        return _kept_by(told, key, draw)
    with _lock:
        kept = _parts.get(key)
        if kept is not None:
            _parts.move_to_end(key)
            return kept
    out = draw()
    with _lock:
        _parts[key] = out
        while len(_parts) > MOST:
            _parts.popitem(last=False)
    return out


def _kept_by(told: Told, key: tuple[Hashable, ...], draw: Callable[[], SafeString]) -> SafeString:
    kept = told.parts.get(key)
    if kept is None:
        kept = draw()
        if len(told.parts) < MOST_OF_ONE:
            told.parts[key] = kept
    return kept


def _fixed(value: object) -> tuple[type, object]:
    """Return a value with its kind: 1 is no True, and safe text is no other text."""
    if isinstance(value, Model):
        raise TypeError(f"a part is drawn of values, not of a row that may change: {value!r}")
    return type(value), value


def forget() -> None:
    """Forget all parts of plain values, as a process does that begins."""
    with _lock:
        _parts.clear()
