"""The share of yes votes, in whole numbers."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Threshold:
    """`percent` of `members` must say yes; more than that where `strictly`."""

    percent: int
    strictly: bool
    members: int

    @property
    def needed(self) -> int:
        """The least number of yes votes that suffices."""
        asked = self.percent * self.members
        return asked // 100 + 1 if self.strictly else -(-asked // 100)

    def is_reached(self, yes: int) -> bool:
        """Tell whether so many yes votes suffice; nothing is reached where nobody may be counted."""
        if self.members < 1:
            return False
        cast, asked = yes * 100, self.percent * self.members
        return cast > asked if self.strictly else cast >= asked


def is_share(text: str) -> bool:
    """Tell whether `text` is a share of members such as «2/3», above nothing and at most all."""
    try:
        return 0 < Fraction(text) <= 1 and len(text) <= 10
    except (ValueError, ZeroDivisionError):
        return False
