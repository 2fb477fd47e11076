"""The order of a decision's list: awards apart, in each collectives, then individuals, then households."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Generic, Protocol, TypeVar

from thidua.registry.enums import RecipientKind


class Listed(Protocol):
    """What can be put into a list."""

    @property
    def award_code(self) -> str: ...

    @property
    def recipient_kind(self) -> str: ...


Row = TypeVar("Row", bound=Listed)

GROUPS: Final = (
    ("TẬP THỂ", (RecipientKind.COLLECTIVE,)),
    ("CÁ NHÂN", (RecipientKind.INDIVIDUAL, RecipientKind.AUTHOR)),
    ("HỘ GIA ĐÌNH", (RecipientKind.HOUSEHOLD,)),
)
ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


@dataclass(frozen=True)
class Group(Generic[Row]):
    """One group of a list: «I. TẬP THỂ (27)»."""

    heading: str
    rows: tuple[Row, ...]


def rank_of(row: Listed) -> int:
    """Return which group a row belongs to, from 0."""
    return next(number for number, (_name, kinds) in enumerate(GROUPS) if row.recipient_kind in kinds)


def in_order(rows: Iterable[Row]) -> list[Row]:
    """Return the rows as they are numbered: by award as it first comes, then by group; stable inside."""
    listed = list(rows)
    awards = list(dict.fromkeys(row.award_code for row in listed))
    return sorted(listed, key=lambda row: (awards.index(row.award_code), rank_of(row)))


def groups_of(rows: Iterable[Row]) -> tuple[Group[Row], ...]:
    """Return the groups that hold somebody, numbered without a gap."""
    listed = list(rows)
    found: list[Group[Row]] = []
    for number, (name, _kinds) in enumerate(GROUPS):
        inside = tuple(row for row in listed if rank_of(row) == number)
        if inside:
            found.append(Group(f"{ROMAN[len(found)]}. {name} ({len(inside)})", inside))
    return tuple(found)


def counted(rows: Iterable[Row]) -> str:
    """Return «27 tập thể, 24 cá nhân, 02 hộ gia đình»."""
    told = []
    for group in groups_of(rows):
        name = group.heading.split(". ", 1)[1].rsplit(" (", 1)[0]
        told.append(f"{len(group.rows):02} {name.lower()}")
    return ", ".join(told)
