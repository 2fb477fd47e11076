"""Up to four nominees beside each other, so that like is judged alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thidua.core.law.appraisal import Appraisal
from thidua.core.law.facts import NomineeFacts
from thidua.core.text_checks.shared_passages import words_of
from thidua.nominations.judging import judge
from thidua.nominations.models import Evidence, Nomination

MOST = 4
YEARS = 5


@dataclass(frozen=True)
class Compared:
    """One nominee's column. `grades`: the last five counting years, oldest first, None where none is recorded.

    `awards`: how often each award (code) is held; `initiatives`: how many by scope (code).
    """

    nomination: Nomination
    facts: NomineeFacts
    appraisal: Appraisal | None
    grades: tuple[tuple[int, str | None], ...]
    awards: tuple[tuple[str, int], ...]
    initiatives: tuple[tuple[str, int], ...]
    papers: int
    report_words: int


def compare(nominations: Sequence[Nomination], today: date, *, restricted: bool = False) -> list[Compared]:
    """Return a column for each of at most four nominees, in their order. Raises ValueError for more.

    `restricted`: with discipline and pending matters, for those who appraise.
    """
    if len(nominations) > MOST:
        raise ValueError(f"at most {MOST} nominees are compared at once")
    rows = Nomination.objects.select_related("dossier__movement__launched_by", "person", "unit", "household")
    found = rows.in_bulk([one.pk for one in nominations])
    return [_column(found[one.pk], today, restricted) for one in nominations]


def _column(row: Nomination, today: date, restricted: bool) -> Compared:
    judged = judge(row.dossier, [row], today, restricted=restricted)
    facts = judged[0].facts if judged else NomineeFacts()
    years = range(row.counting_year - YEARS + 1, row.counting_year + 1)
    return Compared(
        nomination=row,
        facts=facts,
        appraisal=judged[0].appraisal if judged else None,
        grades=tuple((year, facts.grades.get(year)) for year in years),
        awards=_counted([one.award for one in facts.awards]),
        initiatives=_counted([one.scope for one in facts.initiatives]),
        papers=Evidence.objects.filter(nomination=row, withdrawn_at__isnull=True).count(),
        report_words=len(words_of(row.report)),
    )


def _counted(codes: Sequence[str]) -> tuple[tuple[str, int], ...]:
    return tuple((code, codes.count(code)) for code in dict.fromkeys(codes))
