"""The menus, collected from areas that do not know each other.

An area registers its items in `AppConfig.ready()`; who lacks the right of an item does not see it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Final

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from thidua.accounts.rights import Right


class Group(Enum):
    """A part of the menu, in the order of the loop; PUBLIC is the menu of the public site, FOOT stands below it."""

    PUBLIC = "public"
    FOOT = "foot"
    WORK = "work"
    MOVEMENTS = "movements"
    FIGURES = "figures"
    RECORDS = "records"
    REPORTS = "reports"
    PORTAL = "portal"
    ADMINISTRATION = "administration"


# The first items of the workspace stand without a heading.
HEADINGS: Final[dict[Group, Promise]] = {
    Group.MOVEMENTS: _("Movements"),
    Group.FIGURES: _("Targets and figures"),
    Group.RECORDS: _("Records"),
    Group.REPORTS: _("Reports"),
    Group.PORTAL: _("Public portal"),
    Group.ADMINISTRATION: _("Administration"),
}

# A menu that is longer shows its headings, and the links of the one where the reader is.
MOST_UNFOLDED: Final = 24


@dataclass(frozen=True)
class Item:
    """One entry of a menu: its label, the name of its address, the right it needs, and its place."""

    label: Promise | str
    url_name: str
    group: Group
    right: Right | None = None
    order: int = 100


@dataclass(frozen=True)
class Link:
    """An item as it is drawn."""

    label: str
    url: str
    current: bool
    language: str = ""  # of the label, where it is not that of the page


@dataclass(frozen=True)
class Section:
    """A heading with its links; `is_open` unless a long menu is folded and the page stands elsewhere."""

    heading: str
    links: tuple[Link, ...]
    is_open: bool = True


FootTeller = Callable[[str], Iterable[Link]]
_registered: Final[dict[str, Item]] = {}
_foot_tellers: Final[dict[str, FootTeller]] = {}


def register(*items: Item) -> None:
    """Add items to the menus; an item of the same address name takes the place of the former."""
    _registered.update({item.url_name: item for item in items})


def register_at_the_foot(name: str, teller: FootTeller) -> None:
    """Let `teller` name links for the page at a path, before those that are fixed; it asks the database nothing."""
    _foot_tellers[name] = teller


def public_links(path: str) -> tuple[Link, ...]:
    """Return the menu of the public site on the page at `path`."""
    items = _sorted(item for item in _registered.values() if item.group is Group.PUBLIC)
    return _links(items, path)


def foot_links(path: str) -> tuple[Link, ...]:
    """Return what stands at the foot of every public page on the page at `path`."""
    told = tuple(link for name in sorted(_foot_tellers) for link in _foot_tellers[name](path))
    return told + _links(_sorted(item for item in _registered.values() if item.group is Group.FOOT), path)


def workspace_sections(path: str, holds: Callable[[Right], bool]) -> tuple[Section, ...]:
    """Return the menu of a person for whom `holds` tells the rights, empty headings left out."""
    allowed = [
        item
        for item in _sorted(_registered.values())
        if item.group not in (Group.PUBLIC, Group.FOOT) and (item.right is None or holds(item.right))
    ]
    links = dict(zip(allowed, _links(allowed, path), strict=True))
    parts = ((group, tuple(links[item] for item in allowed if item.group is group)) for group in Group)
    return tuple(
        Section(
            heading=str(HEADINGS.get(group, "")),
            links=part,
            is_open=len(allowed) <= MOST_UNFOLDED
            or group not in HEADINGS
            or any(one.current for one in part),
        )
        for group, part in parts
        if part
    )


def _sorted(items: Iterable[Item]) -> list[Item]:
    return sorted(items, key=lambda item: (item.order, item.url_name))


def _links(items: list[Item], path: str) -> tuple[Link, ...]:
    """Mark as current the item whose address is the longest beginning of `path`."""
    language = get_language() or ""
    urls = [_address(item.url_name, language) for item in items]
    # The first page is the beginning of every address («/», «/en/»); it is current only on itself.
    here = [url for url in urls if url == path or (not url.endswith("/") and path.startswith(f"{url}/"))]
    current = max(here, key=len, default="")
    return tuple(Link(str(item.label), url, url == current) for item, url in zip(items, urls, strict=True))


@cache  # two dozen items a page, the same on each; `language` is that of the page
def _address(url_name: str, language: str) -> str:
    return reverse(url_name)
