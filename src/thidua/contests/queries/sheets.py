"""The marks of a round as the jury's arithmetic takes them, one sheet per category."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from thidua.contests.access import conflicts_in, judges
from thidua.contests.enums import EntryState
from thidua.contests.models import Category, ConflictDeclared, JudgingCriterion, JudgingRound, Juror, Mark
from thidua.core.jury import Criterion, MarkSheet


@dataclass(frozen=True)
class CategorySheet:
    """The sheet of a category in a round: entries by code, jurors and criteria by the number of their row.

    Only marks that were handed in stand in it; `waiting` are the jurors whose marks are not,
    without those whom a conflict keeps from every work: nothing is to come from them.
    """

    category: Category
    sheet: MarkSheet
    jurors: tuple[Juror, ...]
    waiting: tuple[Juror, ...]


def sheets_of(current: JudgingRound) -> list[CategorySheet]:
    """Return the sheets of the categories that have entries in the round, in their order. Eight queries."""
    edition = current.edition
    entries: dict[int, list[str]] = {}
    shown = current.entries.filter(entry__state=EntryState.RECEIVED)
    for number, code in shown.order_by("entry__code").values_list("entry__category", "entry__code"):
        entries.setdefault(number, []).append(code or "")
    jurors = list(edition.jurors.select_related("user").prefetch_related("categories"))
    handed_in = set(current.handed_in.values_list("juror", flat=True))
    criteria = tuple(_criterion(one) for one in edition.criteria.order_by("ordinal"))
    conflicts = frozenset(
        (str(juror), code or "")
        for juror, code in ConflictDeclared.objects.filter(conflicts_in(current), juror__edition=edition)
        .exclude(entry__code=None)
        .values_list("juror", "entry__code")
    )
    marks = _marks(current)
    found: list[CategorySheet] = []
    for category in edition.categories.order_by("ordinal"):
        codes = tuple(entries.get(category.pk, ()))
        if not codes:
            continue
        own = [juror for juror in jurors if judges(juror, category)]
        in_time = [juror for juror in own if juror.pk in handed_in]
        names = tuple(str(juror.pk) for juror in in_time)
        sheet = MarkSheet(
            criteria=criteria,
            jurors=names,
            entries=codes,
            marks={cell: points for cell, points in marks.items() if cell[0] in names and cell[1] in codes},
            conflicts=conflicts,
        )
        waiting = tuple(
            juror
            for juror in own
            if juror.pk not in handed_in and any((str(juror.pk), code) not in conflicts for code in codes)
        )
        found.append(CategorySheet(category, sheet, tuple(in_time), waiting))
    return found


def _criterion(one: JudgingCriterion) -> Criterion:
    return Criterion(str(one.pk), Fraction(one.top), Fraction(one.weight))


def _marks(current: JudgingRound) -> dict[tuple[str, str, str], Fraction]:
    given = Mark.objects.filter(round=current, points__isnull=False, entry__state=EntryState.RECEIVED)
    return {
        (str(juror), code or "", str(criterion)): Fraction(points)
        for juror, code, criterion, points in given.values_list("juror", "entry__code", "criterion", "points")
        if points is not None
    }
