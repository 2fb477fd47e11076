"""One telling of an award against another of the same name: the same, a contradiction, or another award."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from django.utils.translation import gettext as _

from thidua.core.law.reading import load_law
from thidua.core.vietnamese.dates import format_date
from thidua.core.vietnamese.fold import fold
from thidua.core.vietnamese.numbers import format_number
from thidua.registry.books.likeness import may_be_one, same_place
from thidua.registry.books.on_record import KnownAward
from thidua.registry.books.papers import Relation, issuer_key, number_key, relation
from thidua.registry.books.rows import AwardRead

TITLE: Final = "emulation_title"


@dataclass(frozen=True, slots=True)
class Match:
    """What a row is to another award: the same (`conflict` ""), or the field and the sentence of a contradiction."""

    other: KnownAward
    field: str = ""
    conflict: str = ""


class Known:
    """Awards of one name, found by award and year or by number of the decision."""

    def __init__(self, awards: Iterable[KnownAward] = ()) -> None:
        self._of_year: dict[tuple[str, int | None], list[KnownAward]] = defaultdict(list)
        self._of_number: dict[str, list[KnownAward]] = defaultdict(list)
        for one in awards:
            self.add(one)

    def add(self, one: KnownAward) -> None:
        """Take one more."""
        for year in {one.year, one.paper.paper_year}:
            self._of_year[one.key, year].append(one)
        if one.number:
            self._of_number[number_key(one.number)].append(one)

    def near(self, one: KnownAward) -> list[KnownAward]:
        """Return awards of the same form in the same year."""
        years = (one.year, one.paper.paper_year)
        held = [known for year in dict.fromkeys(years) for known in self._of_year.get((one.key, year), ())]
        return list({known.pk: known for known in held}.values())

    def of_number(self, number: str) -> list[KnownAward]:
        """Return awards of decisions with this number."""
        return self._of_number.get(number_key(number), [])


def told_by(award: AwardRead, pk: int) -> KnownAward:
    """Return what a row tells, in the shape of the register; `pk` is the place of the row in its book."""
    year = award.year or (award.decision_date.year if award.decision_date else 0)
    return KnownAward(
        pk=pk,
        folded=fold(award.name),
        name=award.name,
        kind=award.kind,
        unit=award.unit,
        birth_year=award.birth_year or (award.birth_date.year if award.birth_date else None),
        year=year,
        amount=award.amount,
        type=award.commendation_type,
        conferral=0,
        code=award.award_code,
        form=award.award_text,
        number=award.decision_number,
        day=award.decision_date,
        decided_year=None if award.decision_date else award.year,
        authority=award.authority,
    )


def match(row: KnownAward, known: Known, where: str, *, in_book: bool = False) -> Match | None:
    """Return what the row is to an award among `known`, the surest first; None: nothing like it is there.

    `where`: the words for the other place («the register», «row 7»), filled with its row by the caller's sentence.
    """
    found: Match | None = None
    for other in known.near(row):
        if not may_be_one((row.unit, other.unit), (row.birth_year, other.birth_year), (row.kind, other.kind)):
            continue
        one = _compared(row, other, where, in_book)
        if one is not None and not one.conflict:
            return one
        found = found or one
    return found or next(_other_award(row, known, where), None)


def _compared(row: KnownAward, other: KnownAward, where: str, in_book: bool) -> Match | None:
    how = relation(row.paper, other.paper)
    if how is Relation.SAME:
        if row.amount and other.amount and row.amount != other.amount:
            return Match(other, "amount", _of_amount(row, other, where))
        return Match(other)
    if how is Relation.OTHER_DATE:
        if _issuers_differ(row, other):
            return None
        return Match(other, "decision_date", _of_date(row, other, where))
    if row.year != other.year or (row.type and other.type and row.type != other.type):
        return None
    if _issuers_differ(row, other):
        return None
    if in_book and not (kind_of(row.code) == TITLE and same_place(row.unit, other.unit)):
        return None
    return Match(other, "decision_number", _of_decision(row, other, where))


def _other_award(row: KnownAward, known: Known, where: str) -> Iterator[Match]:
    """Yield a contradiction where the same decision gives the same recipient another form of commendation."""
    if not row.number or kind_of(row.code) == TITLE:
        return
    for other in known.of_number(row.number):
        if other.key == row.key or kind_of(other.code) == TITLE or not other.code or not row.code:
            continue
        if relation(row.paper, other.paper) is not Relation.SAME or _issuers_differ(row, other):
            continue
        if same_place(row.unit, other.unit) is not False and row.kind == other.kind:
            yield Match(other, "award_code", _of_award(row, other, where))


def _issuers_differ(row: KnownAward, other: KnownAward) -> bool:
    issuers = {issuer_key(one.authority, one.code) for one in (row, other)} - {""}
    return len(issuers) > 1


@lru_cache(maxsize=512)
def kind_of(code: str) -> str:
    """Return the kind of an award in the law data, "" for none."""
    award = load_law().awards.get(code)
    return award.kind if award else ""


def paper_words(number: str, one: KnownAward) -> str:
    """Return «163/QĐ-UBND, 12/05/2019», «163/QĐ-UBND, 2019» or «2019»."""
    day = format_date(one.day) if one.day else str(one.decided_year or one.year)
    return f"{number}, {day}" if number else day


def _of_decision(row: KnownAward, other: KnownAward, where: str) -> str:
    return _(
        "%(where)s has this award of %(year)s with another decision: there %(there)s, here %(here)s."
    ) % {
        "where": where,
        "year": row.year,
        "there": paper_words(other.number, other),
        "here": paper_words(row.number, row),
    }


def _of_date(row: KnownAward, other: KnownAward, where: str) -> str:
    assert row.day is not None
    assert other.day is not None
    return _("%(where)s has another date for decision %(number)s: there %(there)s, here %(here)s.") % {
        "where": where,
        "number": row.number,
        "there": format_date(other.day),
        "here": format_date(row.day),
    }


def _of_amount(row: KnownAward, other: KnownAward, where: str) -> str:
    return _("%(where)s has another bonus for this award: there %(there)s đồng, here %(here)s đồng.") % {
        "where": where,
        "there": format_number(other.amount or 0),
        "here": format_number(row.amount or 0),
    }


def _of_award(row: KnownAward, other: KnownAward, where: str) -> str:
    return _("%(where)s has another award by decision %(number)s: there “%(there)s”, here “%(here)s”.") % {
        "where": where,
        "number": row.number,
        "there": award_words(other),
        "here": award_words(row),
    }


def award_words(one: KnownAward) -> str:
    """Return the name of the award."""
    award = load_law().awards.get(one.code)
    return award.name.vi if award else one.form
