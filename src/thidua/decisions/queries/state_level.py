"""What was sent up to the Prime Minister or the State President, and what has come back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Count, F, Q, QuerySet

from thidua.core.calendar.working_days import national_calendar
from thidua.core.law.book import LawBook
from thidua.core.law.deadlines import step_limit
from thidua.core.law.stated import Unknown
from thidua.decisions.access import submissions_seen_by
from thidua.decisions.enums import SubmissionState
from thidua.decisions.models import ProposedLine, Submission
from thidua.lawbook.queries import current_book
from thidua.nominations.enums import Level
from thidua.orgs.access import Visitor

# The ministry appraises, completes after the bodies consulted have answered, and tells the province.
STEPS: Final = ("central_appraisal", "central_after_consultation", "notice_from_ministry")


@dataclass(frozen=True)
class AwaitedProposal:
    """A proposal that the State level has not answered whole.

    `expected_on`: when an answer can be asked for, None where the law data names no limit; `days_late`: working days
    since then, 0 while it is not late.
    """

    submission: Submission
    waiting: int
    answered: int
    expected_on: date | None
    days_late: int


def awaited_proposals(user: Visitor, today: date) -> list[AwaitedProposal]:
    """Return what waits for the State level among the letters that `user` sees, longest waiting first; one query."""
    return awaited_of(submissions_seen_by(user), today)


def awaited_of(letters: QuerySet[Submission], today: date) -> list[AwaitedProposal]:
    """Return those of `letters` that wait for the State level, longest waiting first; one query."""
    book = current_book()
    rows = (
        letters.filter(level=Level.STATE, state=SubmissionState.PROPOSED)
        .select_related("unit")
        .annotate(nominees=Count("lines"), waiting=Count("lines", filter=Q(lines__result__isnull=True)))
        .order_by("dated", "pk")
    )
    return [_awaited(row, row.nominees, row.waiting, book, today) for row in rows]


def expected_on(dated: date, book: LawBook) -> date | None:
    """Return the last day of all that the ministry may take for a letter, None where a limit is not known."""
    day = dated
    for step in STEPS:
        limit = step_limit(book, step, dated)
        if isinstance(limit, Unknown):
            return None
        day = limit.due(day) or day
    return day


def nominees_of(letter: Submission) -> QuerySet[ProposedLine]:
    """Return the nominees of a letter with dossier and result, those who still wait first."""
    rows = letter.lines.select_related("nomination__dossier", "result")
    return rows.order_by(F("result").asc(nulls_first=True), "ordinal")


def _awaited(row: Submission, nominees: int, waiting: int, book: LawBook, today: date) -> AwaitedProposal:
    expected = expected_on(row.dated, book)
    late = national_calendar().working_days_between(expected, today) if expected and today > expected else 0
    return AwaitedProposal(row, waiting, nominees - waiting, expected, late)
