"""Who receives what in which year: persons with careers, collectives, households; whole columns at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from thidua.config.synth.award_kinds import COLLECTIVE_SHARES, HOUSEHOLD_SHARES, NUMBER
from thidua.config.synth.names import Codes, Generator, names
from thidua.config.synth.units import Category, UnitPlan

Numbers: TypeAlias = npt.NDArray[np.int64]
Marks: TypeAlias = npt.NDArray[np.bool_]

YEARS: Final = range(2003, 2025)
AWARDS_A_PERSON: Final = 4
SHARE_INDIVIDUALS: Final = 0.85
SHARE_HOUSEHOLDS: Final = 0.03
SHARE_MOVED: Final = 0.12
SHARE_UNLINKED: Final = 0.06  # awards of which the register does not say whose they are
SHARE_MISSPELT: Final = 0.005  # so that the register knows thousands of words, as real ones do
INNER_COLLECTIVES: Final = 12
WORK: Final = (
    (Category.SCHOOL, 0.34),
    (Category.COMMUNE, 0.24),
    (Category.DISTRICT_BODY, 0.15),
    (Category.DEPARTMENT, 0.15),
    (Category.ENTERPRISE, 0.10),
    (Category.DISTRICT, 0.02),
)


@dataclass(frozen=True)
class Persons:
    """One place a person, the first is number 1. A person works in `unit`, from the year `moved` in `second`."""

    women: Marks
    birth_year: Numbers
    minority: Marks
    code: Codes
    unit: Numbers
    second: Numbers
    moved: Numbers
    first_year: Numbers
    last_year: Numbers

    def unit_in(self, people: Numbers, year: int) -> Numbers:
        """Return where the people (counted from 0) worked in `year`."""
        return np.where(self.moved[people] <= year, self.second[people], self.unit[people])


@dataclass(frozen=True)
class Households:
    """Heads (persons counted from 0) and the communes they live in; the first household is number 1."""

    head: Numbers
    unit: Numbers


@dataclass(frozen=True)
class YearOfAwards:
    """Who received what in a year. `subject`: person or household from 1, or the number of an inner collective,
    0 for the unit as a whole. `kind`: 0 individual, 1 collective, 2 household. `seniority`: awards before.
    """

    year: int
    kind: Numbers
    subject: Numbers
    unit: Numbers
    award: Numbers
    seniority: Numbers


def draw_persons(awards: int, units: UnitPlan, seed: int) -> Persons:
    """Return the persons for so many awards: about four awards each."""
    random = np.random.default_rng([seed, 2])
    count = max(1, round(awards * SHARE_INDIVIDUALS / AWARDS_A_PERSON))
    women = random.random(count) < 0.5
    first_year = random.integers(YEARS[0] - 8, YEARS[-1] - 1, count)
    birth_year = first_year - random.integers(22, 38, count)
    second_choice = draw_units(random, units, count)
    unit = draw_units(random, units, count)
    moved = np.where(random.random(count) < SHARE_MOVED, first_year + random.integers(3, 12, count), 9999)
    return Persons(
        women=women,
        birth_year=birth_year,
        minority=random.random(count) < 0.55,
        code=names().draw(random, women, birth_year),
        unit=unit,
        second=second_choice,
        moved=moved,
        first_year=first_year,
        last_year=first_year + random.integers(5, 26, count),
    )


def draw_households(awards: int, persons: Persons, units: UnitPlan, seed: int) -> Households:
    """Return the households for so many awards: about one and a half awards each."""
    random = np.random.default_rng([seed, 3])
    count = max(1, round(awards * SHARE_HOUSEHOLDS / 1.5))
    communes = np.flatnonzero((units.category == Category.COMMUNE) & units.standing)
    return Households(
        random.integers(0, len(persons.women), count), communes[random.integers(0, len(communes), count)]
    )


def draw_units(random: Generator, units: UnitPlan, count: int) -> Numbers:
    """Return where people work: most in schools and communes."""
    shares = np.array([share for _category, share in WORK])
    chosen = np.searchsorted(np.cumsum(shares / shares.sum()), random.random(count), side="right")
    drawn = np.zeros(count, dtype=np.int64)
    for number, (category, _share) in enumerate(WORK):
        here = np.flatnonzero(chosen == number)
        these = np.flatnonzero((units.category == category) & units.standing)
        drawn[here] = these[random.integers(0, len(these), len(here))]
    return drawn


def years_of_awards(
    awards: int, persons: Persons, households: Households, units: UnitPlan, seed: int
) -> Iterator[YearOfAwards]:
    """Yield the awards of each year; exactly `awards` together, the later years a little more than the first."""
    random = np.random.default_rng([seed, 4])
    weights = np.linspace(0.8, 1.2, len(YEARS))
    totals = np.diff(
        np.round(np.concatenate([[0], np.cumsum(weights / weights.sum())]) * awards).astype(np.int64)
    )
    career = _Career(persons)
    for year, total in zip(YEARS, totals.tolist(), strict=True):
        people, given = career.awards_of(random, year, round(total * SHARE_INDIVIDUALS))
        most = round(total * (SHARE_INDIVIDUALS + 0.06))
        if len(people) > most:
            kept = np.sort(random.permutation(len(people))[:most])
            people, given = people[kept], given[kept]
        families = min(round(total * SHARE_HOUSEHOLDS), total - len(people))
        seniority = career.received[people].astype(np.int64)
        np.add.at(career.received, people, 1)
        yield _joined(random, year, total, persons, households, units, people, given, seniority, families)


def _joined(
    random: Generator,
    year: int,
    total: int,
    persons: Persons,
    households: Households,
    units: UnitPlan,
    people: Numbers,
    given: Numbers,
    seniority: Numbers,
    families: int,
) -> YearOfAwards:
    homes = random.integers(0, len(households.head), families)
    rest = total - len(people) - families
    collectives = draw_units(random, units, rest)
    inner = np.where(random.random(rest) < 0.2, 0, random.integers(1, INNER_COLLECTIVES + 1, rest))
    unit = np.concatenate([persons.unit_in(people, year), collectives, households.unit[homes]])
    return YearOfAwards(
        year=year,
        kind=np.repeat(np.arange(3), [len(people), rest, families]),
        subject=np.concatenate([people + 1, inner, homes + 1]),
        unit=units.place_in(unit, year),
        award=np.concatenate(
            [given, _kinds(random, COLLECTIVE_SHARES, rest), _kinds(random, HOUSEHOLD_SHARES, families)]
        ),
        seniority=np.concatenate([seniority, np.zeros(rest + families, dtype=np.int64)]),
    )


def _kinds(random: Generator, shares: tuple[tuple[str, float], ...], count: int) -> Numbers:
    numbers = np.array([NUMBER[code] for code, _share in shares])
    bounds = np.cumsum([share for _code, share in shares])
    return numbers[np.minimum(np.searchsorted(bounds, random.random(count), side="right"), len(numbers) - 1)]


class _Career:
    """What everybody received so far, and the next steps: one follows from what went before."""

    def __init__(self, persons: Persons) -> None:
        count = len(persons.women)
        self._first, self._last = persons.first_year, persons.last_year
        self._worker, self._fighter, self._merit, self._highest = (
            np.zeros(count, dtype=np.int8) for _column in range(4)
        )
        self.received = np.zeros(count, dtype=np.int16)
        self._per_worker = 1.5  # awards for each advanced worker, learned from year to year

    def awards_of(self, random: Generator, year: int, wanted: int) -> tuple[Numbers, Numbers]:
        """Return people (from 0) and the numbers of their awards, about `wanted` of them."""
        active = np.flatnonzero((self._first <= year) & (year <= self._last))
        share = min(0.95, wanted / max(1.0, len(active) * self._per_worker))

        def some(people: Numbers, likelihood: float) -> Numbers:
            return people[random.random(len(people)) < likelihood]

        workers = some(active, share)
        letters = some(active, share * 0.25)
        fighters = some(workers[self._worker[workers] >= 1], 0.25)
        merit = some(workers[(self._fighter[workers] >= 2) | (self._worker[workers] >= 5)], 0.22)
        provincial = some(fighters[self._fighter[fighters] >= 3], 0.20)
        prime = some(workers[(self._merit[workers] >= 1) & (self._fighter[workers] >= 4)], 0.06)
        order = some(workers[self._highest[workers] == 1], 0.12)
        steps = (
            ("advanced_worker", workers),
            ("grassroots_emulation_fighter", fighters),
            ("commendation_letter", letters),
            ("provincial_certificate_of_merit", merit),
            ("provincial_emulation_fighter", provincial),
            ("pm_certificate_of_merit", prime),
            ("labor_order_3", order),
        )
        self._worker[workers] += 1
        self._fighter[fighters] += 1
        self._merit[merit] += 1
        self._highest[prime], self._highest[order] = 1, 2
        people = np.concatenate([who for _code, who in steps])
        given = np.repeat([NUMBER[code] for code, _who in steps], [len(who) for _code, who in steps])
        if len(workers):
            self._per_worker = len(people) / len(workers)
        return people, given
