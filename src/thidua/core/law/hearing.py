"""One question put to a batch: the counts that its rules share are made once."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TypeAlias, TypeVar

import numpy as np

from thidua.core.law.book import LawBook
from thidua.core.law.columns import LONGEST, Column, Columns
from thidua.core.law.facts import Question
from thidua.core.law.scales import covering, grade_number

Rows: TypeAlias = Sequence[Column]  # one row a counting year, oldest first
Made = TypeVar("Made")

NO, OPEN, YES = np.uint8(0), np.uint8(1), np.uint8(2)
ONE = np.uint8(1)
BYTE = 255


@dataclass(frozen=True)
class Span:
    """Consecutive counting years that a rule looks at: 1 where a year lies inside, and how many there are.

    `before`: the same run as it stood a year earlier, for runs that may end in any year; what is counted in
    them is carried on from year to year instead of being counted anew.
    """

    key: tuple[object, ...]
    inside: Rows
    length: Column
    before: "Span | None" = None


class Hearing:
    """Columns, law book and question together. Years after the year of the law day do not exist here.

    `made`: what other hearings of the same columns, law day and type of commendation have counted already.
    """

    def __init__(
        self,
        book: LawBook,
        columns: Columns,
        question: Question,
        made: dict[tuple[object, ...], object] | None = None,
    ) -> None:
        self.book = book
        self.columns = columns
        self.question = question
        self.year = question.law_day.year
        self.first_year = max(min(columns.first_year, self.year - 1), self.year - LONGEST)
        self.years = range(self.first_year, self.year + 1)
        self._made = {} if made is None else made
        self._nothing: Column = np.zeros(columns.size, dtype=np.uint8)

    def once(self, key: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """Return what `make` gives, made at most once for this key."""
        if key not in self._made:
            self._made[key] = make()
        return self._made[key]  # type: ignore[return-value]

    def rows(self, matrix: Column | None) -> Rows:
        """Return the rows of a matrix for every year of the hearing; years without a row are empty."""
        if matrix is None:
            return [self._nothing] * len(self.years)
        first, last = self.columns.first_year, self.columns.last_year
        return [matrix[year - first] if first <= year <= last else self._nothing for year in self.years]

    def full(self, value: int) -> Column:
        """Return a column of one value."""
        return np.full(self.columns.size, value, dtype=np.uint8)

    def _summed(self, matrices: Iterable[Column]) -> Rows:
        """Return the rows of several matrices added up; those of a single one as they are."""
        total: Rows | None = None
        columns = list(matrices)
        found = [self.rows(matrix) for matrix in columns]
        # Two such counts may be added up over all years: initiatives and topics together.
        most = sum(self.once(("most", id(one)), partial(_most, one)) for one in columns)
        if 2 * most * len(self.years) > BYTE:
            found = [[row.astype(np.uint32) for row in rows] for rows in found]
        for rows in found:
            total = rows if total is None else [a + b for a, b in zip(total, rows, strict=True)]
        return self.rows(None) if total is None else total

    @property
    def closed(self) -> Column:
        """1 where the counting year of the law day is closed: it is graded, or its school year has ended."""
        return self.once(("closed",), self._closed)

    def _closed(self) -> Column:
        graded = (self.rows(self.columns.grades)[-1] > 0).view(np.uint8)
        if self.columns.school_year is not None and self._school_year_ended():
            return graded | self.columns.school_year
        return graded

    def _school_year_ended(self) -> bool:
        parameter = self.book.parameters.get("school_year")
        value = parameter.at(self.question.law_day) if parameter else None
        if value is None:
            return False
        month, _, day = str(value.value).partition("-")
        return self.question.law_day >= date(self.year, int(month), int(day))

    @property
    def kept(self) -> Rows | None:
        """1 where a year counts after discipline was served; None when nobody was disciplined."""
        return self.once(("kept",), self._kept)

    def _kept(self) -> Rows | None:
        lost = self.columns.lost_until
        if lost is None:
            return None
        return [(lost < year).view(np.uint8) for year in self.years]

    def _counting(self, rows: Rows) -> Rows:
        """Years lost to discipline carry nothing (after_discipline)."""
        return rows if self.kept is None else [row * kept for row, kept in zip(rows, self.kept, strict=True)]

    def graded(self, grade: str) -> Rows:
        """1 where the year is graded at least so."""
        least = grade_number(grade)

        def make() -> Rows:
            return self._counting([(row >= least).view(np.uint8) for row in self.rows(self.columns.grades)])

        return self.once(("graded", grade), make)

    def received(self, awards: tuple[str, ...], *, merit: bool) -> Rows:
        """How many of these awards were received for each year, whatever became of the years."""

        def make() -> Rows:
            return self._summed(
                matrix
                for (award, type_), matrix in self.columns.awards.items()
                if award in awards and (type_ == "merit" or not merit)
            )

        return self.once(("received", awards, merit), make)

    def counting(self, awards: tuple[str, ...], *, merit: bool) -> Rows:
        """The same without the years lost to discipline."""
        return self.once(
            ("counting", awards, merit), lambda: self._counting(self.received(awards, merit=merit))
        )

    def initiatives(self, scope: str, form: str, *, effective: bool) -> Rows:
        """How many recognised initiatives (or topics) of at least this scope each year has."""

        def make() -> Rows:
            wide_enough = covering("scopes", scope) or frozenset()
            forms = {form} if effective else {form, f"{form}?"}
            return self._counting(
                self._summed(
                    matrix
                    for (found_scope, found_form), matrix in self.columns.initiatives.items()
                    if found_scope in wide_enough and found_form in forms
                )
            )

        return self.once(("initiatives", scope, form, effective), make)

    def after(self, awards: tuple[str, ...], *, merit: bool) -> Rows:
        """1 where the year lies after the first such award."""

        def make() -> Rows:
            before, held = [], self._nothing
            for row in self.received(awards, merit=merit):
                before.append(held)
                held = held | (row > 0).view(np.uint8)
            return before

        return self.once(("after", awards, merit), make)

    def ever(self, awards: tuple[str, ...], *, merit: bool) -> Column:
        """1 where such an award was ever received."""

        def make() -> Column:
            latest = self.received(awards, merit=merit)[-1]
            return self.after(awards, merit=merit)[-1] | (latest > 0).view(np.uint8)

        return self.once(("ever", awards, merit), make)

    def counted(self, key: tuple[object, ...], rows: Rows, span: Span | None) -> Column:
        """The sum of `rows` over the years of a span, or over all years."""

        def make() -> Column:
            if span is not None and span.before is not None:
                place = len(span.inside) - 1
                return (self.counted(key, rows, span.before) + rows[place]) * span.inside[place]
            if span is not None and len(span.inside) < len(rows):  # the first year in which a run can end
                return rows[0] * span.inside[0]
            total = np.zeros_like(rows[0])
            inside = [None] * len(rows) if span is None else span.inside
            for row, mask in zip(rows, inside, strict=True):
                total += row if mask is None else row * mask
            return total

        return self.once(("counted", key, span.key if span else None), make)


def _most(matrix: Column) -> int:
    return int(matrix.max(initial=0))
