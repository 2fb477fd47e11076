"""Writing the whole country into the database that Django is connected to."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from django.core.management.color import no_style
from django.db import connection

from thidua.config.synth.careers import (
    SHARE_MISSPELT,
    SHARE_UNLINKED,
    Numbers,
    YearOfAwards,
    draw_households,
    draw_persons,
    years_of_awards,
)
from thidua.config.synth.decisions import decide
from thidua.config.synth.loading import rebuild_word_indexes, without_indexes, write
from thidua.config.synth.names import WHOLE_NAMES_FROM
from thidua.config.synth.rows import Rows
from thidua.config.synth.tables import (
    AwardSources,
    award_table,
    conferral_table,
    dictionary_tables,
    household_table,
    person_table,
    unit_tables,
)
from thidua.config.synth.texts import HOUSEHOLD_OF, Register, collective_name, posts
from thidua.config.synth.units import UnitPlan, plan_units
from thidua.orgs.models import Household, Person, Unit, UnitChange, UnitName, UnitPlacement, UnitSuccession
from thidua.registry.models import Award, Conferral, RecipientName, RecipientWord
from thidua.registry.models.recipient_name import YEAR_STEP

TABLES: Final = (
    Unit, UnitName, UnitPlacement, UnitChange, UnitSuccession, Person, Household,
    Conferral, Award, RecipientName, RecipientWord,
)  # fmt: skip
AWARDS_A_PROVINCE: Final = 1_700_000  # so that 20 million make about 12,000 units
Say = Callable[[str], None]
Progress = Callable[[int, int], None]  # awards written, of how many


@dataclass(frozen=True)
class Size:
    """How much the country is to hold."""

    awards: int
    seed: int
    provinces: int = 0

    @property
    def province_count(self) -> int:
        """Return the provinces asked for, else as many as the awards need."""
        return self.provinces or math.ceil(self.awards / AWARDS_A_PROVINCE)


def write_country(size: Size, *, say: Say, progress: Progress) -> dict[str, int]:
    """Write the country into empty tables and return how many rows each got; the same size gives the same rows."""
    counts: dict[str, int] = {}
    with without_indexes(TABLES, say):
        for rows in _tables(size, say, progress):
            for _done in write(rows):
                pass
            counts[rows.model.__name__] = counts.get(rows.model.__name__, 0) + rows.count
        rebuild_word_indexes(TABLES, say)
    say("ANALYZE")
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(TABLES)):
            cursor.execute(statement)
        cursor.execute("ANALYZE")
    return counts


def _tables(size: Size, say: Say, progress: Progress) -> Iterator[Rows]:
    plan = plan_units(size.province_count, size.seed)
    yield from unit_tables(plan)
    persons = draw_persons(size.awards, plan, size.seed)
    households = draw_households(size.awards, persons, plan, size.seed)
    register = Register()
    say("names")
    of_person = register.people(persons.code)
    yield person_table(persons, of_person, register.written)
    own, above = plan.names_in(2024)
    yield household_table(households, own + ", " + above)
    heads = register.written[of_person[households.head]].tolist()
    women = persons.women[households.head].tolist()
    of_household = register.groups(
        [HOUSEHOLD_OF[woman] + head for woman, head in zip(women, heads, strict=True)]
    )
    whole_name = persons.code >= WHOLE_NAMES_FROM
    sources = AwardSources(persons, plan, *posts())
    random = np.random.default_rng([size.seed, 5])
    tally = _Tally()
    award, conferral = 1, 1
    for year in years_of_awards(size.awards, persons, households, plan, size.seed):
        name = _names(year, register, plan, of_person, of_household)
        decisions = decide(random, year, plan)
        is_whole = (year.kind == 0) & whole_name[np.where(year.kind == 0, year.subject - 1, 0)]
        linked = (random.random(len(name)) >= SHARE_UNLINKED) | is_whole
        wrong = np.flatnonzero((year.kind == 0) & ~is_whole & (random.random(len(name)) < SHARE_MISSPELT))
        name[wrong] = register.slips(random, name[wrong])
        entry = register.entry[name]
        yield conferral_table(decisions, year.year, conferral)
        texts = (register.written[name], entry + 1, register.code[entry])
        yield award_table(sources, year, decisions, (award, conferral), texts, linked)
        tally.add(year.year, award, entry[decisions.order], len(register.entries))
        award, conferral = award + len(name), conferral + len(decisions.number)
        progress(award - 1, size.awards)
    say("dictionary of names")
    yield from dictionary_tables(register.entries, tally.counts, tally.latest)


def _names(
    year: YearOfAwards, register: Register, plan: UnitPlan, of_person: Numbers, of_household: Numbers
) -> Numbers:
    """Return the number of each recipient's name."""
    own, _above = plan.names_in(year.year)
    numbers = np.zeros(len(year.kind), dtype=np.int64)
    people, groups, homes = (np.flatnonzero(year.kind == kind) for kind in range(3))
    numbers[people] = of_person[year.subject[people] - 1]
    numbers[homes] = of_household[year.subject[homes] - 1]
    named = [
        collective_name(category, inner, unit)
        for category, inner, unit in zip(
            plan.category[year.unit[groups]].tolist(),
            year.subject[groups].tolist(),
            own[year.unit[groups]].tolist(),
            strict=True,
        )
    ]
    numbers[groups] = register.groups(named)
    return numbers


class _Tally:
    """How many awards bear each name of the dictionary, and the newest of them."""

    def __init__(self) -> None:
        self.counts = self.latest = np.zeros(0, dtype=np.int64)

    def add(self, year: int, first: int, entries: Numbers, size: int) -> None:
        """Count a year's awards, numbered from `first`, among `size` names known by now."""
        grown = size - len(self.counts)
        self.counts = np.pad(self.counts, (0, grown)) + np.bincount(entries, minlength=size)
        self.latest = np.pad(self.latest, (0, grown))
        stamps = year * YEAR_STEP + first + np.arange(len(entries))
        np.maximum.at(self.latest, entries, stamps)


def reporter(tell: Say) -> tuple[Say, Progress]:
    """Return how to tell steps and progress: awards, rate and time left."""
    started = time.monotonic()

    def say(step: str) -> None:
        tell(f"{time.monotonic() - started:7.1f} s  {step}")

    def progress(done: int, total: int) -> None:
        spent = time.monotonic() - started
        left = spent / max(1, done) * (total - done)
        say(f"{done:,} / {total:,}  ·  {done / max(spent, 0.001):,.0f}/s  ·  {left:,.0f} s left")

    return say, progress
