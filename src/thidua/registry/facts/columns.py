"""Records of a whole province → columns, in a fixed number of queries and without an object a row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import chain
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
from django.db.models import Case, F, IntegerField, QuerySet, Value, When
from django.db.models.functions import Coalesce, ExtractYear

from thidua.core.law.columns import LONGEST, Column, Columns
from thidua.core.law.scales import grade_number
from thidua.orgs.models import Person, Unit
from thidua.registry.enums import CommendationType, DisciplineLevel, Grade, InitiativeForm, InitiativeScope
from thidua.registry.facts.counted import (
    awards_counted,
    discipline_counted,
    grades_counted,
    initiatives_counted,
    matters_pending,
)
from thidua.registry.facts.plain import PlainCase
from thidua.registry.models import Conferral, UnitTraits

Ids: TypeAlias = npt.NDArray[np.int64]
Table: TypeAlias = npt.NDArray[np.int64]  # (rows, columns)

EVER = 9999  # the year until which a running measure loses years
_TYPES = ("", *CommendationType.values)
_FORMS = tuple((scope.value, form.value) for scope in InitiativeScope for form in InitiativeForm)


def columns_of_people(persons: QuerySet[Person], on: date, years: range | None = None) -> tuple[Columns, Ids]:
    """Return the facts of the persons on `on` as columns, and their keys in the order of the columns.

    `years`: the counting years that get a row; left out, from the first one recorded. Seven queries.
    """
    return _columns(persons, "person", on, years)


def columns_of_units(units: QuerySet[Unit], on: date, years: range | None = None) -> tuple[Columns, Ids]:
    """Return the same of units, with what the law asks of a collective itself. Ten queries."""
    columns, ids = _columns(units, "unit", on, years)
    founded, eligible = _traits(units, ids)
    gone = _table(ids, units.filter(exists_to__lt=on), "pk")[:, 0]
    extra = {"founded": founded, "eligible_for_flag": eligible, "dissolved": _mark(len(ids), gone)}
    return Columns(**{**vars(columns), **extra}), ids


def _columns(recipients: QuerySet[Any], column: str, on: date, years: range | None) -> tuple[Columns, Ids]:
    ids = _numbers(recipients.order_by("pk").values_list("pk", flat=True))
    within = _within(recipients, column)
    grades = _table(
        ids,
        grades_counted(on).filter(**within),
        f"{column}_id",
        "counting_year",
        _code("grade", Grade.values),
    )
    initiatives = _table(
        ids,
        initiatives_counted(on).filter(**within),
        *(f"{column}_id", "counting_year", _code("scope", InitiativeScope.values)),
        *(_code("form", InitiativeForm.values), _code("effective", (False, True))),
    )
    awards, codes = _awards(ids, column, within, on)
    span = years or _span(on, grades, initiatives, awards)
    discipline = _table(
        ids,
        discipline_counted(on).filter(**within),
        *(f"{column}_id", _code("level", DisciplineLevel.values)),
        *(ExtractYear("since"), Coalesce(ExtractYear("until"), EVER)),
        Case(When(until__lt=on, then=0), default=1, output_field=IntegerField()),
    )
    graded = _grades(ids, span, grades)
    return Columns(
        size=len(ids),
        first_year=span.start,
        grades=graded,
        awards=_counts(ids, span, awards, codes),
        initiatives=_initiatives(ids, span, initiatives),
        **_discipline(ids, span, discipline, graded, on),
        suspended=_mark(len(ids), _table(ids, matters_pending(on).filter(**within), f"{column}_id")[:, 0]),
    ), ids


def _within(recipients: QuerySet[Any], column: str) -> dict[str, object]:
    """The records of these recipients; of all there are, nothing has to be looked up row by row."""
    if not recipients.query.where and not recipients.query.is_sliced:
        return {f"{column}__isnull": False}
    return {f"{column}__in": recipients.order_by().values("pk")}


def _table(ids: Ids, rows: QuerySet[Any], *columns: Any) -> Table:
    """Return the rows as whole numbers, the recipient's key first turned into its place among `ids`.

    What is no number already becomes one in the database. Somebody added since `ids` were read is left out.
    """
    found = rows.values_list(*columns).iterator(chunk_size=20_000)
    table = np.fromiter(chain.from_iterable(found), dtype=np.int64).reshape(-1, len(columns))
    places = np.minimum(np.searchsorted(ids, table[:, 0]), len(ids) - 1)
    known = ids[places] == table[:, 0] if len(ids) else np.zeros(len(table), dtype=bool)
    table[:, 0] = places
    kept: Table = table[known]
    return kept


def _numbers(values: Iterable[int]) -> Ids:
    return np.fromiter(values, dtype=np.int64)


def _code(column: str, values: Iterable[object]) -> PlainCase:
    """The place of a code in its list, counted in the database: texts are what makes reading slow."""
    whens = [When(**{column: value, "then": Value(place)}) for place, value in enumerate(values)]
    return PlainCase(*whens, default=Value(0), output_field=IntegerField())


def _awards(
    ids: Ids, column: str, within: Mapping[str, object], on: date
) -> tuple[Table, list[tuple[str, str]]]:
    """Return (recipient, year, place in the list of (award, type)) rows, and that list."""
    codes = sorted(set(Conferral.objects.order_by().values_list("award_code", flat=True).distinct()) - {""})
    found = _table(
        ids,
        awards_counted(on).filter(**within),
        *(f"{column}_id", "year", _code("conferral__award_code", codes)),
        _code("commendation_type", _TYPES),
    )
    found[:, 2] = found[:, 2] * len(_TYPES) + found[:, 3]
    return found[:, :3], [(code, type_) for code in codes for type_ in _TYPES]


def _span(on: date, *tables: Table) -> range:
    first = min((int(table[:, 1].min()) for table in tables if len(table)), default=on.year - 1)
    return range(max(min(first, on.year - 1), on.year - LONGEST), on.year + 1)


def _places(ids: Ids, span: range, table: Table) -> tuple[npt.NDArray[np.intp], Table]:
    """Return the flat places (year, recipient) of the rows inside the span, and those rows."""
    kept = table[(table[:, 1] >= span.start) & (table[:, 1] < span.stop)]
    return (kept[:, 1] - span.start) * len(ids) + kept[:, 0], kept


def _grades(ids: Ids, span: range, table: Table) -> Column:
    numbers = np.array([grade_number(grade) for grade in Grade.values], dtype=np.uint8)
    matrix = np.zeros(len(span) * len(ids), dtype=np.uint8)
    places, rows = _places(ids, span, table)
    matrix[places] = numbers[rows[:, 2]]
    return matrix.reshape(len(span), len(ids))


def _counts(
    ids: Ids, span: range, table: Table, keys: list[tuple[str, str]]
) -> dict[tuple[str, str], Column]:
    places, rows = _places(ids, span, table)
    found = {}
    for key in np.unique(rows[:, 2]):
        matrix = np.zeros(len(span) * len(ids), dtype=np.uint8)
        np.add.at(matrix, places[rows[:, 2] == key], 1)
        found[keys[int(key)]] = matrix.reshape(len(span), len(ids))
    return found


def _initiatives(ids: Ids, span: range, table: Table) -> dict[tuple[str, str], Column]:
    keys = [(scope, form + mark) for scope, form in _FORMS for mark in ("?", "")]
    coded = table[:, :3].copy()
    coded[:, 2] = (table[:, 2] * len(InitiativeForm.values) + table[:, 3]) * 2 + table[:, 4]
    return _counts(ids, span, coded, keys)


def _discipline(ids: Ids, span: range, table: Table, grades: Column, on: date) -> dict[str, Any]:
    """Years lost, whether a measure runs, and the levels that touch the last closed counting year."""
    if not len(table):
        return {}
    places = table[:, 0]
    running = table[:, 4] == 1
    lost = np.zeros(len(ids), dtype=np.int16)
    np.maximum.at(lost, places, np.where(running, EVER, table[:, 3]).astype(np.int16))
    graded_now = grades[on.year - span.start] > 0 if on.year in span else np.zeros(len(ids), dtype=bool)
    year = np.where(graded_now, on.year, on.year - 1)[places]
    touches = (table[:, 2] <= year) & (table[:, 3] >= year)
    levels = {
        level: _mark(len(ids), places[touches & (table[:, 1] == place)])
        for place, level in enumerate(DisciplineLevel.values)
    }
    return {
        "lost_until": lost,
        "disciplined_now": _mark(len(ids), places[running]),
        "disciplined_in_year": {level: marks for level, marks in levels.items() if marks is not None},
    }


def _mark(size: int, places: Ids) -> Column | None:
    if not len(places):
        return None
    column = np.zeros(size, dtype=np.uint8)
    column[places] = 1
    return column


def _traits(units: QuerySet[Unit], ids: Ids) -> tuple[npt.NDArray[np.int16], Column]:
    founded = np.zeros(len(ids), dtype=np.int16)
    eligible = np.ones(len(ids), dtype=np.uint8)
    since = _table(ids, units.order_by(), "pk", Coalesce(ExtractYear("exists_from"), 0))
    founded[since[:, 0]] = since[:, 1]
    told = _table(
        ids,
        UnitTraits.objects.filter(unit__in=units.order_by().values("pk")),
        *("unit_id", Coalesce(F("founded"), 0)),
        Case(
            When(eligible_for_flag=True, then=2),
            When(eligible_for_flag=False, then=0),
            default=1,
            output_field=IntegerField(),
        ),
    )
    places = told[:, 0]
    founded[places] = np.where(told[:, 1] > 0, told[:, 1], founded[places])
    eligible[places] = told[:, 2]
    return founded, eligible
