"""Columns of one nominee → facts, for explaining a batch that was read straight into columns."""

from collections.abc import Iterable, Mapping
from datetime import date

from thidua.core.law.columns import Columns
from thidua.core.law.facts import AwardHeld, Discipline, Feat, Initiative, Members, NomineeFacts
from thidua.core.law.gathering import NOT_RECORDED, WHOLE_ALTERNATIVE
from thidua.core.law.scales import grades


def facts_of(columns: Columns) -> NomineeFacts:
    """Return what the columns of exactly one nominee tell. Decisions and names are not in columns."""
    scale = grades()
    graded = {
        columns.first_year + place: scale[int(row[0]) - 1]
        for place, row in enumerate(columns.grades)
        if row[0]
    }
    return NomineeFacts(
        grades=graded,
        awards=tuple(
            AwardHeld(award, columns.first_year + place, type_)
            for (award, type_), matrix in columns.awards.items()
            for place, row in enumerate(matrix)
            for _ in range(int(row[0]))
        ),
        initiatives=tuple(
            Initiative(columns.first_year + place, scope, form.rstrip("?"), not form.endswith("?"))
            for (scope, form), matrix in columns.initiatives.items()
            for place, row in enumerate(matrix)
            for _ in range(int(row[0]))
        ),
        discipline=_discipline(columns),
        suspended=_set(columns.suspended),
        dissolved_on=date.min if _set(columns.dissolved) else None,
        members=_members(columns),
        confirmations=frozenset(name for name, column in columns.confirmations.items() if column[0]),
        founded=int(columns.founded[0]) or None if columns.founded is not None else None,
        eligible_for_flag=_answer(columns.eligible_for_flag),
        judged=_judged(columns),
        registered=_answer(columns.registered),
        months_worked=_months(columns),
        feats=tuple(
            _feat(kind, qualities) for (kind, qualities), column in columns.feats.items() if column[0]
        ),
        school_year=_set(columns.school_year),
    )


def _set(column: object) -> bool:
    return column is not None and bool(column[0])  # type: ignore[index]


def _answer(column: object) -> bool | None:
    return None if column is None or column[0] == 1 else bool(column[0])  # type: ignore[index]


def _feat(kind: str, qualities: Iterable[tuple[str, object]]) -> Feat:
    told = dict(qualities)
    year = told.pop("year", None)
    return Feat(kind, told, year if isinstance(year, int) else None)


def _discipline(columns: Columns) -> tuple[Discipline, ...]:
    """The last year lost to discipline is in the columns; the days are not, the level only of a recent one."""
    lost = 0 if columns.lost_until is None else int(columns.lost_until[0])
    if not lost:
        return ()
    levels = sorted(level for level, column in columns.disciplined_in_year.items() if column[0])
    running = _set(columns.disciplined_now)
    since = date(columns.last_year if running else lost, 1, 1)
    until = None if running else date(lost, 12, 31)
    return tuple(Discipline(level, since, until) for level in levels or ["recorded"])


def _months(columns: Columns) -> int | None:
    worked = columns.months_worked
    return None if worked is None or worked[0] == NOT_RECORDED else int(worked[0])


def _judged(columns: Columns) -> Mapping[str, bool | Mapping[int, bool]]:
    answers: dict[str, dict[int, bool]] = {}
    for (alternative, line), column in columns.judged.items():
        if column[0] != 1:
            answers.setdefault(alternative, {})[line] = bool(column[0])
    return {
        alternative: lines[WHOLE_ALTERNATIVE] if lines.keys() == {WHOLE_ALTERNATIVE} else lines
        for alternative, lines in answers.items()
    }


def _members(columns: Columns) -> Members | None:
    if columns.members is None or not columns.members[0]:
        return None
    return Members(
        int(columns.members[0]),
        {code: int(column[0]) for code, column in columns.member_titles.items()},
        {grade: int(column[0]) for grade, column in columns.member_grades.items()},
        {level: int(column[0]) for level, column in columns.member_discipline.items()},
    )
