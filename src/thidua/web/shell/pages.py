"""One page of a long list: which one the address asks for, and the addresses of those beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.http import QueryDict

PAGE: Final = "trang"
PAGE_SIZE: Final = 50
_MOST_DIGITS: Final = 8


@dataclass(frozen=True)
class Page:
    """Where in the list the reader is; `first` and `last` count rows from 1, the addresses are empty at the ends."""

    number: int
    count: int
    first: int
    last: int
    total: int
    previous_url: str
    next_url: str

    @property
    def rows(self) -> slice:
        """The rows of this page, to be cut out of all of them."""
        return slice(self.first - 1 if self.total else 0, self.last)


def page_of(query: QueryDict, total: int, size: int = PAGE_SIZE) -> Page:
    """Return the page of `total` rows that an address asks for: the nearest one there is, the first for nonsense."""
    count = max(1, -(-total // size))
    wanted = query.get(PAGE, "1")
    is_number = wanted.isascii() and wanted.isdigit() and len(wanted) <= _MOST_DIGITS
    number = min(max(int(wanted), 1), count) if is_number else 1
    return Page(
        number=number,
        count=count,
        first=(number - 1) * size + 1 if total else 0,
        last=min(number * size, total),
        total=total,
        previous_url=address_with(query, **{PAGE: number - 1}) if number > 1 else "",
        next_url=address_with(query, **{PAGE: number + 1}) if number < count else "",
    )


def address_with(query: QueryDict, **changes: object) -> str:
    """Return the address of the same page with other parameters; an empty one is left out."""
    kept = query.copy()
    for name, value in changes.items():
        kept.pop(name, None)
        if value != "":
            kept[name] = str(value)
    return "?" + kept.urlencode()
