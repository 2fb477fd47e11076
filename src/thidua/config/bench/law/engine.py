"""How many people a second the engine judges, what it takes to explain one, and the peer's figure beside it."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final, TypeVar

import numpy as np

from thidua.config.bench.law import openfisca
from thidua.config.bench.law.people import people
from thidua.config.bench.measurement import Measurement, median_ms
from thidua.core.law.batch import eligible, facts_at
from thidua.core.law.book import BoardChoices, LawBook
from thidua.core.law.columns import Column, Columns
from thidua.core.law.engine import appraise
from thidua.core.law.facts import Question
from thidua.core.law.reading import load_law
from thidua.core.law.selection import considered

Result = TypeVar("Result")
PEOPLE: Final = 3_000_000
ON: Final = date(2025, 12, 20)
ONCE: Final = "-"  # no database takes part
# One reading each, so that the peer's rules say the same.
SETTLED: Final = BoardChoices(
    settings={"title_run_ends_in_proposal_year": True, "span_starts_after_award_pm_individual": False}
)
TYPES: Final = ("merit", "movement", "sudden", "long_service")
KINDS: Final = ("", "civil_servant", "worker", "business_person")


def measure(database: str = ONCE, *, size: int = PEOPLE) -> Iterator[Measurement]:
    """Judge a country's people; yields the measurements. Raises AssertionError where the peer differs.

    No database takes part, so that one run is enough: on PostgreSQL there is nothing to measure again.
    """
    if database == "postgresql":
        return
    book = load_law()
    crowd = people(size)
    told = f"{size:,} × 10"
    questions = _every_alternative(book)
    alternatives = sum(_decided(book, question) for question in questions)
    seconds = _seconds(lambda: eligible(book, questions, crowd))
    yield _faster(f"law: {alternatives} alternatives for individuals", size / seconds, told, 500_000)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield Measurement("law: memory, columns included", round(peak), "MB", told, ONCE, limit=1500)
    yield from _beside_the_peer(book.with_choices(SETTLED), crowd, told)
    yield from _one_nominee(book, crowd)


def _every_alternative(book: LawBook) -> list[Question]:
    """Ask for every award, type and kind of individual that some enabled alternative is for, once each."""
    questions: list[Question] = []
    seen: set[str] = set()
    for award in book.awards:
        for type_ in TYPES:
            for kind in KINDS:
                question = Question(award, ON, "individual", worker_kind=kind, type=type_)
                fresh = {one.alternative.id for one in considered(book, question) if one.counts} - seen
                if fresh:
                    questions.append(question)
                    seen |= fresh
    return questions


def _decided(book: LawBook, question: Question) -> int:
    return sum(one.counts for one in considered(book, question))


def _beside_the_peer(book: LawBook, crowd: Columns, told: str) -> Iterator[Measurement]:
    questions = [Question(award, ON, "individual") for award in openfisca.AWARDS]
    certified = np.ones(crowd.size, dtype=np.uint8)
    attested = replace(
        crowd,
        judged=_attested(book, questions, crowd.size),
        confirmations={"provincial_chair": certified},
    )
    ours, seconds = _timed(lambda: eligible(book, questions, attested))
    rate = crowd.size / seconds
    yield _faster("law: six awards", rate, told)
    if not openfisca.is_installed():
        return
    theirs, seconds = _timed(openfisca.prepared(crowd))
    yield _faster("law: the same six awards, OpenFisca", crowd.size / seconds, told)
    for verdicts in ours:
        same = np.array_equal(verdicts.verdict == 2, theirs[verdicts.question.award])
        assert same, f"OpenFisca's {verdicts.question.award} differs"
    yield Measurement(
        "law: times as fast as OpenFisca", round(rate * seconds / crowd.size, 1), "×", told, ONCE, at_least=2
    )


def _attested(book: LawBook, questions: list[Question], size: int) -> Mapping[tuple[str, int], Column]:
    """Conduct attested for everybody: the peer's rules have no lines that wait for a person."""
    yes = np.full(size, 2, dtype=np.uint8)
    return {
        (one.alternative.id, 0): yes
        for question in questions
        for one in considered(book, question)
        if one.counts and question.award != "grassroots_emulation_fighter"
    }


def _one_nominee(book: LawBook, crowd: Columns) -> Iterator[Measurement]:
    slowest = 0.0
    for award in openfisca.AWARDS:
        question, facts = Question(award, ON, "individual"), facts_at(crowd, 0)
        slowest = max(slowest, median_ms(partial(appraise, book, question, facts)))
    yield Measurement("law: one nominee with full findings, slowest award", slowest, "ms", "1", ONCE, limit=5)


def _faster(name: str, rate: float, told: str, at_least: float | None = None) -> Measurement:
    return Measurement(name, round(rate), "/s", told, ONCE, at_least=at_least)


def _seconds(action: Callable[[], object]) -> float:
    return _timed(action)[1]


def _timed(action: Callable[[], Result]) -> tuple[Result, float]:
    started = time.perf_counter()
    result = action()
    return result, time.perf_counter() - started
