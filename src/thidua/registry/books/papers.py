"""Whether two tellings of a decision mean one paper."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Final

from thidua.core.law.reading import load_law
from thidua.core.vietnamese.fold import fold

_BLANKS: Final = re.compile(r"\s+")
_LEADING: Final = re.compile(r"^0*(\d+)(.*)$")
# Awards of these levels have one authority in a province: a number of a year is one paper.
_ONE_ISSUER: Final = frozenset({"state", "province"})
_ISSUERS: Final = (
    ("state", re.compile(r"thu tuong|chu tich nuoc|\bchinh phu\b")),
    ("province", re.compile(r"(ubnd|uy ban nhan dan|chu tich)( ubnd)?( tinh\b|$)")),
)
# Letters that every district, commune, school or company puts behind its numbers.
_COMMON: Final = re.compile(
    r"(ct)?(ubnd|ub|ubhc)(-.*)?|ct|gd|ht|thcs|thpt|th|mn|pgd(&?dt)?|cty|hd|du|hu|bch|bts|ban.*"
)


class Relation(StrEnum):
    """How two tellings of a decision stand to each other."""

    SAME = "same"
    OTHER_DATE = "other_date"  # one number of one year, two dates
    DIFFERENT = "different"


@dataclass(frozen=True)
class Paper:
    """A decision as a row or the register tells it. `year`: of the award, for papers known by no more."""

    number: str
    day: date | None
    year: int | None

    @property
    def paper_year(self) -> int | None:
        """The year in which the number was given, as far as it is known."""
        return self.day.year if self.day else self.year


@lru_cache(maxsize=65536)
def number_key(number: str) -> str:
    """Return a number for comparing: «0163 / QĐ-UBND» and «163/QĐ-UBND» both give «163/qd-ubnd»."""
    plain = _BLANKS.sub("", fold(number))
    found = _LEADING.match(plain)
    return f"{found[1]}{found[2]}" if found else plain


def same_number(one: str, other: str) -> bool:
    """Tell whether two numbers may be one; a bare «163» is any «163/…»."""
    first, second = number_key(one), number_key(other)
    if first == second:
        return True
    return (first.isdigit() or second.isdigit()) and first.split("/")[0] == second.split("/")[0]


def relation(one: Paper, other: Paper) -> Relation:
    """Return how two papers of one recipient and award stand to each other."""
    if one.number and other.number:
        if not same_number(one.number, other.number):
            return Relation.DIFFERENT
        if one.day and other.day:
            if one.day == other.day:
                return Relation.SAME
            return Relation.OTHER_DATE if one.day.year == other.day.year else Relation.DIFFERENT
        years = {one.paper_year, other.paper_year} - {None}
        return Relation.SAME if len(years) < 2 else Relation.DIFFERENT
    if one.day and other.day:
        return Relation.SAME if one.day == other.day else Relation.DIFFERENT
    known = {one.year or one.paper_year, other.year or other.paper_year} - {None}
    return Relation.SAME if len(known) == 1 else Relation.DIFFERENT


@lru_cache(maxsize=4096)
def issuer_key(authority: str, award_code: str) -> str:
    """Return who gives numbers to such papers, "" where that is not known: then equal numbers prove nothing."""
    if authority:
        folded = fold(authority)
        return next((level for level, pattern in _ISSUERS if pattern.search(folded)), folded)
    award = load_law().awards.get(award_code)
    return award.level if award and award.level in _ONE_ISSUER else ""


@lru_cache(maxsize=65536)
def issuer_in(number: str) -> str:
    """Return who a number itself says to have given it: «12/QĐ-SYT» → «syt»; "" where many use the same letters."""
    found = re.search(r"qd-([a-z&-]{2,})$", number_key(number))
    return found[1] if found and not _COMMON.fullmatch(found[1]) else ""
