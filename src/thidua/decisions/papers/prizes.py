"""Prizes of a contest as papers write them: who won what with which work."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.utils.text import slugify

from thidua.contests.enums import CompetitionKind, EntrantKind
from thidua.contests.models import Edition, Result
from thidua.core.numerals import roman
from thidua.core.vietnamese.fold import fold

# A prize is no form of commendation of the law: its code begins so, and the law book does not know it.
PRIZE: Final = "prize-"
CODE_LENGTH: Final = 80  # what the column takes
NAMELESS: Final = "Giải thưởng"


@dataclass(frozen=True)
class PrizeWinner:
    """One recipient of a prize: a collective, an author, or one author of a joint work (`author_ordinal` from 1)."""

    result: Result
    author_ordinal: int
    recipient_kind: str
    recipient_name: str
    post_unit: str
    achievement: str
    award_code: str
    award_name: str


def edition_name(edition: Edition) -> str:
    """Return «Giải thưởng Hoàng Văn Thụ về văn học nghệ thuật lần thứ V», or «Cuộc thi … năm 2026»."""
    which = f"lần thứ {roman(edition.number)}" if edition.number else f"năm {edition.year}"
    return f"{edition.competition.name} {which}"


def prize_name(edition: Edition, result: Result) -> str:
    """Return «Giải A, Giải thưởng … lần thứ V» or «Giải nhất Cuộc thi … năm 2026»."""
    if not result.prize:
        return edition_name(edition)
    between = ", " if edition.competition.kind == CompetitionKind.PRIZE else " "
    return f"{result.prize}{between}{edition_name(edition)}"[:300]


def is_prize(award_code: str) -> bool:
    """Tell whether the code of a line is that of a prize."""
    return award_code.startswith(PRIZE)


def winners_of(edition: Edition, results: Iterable[Result]) -> list[PrizeWinner]:
    """Return every recipient of the results in their order; of a joint work each author.

    Reads entry, category, authors and unit of each result.
    """
    return [winner for result in results for winner in _winners(edition, result)]


def _winners(edition: Edition, result: Result) -> list[PrizeWinner]:
    names = _authors(result)
    shared = len(names) > 1
    return [
        PrizeWinner(
            result=result,
            author_ordinal=ordinal if shared else 0,
            recipient_kind=result.recipient_kind,
            recipient_name=name,
            post_unit=result.unit.name if result.unit else "",
            achievement=_deed(result, [one for at, one in enumerate(names, start=1) if at != ordinal]),
            award_code=f"{PRIZE}{edition.pk}-{slugify(fold(result.prize or NAMELESS))}"[:CODE_LENGTH],
            award_name=prize_name(edition, result),
        )
        for ordinal, name in enumerate(names, start=1)
    ]


def _authors(result: Result) -> list[str]:
    entry = result.entry
    if entry is None or entry.entrant_kind == EntrantKind.COLLECTIVE:
        return [result.recipient_name]
    return [one.name for one in sorted(entry.authors.all(), key=lambda one: one.ordinal)]


def _deed(result: Result, others: list[str]) -> str:
    """Return «Tác phẩm “Mùa hoa hồi” (Văn xuôi), đồng tác giả: Vi Văn Lai»."""
    if not result.work:
        return ""
    category = f" ({result.entry.category.name})" if result.entry else ""
    beside = f", đồng tác giả: {', '.join(others)}" if others else ""
    return f"Tác phẩm “{result.work}”{category}{beside}"[:500]
