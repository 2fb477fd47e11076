"""What was built on an award: awards of the same recipient whose conditions may have counted it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.db.models import Q

from thidua.core.law.book import LawBook
from thidua.core.law.provisions import Alternative, Line
from thidua.core.law.reading import load_law
from thidua.core.law.summaries.in_force import alternatives_on
from thidua.registry.models import Award, Conferral
from thidua.registry.queries.history import year_of

# Conditions that ask what the recipient itself has received.
_LADDER = frozenset({"title_run", "title_count", "award_held", "gap_years", "grade_or_title_run"})


@dataclass(frozen=True)
class Dependant:
    """An award to examine again, and the alternatives of the law that name the one it may rest on."""

    award: Award
    alternatives: tuple[str, ...]


def dependants_of(award: Award) -> list[Dependant]:
    """Return the later awards of the same recipient that may have counted `award`, oldest first; two queries.

    Awards whose alternatives in force on the day of their decision name it. Later: given for the same year or
    one after it. Those that are cancelled already are left out.
    """
    code, year = award.conferral.award_code, year_of(award)
    own = _of_recipient(award)
    if not code or own is None:
        return []
    naming = alternatives_naming(code)
    rows = Award.objects.filter(own, status="active", conferral__award_code__in={one.award for one in naming})
    rows = rows.exclude(pk=award.pk).select_related("conferral__deciding_unit")
    found = []
    for row in rows:
        day = _day_of(row.conferral)
        ids = tuple(
            one.id
            for one in naming
            if one.award == row.conferral.award_code
            and (not one.type or row.commendation_type in ("", one.type))
            and day is not None
            and one in alternatives_on(load_law(), load_law().awards[one.award], day)
        )
        if ids and year_of(row) >= year:
            found.append(Dependant(row, ids))
    return sorted(found, key=lambda one: (year_of(one.award), one.award.pk))


@cache
def alternatives_naming(code: str) -> tuple[Alternative, ...]:
    """Return the alternatives of the national law whose conditions count awards of this code."""
    book = load_law()
    return tuple(
        one
        for award in book.awards.values()
        for one in award.alternatives
        if award.code != code and any(code in _named(line) for line in _lines(book, one, frozenset()))
    )


def _day_of(paper: Conferral) -> date | None:
    """Return the day whose law is asked; of a decision known by its year alone, the last of that year."""
    if paper.decision_date or paper.presented_on or paper.decided_year is None:
        return paper.decision_date or paper.presented_on
    return date(paper.decided_year, 12, 31)


def _of_recipient(award: Award) -> Q | None:
    for column in ("person_id", "unit_id", "household_id"):
        if (pk := getattr(award, column)) is not None:
            return Q(**{column: pk})
    return None


def _lines(book: LawBook, alternative: Alternative, seen: frozenset[str]) -> Iterator[Line]:
    """Every condition of an alternative, and of those it refers to."""
    if alternative.id in seen:
        return
    waiting = [alternative.lines]
    while waiting:
        line = waiting.pop()
        yield line
        waiting += line.lines
        if line.kind == "ref":
            for award in book.awards.values():
                for one in award.alternatives:
                    if one.id == line.fields["ref"]:
                        yield from _lines(book, one, seen | {alternative.id})


def _named(line: Line) -> tuple[object, ...]:
    if line.kind not in _LADDER:
        return ()
    titles = line.fields.get("titles") or ()
    assert isinstance(titles, list | tuple)
    return (*titles, line.fields.get("title"), line.fields.get("award"))
