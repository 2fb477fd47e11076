"""Numbers of citizens: twelve digits (căn cước công dân), nine before them (chứng minh nhân dân).

The twelve digits, by Thông tư 59/2021/TT-BCA article 4: three of the province of birth registration, one of century
and sex, two of the year of birth, six at random. The nine digits of the older card tell nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

NEW_LENGTH: Final = 12
OLD_LENGTH: Final = 9
_BETWEEN: Final = re.compile(r"[\s.\-]+")
_FIRST_CENTURY: Final = 1900
_SHOWN_FIRST: Final = 4
_SHOWN_LAST: Final = 2
# Codes of provinces and cities for numbers of citizens, as they were in 2021.
_CODES: Final = (
    1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36,
    37, 38, 40, 42, 44, 45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75,
    77, 79, 80, 82, 83, 84, 86, 87, 89, 91, 92, 93, 94, 95, 96,
)  # fmt: skip
PROVINCES: Final = frozenset(f"{code:03d}" for code in _CODES)


class CitizenIdKind(StrEnum):
    """Which of the two numbers it is."""

    NEW = "new"
    OLD = "old"


class CitizenIdDoubt(StrEnum):
    """What does not fit; a number may be right all the same, so these are warnings."""

    UNKNOWN_PROVINCE = "unknown_province"
    OTHER_BIRTH_YEAR = "other_birth_year"
    OTHER_SEX = "other_sex"


class NotACitizenId(ValueError):
    """What was typed has neither nine nor twelve digits."""


@dataclass(frozen=True)
class CitizenId:
    """A number of a citizen, digits alone."""

    digits: str

    @property
    def kind(self) -> CitizenIdKind:
        """Which of the two numbers it is."""
        return CitizenIdKind.NEW if len(self.digits) == NEW_LENGTH else CitizenIdKind.OLD

    @property
    def birth_year(self) -> int | None:
        """The year of birth that the number tells; None for the older number."""
        if self.kind is CitizenIdKind.OLD:
            return None
        return _FIRST_CENTURY + int(self.digits[3]) // 2 * 100 + int(self.digits[4:6])

    @property
    def woman(self) -> bool | None:
        """Whether the number is a woman's; None for the older number."""
        return None if self.kind is CitizenIdKind.OLD else int(self.digits[3]) % 2 == 1

    @property
    def masked(self) -> str:
        """«0200••••••12»: enough to recognise one that is known, too little to learn it."""
        hidden = len(self.digits) - _SHOWN_FIRST - _SHOWN_LAST
        return f"{self.digits[:_SHOWN_FIRST]}{'•' * hidden}{self.digits[-_SHOWN_LAST:]}"

    def doubts(self, *, birth_year: int | None = None, woman: bool | None = None) -> list[CitizenIdDoubt]:
        """Return what does not fit the number itself, and what else is known of the person."""
        if self.kind is CitizenIdKind.OLD:
            return []
        found = []
        if self.digits[:3] not in PROVINCES:
            found.append(CitizenIdDoubt.UNKNOWN_PROVINCE)
        if birth_year is not None and birth_year != self.birth_year:
            found.append(CitizenIdDoubt.OTHER_BIRTH_YEAR)
        if woman is not None and woman != self.woman:
            found.append(CitizenIdDoubt.OTHER_SEX)
        return found


def read_citizen_id(typed: str) -> CitizenId:
    """Return the number without spaces, dots and hyphens; raises NotACitizenId."""
    digits = _BETWEEN.sub("", typed)
    if not (digits.isascii() and digits.isdigit() and len(digits) in (NEW_LENGTH, OLD_LENGTH)):
        raise NotACitizenId(typed)
    return CitizenId(digits)
