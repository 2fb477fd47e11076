"""Every award of a day, as the list of the law desk shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from thidua.core.language import Wording
from thidua.core.law.book import LawBook
from thidua.core.law.provisions import Alternative, Award
from thidua.core.law.summaries.in_force import alternatives_on


@dataclass(frozen=True)
class AwardRow:
    """One award: its name on the day, for whom, by whom, and how many ways there are to qualify.

    `unsure`: ways that count but rest on a source to be verified, and that nobody has checked; `disabled`: ways
    that are shown and never decide.
    """

    code: str
    name: Wording
    recipients: tuple[Wording, ...]
    authorities: tuple[Wording, ...]
    ways: int
    unsure: int
    disabled: int


@dataclass(frozen=True)
class KindGroup:
    """The awards of one kind, highest first."""

    code: str
    name: Wording
    rows: tuple[AwardRow, ...]


@dataclass(frozen=True)
class DayList:
    """The awards of a day by kind, and those the law of the day does not know."""

    groups: tuple[KindGroup, ...]
    absent: tuple[AwardRow, ...]

    @property
    def total(self) -> int:
        """How many awards there are on the day."""
        return sum(len(group.rows) for group in self.groups)


def list_on(book: LawBook, day: date, recipient: str = "") -> DayList:
    """Return the awards of `day`, only those a kind of recipient can receive when one is named."""
    wanted = [award for award in book.awards.values() if not recipient or recipient in award.recipients]
    known = {award.code for award in wanted if _is_known(book, award, day)}
    present = [award for award in wanted if award.code in known]
    kinds = dict.fromkeys(
        [kind for kind in book.words.get("kinds", {}) if any(award.kind == kind for award in present)]
        + [award.kind for award in present]
    )
    groups = (
        KindGroup(kind, book.word("kinds", kind), _rows(book, present, day, kind=kind)) for kind in kinds
    )
    absent = [award for award in wanted if award.code not in known]
    return DayList(tuple(groups), _rows(book, absent, day))


def _rows(book: LawBook, awards: Iterable[Award], day: date, kind: str = "") -> tuple[AwardRow, ...]:
    chosen = [award for award in awards if not kind or award.kind == kind]
    highest: dict[str, int] = {}
    for award in chosen:
        family = _family(award)
        highest[family] = min(award.rank, highest.get(family, award.rank))
    # Ranks compare inside a family only: the classes of an order stay together.
    chosen.sort(key=lambda award: (highest[_family(award)], _family(award), award.rank))
    return tuple(_row(book, award, day) for award in chosen)


def _family(award: Award) -> str:
    return award.code.rstrip("_0123456789")


def _row(book: LawBook, award: Award, day: date) -> AwardRow:
    ways = alternatives_on(book, award, day)
    enabled = [way for way in ways if way.enabled]
    deciding = [who for who in award.decided_by if who.validity.covers(day)]
    return AwardRow(
        code=award.code,
        name=award.name_on(day),
        recipients=tuple(book.word("recipient_kinds", code) for code in award.recipients),
        authorities=tuple(book.word("authorities", code) for who in deciding for code in who.authorities),
        ways=len(enabled),
        unsure=sum(_is_unsure(book, way) for way in enabled),
        disabled=len(ways) - len(enabled),
    )


def _is_unsure(book: LawBook, way: Alternative) -> bool:
    return book.rests_on_a_person(f"alternative/{way.id}", way.certainty)


def _is_known(book: LawBook, award: Award, day: date) -> bool:
    """Whether any text of the day speaks of the award."""
    in_force = {code for code, text in book.texts.items() if text.validity.covers(day)}
    return (
        any(cite.text in in_force for cite in award.articles)
        or any(who.validity.covers(day) for who in award.decided_by)
        or bool(alternatives_on(book, award, day))
    )
