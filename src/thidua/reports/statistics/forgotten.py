"""Who is eligible by law and was not nominated: the law engine's batch, less who was thought of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

import numpy as np
from django.db.models import Q, QuerySet

from thidua.core.language import Wording
from thidua.core.law.appraisal import Finding, Verdict
from thidua.core.law.batch import Verdicts, judge_all
from thidua.core.law.book import LawBook
from thidua.core.law.engine import appraise
from thidua.core.law.facts import Question
from thidua.core.law.provisions import LegalText
from thidua.core.law.selection import law_text
from thidua.lawbook.queries import current_book
from thidua.nominations.enums import Outcome
from thidua.nominations.models import Nomination
from thidua.orgs.models import Person, Unit
from thidua.registry.enums import AwardStatus
from thidua.registry.facts import columns_of_people, columns_of_units, facts_of_many
from thidua.registry.models import Award

PEOPLE, UNITS = "individual", "collective"
MOST_REASONS: Final = 6


@dataclass(frozen=True)
class Ask:
    """For which award, what sort of recipient, on which day, and how many years back a nomination counts."""

    award: str
    recipient: str
    on: date
    years: int


@dataclass(frozen=True)
class Found:
    """The keys of who meets the conditions and was not nominated, and of those of whom a person must judge the rest.

    `asked`: how many were looked at; `nominated`, `holding`, `barred`: who was left out, and why. `under`: the text
    judged by where the text in force is not loaded yet.
    """

    ask: Ask
    met: tuple[int, ...]
    open: tuple[int, ...]
    asked: int
    nominated: int
    holding: int
    barred: int
    question: Question
    under: LegalText | None


@dataclass(frozen=True)
class Reasons:
    """Why one of them: the conditions that hold, each with what was found, and what a person must judge."""

    met: tuple[tuple[Wording, Wording], ...]
    open: tuple[Wording, ...]


def find_people(ask: Ask, persons: QuerySet[Person]) -> Found:
    """Return who of `persons` was forgotten; ten queries, whatever their number."""
    book = current_book()
    question, under = question_of(ask, book)
    columns, ids = columns_of_people(persons, ask.on)
    return _found(ask, question, under, judge_all(book, question, columns), ids, "person")


def find_units(ask: Ask, units: QuerySet[Unit]) -> Found:
    """Return which of `units` were forgotten; thirteen queries."""
    book = current_book()
    question, under = question_of(ask, book)
    columns, ids = columns_of_units(units, ask.on)
    return _found(ask, question, under, judge_all(book, question, columns), ids, "unit")


def question_of(ask: Ask, book: LawBook) -> tuple[Question, LegalText | None]:
    """Return what is asked of the law engine; by the last text that is loaded where today's is not."""
    question = Question(award=ask.award, on=ask.on, recipient=ask.recipient, type="merit")
    text = book.texts.get(law_text(book, question))
    if text is None or not text.evaluates or text.code in book.choices.caps_lifted:
        return question, None
    if ask.award in text.loaded_for or "all" in text.loaded_for:
        return question, None
    return replace(question, received=text.validity.since - timedelta(days=1)), book.texts[text.evaluates]


def reasons_of(found: Found, rows: Iterable[Person | Unit]) -> dict[int, Reasons]:
    """Return the reasons for the rows of one page; at most seven queries."""
    book, asked = current_book(), list(rows)
    facts = facts_of_many(asked, found.ask.on)
    told: dict[int, Reasons] = {}
    for row in asked:
        appraisal = appraise(book, found.question, facts[row])
        carried = appraisal.by or appraisal.nearest
        leaves = [
            leaf
            for one in appraisal.alternatives
            if one.id == carried
            for finding in one.findings
            for leaf in finding.leaves()
        ]
        told[row.pk] = Reasons(
            tuple(dict.fromkeys((leaf.text, leaf.outcome) for leaf in _of(leaves, Verdict.MET)))[
                :MOST_REASONS
            ],
            tuple(dict.fromkeys(leaf.text for leaf in _of(leaves, Verdict.NEEDS_HUMAN)))[:MOST_REASONS],
        )
    return told


def _of(leaves: Iterable[Finding], verdict: Verdict) -> Iterable[Finding]:
    return (leaf for leaf in leaves if leaf.verdict is verdict)


def _found(
    ask: Ask,
    question: Question,
    under: LegalText | None,
    verdicts: Verdicts,
    ids: np.ndarray[tuple[int], np.dtype[np.int64]],
    column: str,
) -> Found:
    first = ask.on.year - ask.years + 1
    named = Nomination.objects.filter(counting_year__gte=first, **{f"{column}__isnull": False})
    nominated = _keys(named.exclude(outcome=Outcome.WITHDRAWN), column)
    held = Award.objects.filter(
        Q(status=AwardStatus.ACTIVE),
        year__gte=first,
        conferral__award_code=ask.award,
        **{f"{column}__isnull": False},
    )
    holding = _keys(held, column)
    barred = np.zeros(len(ids), dtype=bool)
    for marks in (verdicts.columns.suspended, verdicts.columns.disciplined_now, verdicts.columns.dissolved):
        if marks is not None:
            barred |= marks != 0
    thought_of = np.isin(ids, nominated)
    has_it = np.isin(ids, holding)
    free = ~(barred | thought_of | has_it)
    return Found(
        ask=ask,
        met=_numbers(ids[free & (verdicts.verdict == Verdict.MET)]),
        open=_numbers(ids[free & (verdicts.verdict == Verdict.NEEDS_HUMAN)]),
        asked=len(ids),
        nominated=int(np.count_nonzero(thought_of)),
        holding=int(np.count_nonzero(has_it & ~thought_of)),
        barred=int(np.count_nonzero(barred & ~thought_of & ~has_it)),
        question=question,
        under=under,
    )


def _keys(rows: QuerySet[Nomination] | QuerySet[Award], column: str) -> list[int]:
    return list(rows.order_by().values_list(f"{column}_id", flat=True).distinct())


def _numbers(keys: np.ndarray[tuple[int], np.dtype[np.int64]]) -> tuple[int, ...]:
    return tuple(keys.tolist())
