"""What waits for a person, collected from areas that do not know each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from thidua.accounts.models import User
from thidua.web.shell.tags import Tag


@dataclass(frozen=True)
class WorkItem:
    """One thing to do: what, where, until when, in which state, under which heading.

    `group` is a translated heading; `about` a short line on whom or what; a duty without a date has no `due`.
    """

    title: str
    url: str
    group: str
    due: date | None = None
    state: Tag | None = None
    about: str = ""


Source = Callable[[User], Iterable[WorkItem]]
_sources: Final[list[Source]] = []


def register(source: Source) -> Source:
    """Add a function that tells a person's work with a fixed number of queries; usable as a decorator."""
    if source not in _sources:
        _sources.append(source)
    return source


def work_of(user: User) -> list[WorkItem]:
    """Return everything that waits for `user`, soonest first, undated last."""
    items = [item for source in _sources for item in source(user)]
    return sorted(items, key=lambda item: (item.due is None, item.due or date.max, item.title))
