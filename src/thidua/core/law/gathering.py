"""Recorded facts of nominees → columns. The only place where a record becomes a byte."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from thidua.core.law.columns import LONGEST, Column, Columns, FeatKey, Heads
from thidua.core.law.facts import Discipline, Feat, NomineeFacts, Question
from thidua.core.law.scales import grade_number

NOT_RECORDED = 255
WHOLE_ALTERNATIVE = 0
_EVER = 9999
_BYTE = 255
Key = TypeVar("Key")


def columns_of(people: Sequence[NomineeFacts], question: Question) -> Columns:
    """Return the facts of nominees as columns over the years up to the year of the law day.

    Left out: cancelled awards, awards decided after the decision day, feats commended already.
    """
    year = question.law_day.year
    first = max(min((_first_year(facts, year) for facts in people), default=year - 1), year - LONGEST)
    table = _Table(len(people), first, year)
    for place, facts in enumerate(people):
        _yearly(table, place, facts, question)
    return Columns(
        size=len(people),
        first_year=first,
        grades=table.grades,
        awards=table.awards,
        initiatives=table.initiatives,
        lost_until=_int16([lost_until(facts, question.law_day) for facts in people]),
        disciplined_now=_bytes([any(_runs(one, question.law_day) for one in f.discipline) for f in people]),
        disciplined_in_year=_by_key(
            people,
            lambda facts: {
                one.level
                for one in facts.discipline
                if one.since <= question.law_day and _touches(one, counting_year(facts, question))
            },
        ),
        suspended=_bytes([facts.suspended for facts in people]),
        dissolved=_bytes([_dissolved(facts, question.law_day) for facts in people]),
        founded=_int16([facts.founded or 0 for facts in people]),
        eligible_for_flag=_answers([facts.eligible_for_flag for facts in people]),
        registered=_answers([facts.registered for facts in people]),
        months_worked=_months(people),
        school_year=_bytes([facts.school_year for facts in people]),
        members=_heads([facts.members.count if facts.members else 0 for facts in people]),
        **_members(people),
        confirmations=_by_key(people, lambda facts: set(facts.confirmations)),
        feats=_by_key(people, lambda facts: {feat_key(feat) for feat in facts.feats if not feat.commended}),
        judged=_judged(people),
        people=people,
    )


class _Table:
    """The yearly columns while they are filled."""

    def __init__(self, size: int, first: int, last: int) -> None:
        self.first, self.last = first, last
        self.shape = (last - first + 1, size)
        self.grades: Column = np.zeros(self.shape, dtype=np.uint8)
        self.awards: dict[tuple[str, str], Column] = {}
        self.initiatives: dict[tuple[str, str], Column] = {}

    def add(self, to: dict[tuple[str, str], Column], key: tuple[str, str], year: int, place: int) -> None:
        if self.first <= year <= self.last:
            column = to.setdefault(key, np.zeros(self.shape, dtype=np.uint8))
            if column[year - self.first, place] == _BYTE:
                column = to[key] = column.astype(np.uint32)
            column[year - self.first, place] += 1


def _yearly(table: _Table, place: int, facts: NomineeFacts, question: Question) -> None:
    for year, grade in facts.grades.items():
        if table.first <= year <= table.last:
            table.grades[year - table.first, place] = grade_number(grade)
    for held in facts.awards:
        if held.status == "active" and (held.decided_on is None or held.decided_on <= question.on):
            table.add(table.awards, (held.award, held.type), held.year, place)
    for one in facts.initiatives:
        form = one.form if one.effective else f"{one.form}?"
        table.add(table.initiatives, (one.scope, form), one.year, place)


def _first_year(facts: NomineeFacts, year: int) -> int:
    known = [*facts.grades, *(held.year for held in facts.awards), *(one.year for one in facts.initiatives)]
    return min([*known, year - 1])


def counting_year(facts: NomineeFacts, question: Question) -> int:
    """Return the last closed counting year: that of the law day when it is graded, else the year before."""
    year = question.law_day.year
    return year if year in facts.grades else year - 1


def lost_until(facts: NomineeFacts, day: date) -> int:
    """Return the last counting year lost to discipline (after_discipline); 0 when none is."""
    lost = 0
    for one in facts.discipline:
        if one.since <= day:
            until = one.until
            lost = max(lost, _EVER if until is None or until >= day else until.year)
    return lost


def _runs(one: Discipline, day: date) -> bool:
    return one.since <= day and (one.until is None or one.until >= day)


def _touches(one: Discipline, year: int) -> bool:
    return one.since.year <= year and (one.until is None or one.until.year >= year)


def _dissolved(facts: NomineeFacts, day: date) -> bool:
    return facts.dissolved_on is not None and facts.dissolved_on <= day


def _months(people: Sequence[NomineeFacts]) -> Column | None:
    """Months of work in the counting year, those of maternity leave included."""
    if all(facts.months_worked is None for facts in people):
        return None
    worked = [
        NOT_RECORDED
        if facts.months_worked is None
        else min(NOT_RECORDED - 1, facts.months_worked + facts.maternity_months)
        for facts in people
    ]
    return np.array(worked, dtype=np.uint8)


def feat_key(feat: Feat) -> FeatKey:
    """Return what distinguishes feats for the rules: kind and qualities."""
    qualities = {
        name: tuple(value) if isinstance(value, list) else value for name, value in feat.qualities.items()
    }
    return feat.kind, frozenset((qualities | ({"year": feat.year} if feat.year else {})).items())


def _members(people: Sequence[NomineeFacts]) -> dict[str, dict[str, Heads]]:
    tables: dict[str, dict[str, Heads]] = {
        "member_titles": {}, "member_grades": {}, "member_discipline": {},
    }  # fmt: skip
    for place, facts in enumerate(people):
        if facts.members is None:
            continue
        for name, heads in (
            ("member_titles", facts.members.shares),
            ("member_grades", facts.members.grades),
            ("member_discipline", facts.members.disciplined),
        ):
            for key, count in heads.items():
                column = tables[name].setdefault(key, np.zeros(len(people), dtype=np.int64))
                column[place] = count
    return tables


def _judged(people: Sequence[NomineeFacts]) -> dict[tuple[str, int], Column]:
    columns: dict[tuple[str, int], Column] = {}
    for place, facts in enumerate(people):
        for alternative, answers in facts.judged.items():
            lines = {WHOLE_ALTERNATIVE: answers} if isinstance(answers, bool) else answers
            for line, answer in lines.items():
                column = columns.setdefault((alternative, line), np.ones(len(people), dtype=np.uint8))
                column[place] = 2 if answer else 0
    return columns


def _by_key(people: Sequence[NomineeFacts], keys_of: Callable[[NomineeFacts], set[Key]]) -> dict[Key, Column]:
    columns: dict[Key, Column] = {}
    for place, facts in enumerate(people):
        for key in keys_of(facts):
            columns.setdefault(key, np.zeros(len(people), dtype=np.uint8))[place] = 1
    return columns


def _bytes(values: Sequence[int]) -> Column | None:
    return np.array(values, dtype=np.uint8) if any(values) else None


def _int16(values: Sequence[int]) -> npt.NDArray[np.int16] | None:
    return np.array(values, dtype=np.int16) if any(values) else None


def _heads(values: Sequence[int]) -> Heads | None:
    return np.array(values, dtype=np.int64) if any(values) else None


def _answers(values: Sequence[bool | None]) -> Column:
    return np.array([1 if value is None else 2 * value for value in values], dtype=np.uint8)
