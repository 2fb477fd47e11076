"""What is asked of a large register: queries of each class, drawn from its own names by a seed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from django.db import connection

from thidua.config.synth.careers import YEARS
from thidua.config.synth.labelled import one_edit
from thidua.orgs.enums import UnitKind
from thidua.orgs.models import Unit
from thidua.registry.search.places import places_meant

FULL, PREFIX, WORDS, SLIP = "full", "prefix", "words", "slip"
PER_CLASS: Final = 100
MOST_SUBTREES: Final = 10
ASCII: Final = "abcdeghiklmnopqrstuvxy"


@dataclass(frozen=True)
class Asked:
    """One query: `text` folded, `written` with its marks, how names are to match, the year, the units
    by name and as a set.

    `meant`: the folded name that a misspelt text stands for.
    """

    text: str
    written: str
    match: str
    year: int | None = None
    named: tuple[str, ...] = ()
    places: frozenset[int] = frozenset()
    meant: str = ""


@dataclass(frozen=True)
class QueryClass:
    """Queries of one kind and what was promised of their 95th percentile."""

    name: str
    queries: tuple[Asked, ...]
    median_limit: float | None = None
    p95_limit: float | None = None


def draw_classes(seed: int, count: int = PER_CLASS) -> list[QueryClass]:
    """Return `count` queries of each class; the same register and seed give the same ones."""
    random = np.random.default_rng([seed, 7])
    names = _names(random, count * 4)
    years = random.integers(YEARS[0], YEARS[-1] + 1, len(names)).tolist()
    districts = _subtrees()
    units = random.integers(0, len(districts), len(names)).tolist()

    def some(
        match: str, begin: int, *, dated: bool = False, placed: bool = False, slips: int = 0
    ) -> tuple[Asked, ...]:
        asked = []
        for number in range(count):
            place = (number + begin * count // 2) % len(names)
            folded, written = names[place]
            text, said = _cut(random, match, folded, written)
            named, below = districts[units[place]] if placed else ((), frozenset[int]())
            year = years[place] if dated else None
            if slips:
                text = _slipped(random, folded, slips)
                said = _slipped(random, written, slips)
            asked.append(Asked(text, said, match, year, named, below, folded if slips else ""))
        return tuple(asked)

    def kept(name: str, queries: tuple[Asked, ...]) -> QueryClass:
        return QueryClass(name, queries, median_limit=5.0, p95_limit=25.0)

    return [
        kept("full name, newest 50", some(FULL, 0)),
        kept("prefix while typing", some(PREFIX, 1)),
        kept("prefix + year", some(PREFIX, 2, dated=True)),
        kept("prefix + year + 300 units", some(PREFIX, 3, dated=True, placed=True)),
        kept("middle and given name", some("tail", 4)),
        kept("any words", some(WORDS, 5)),
        kept("any words + year + 300 units", some(WORDS, 6, dated=True, placed=True)),
        QueryClass("misspelt by one letter", some(SLIP, 7, slips=1), p95_limit=_slip_limit()),
        QueryClass("misspelt by two letters", some(SLIP, 2, slips=2), p95_limit=_slip_limit()),
    ]


def _slip_limit() -> float:
    return 50.0 if connection.vendor == "sqlite" else 120.0


def _names(random: np.random.Generator, count: int) -> list[tuple[str, str]]:
    """Return folded and written names of people, each drawn as often as it is borne."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT MAX(id) FROM registry_award")
        last = int(cursor.fetchone()[0])
        drawn: list[tuple[str, str]] = []
        while len(drawn) < count:
            cursor.execute(
                "SELECT n.folded, a.recipient_name FROM registry_award a JOIN registry_recipientname n "
                "ON n.id = a.name_id WHERE a.id = %s AND a.recipient_kind = 'individual'",
                [int(random.integers(1, last + 1))],
            )
            drawn += [row for row in cursor.fetchall() if len(row[0].split()) >= 3]
    return drawn


def _subtrees() -> list[tuple[tuple[str, ...], frozenset[int]]]:
    """Return some 300 units each: three neighbouring districts by name, and all that ever stood below them."""
    names = list(Unit.objects.filter(kind=UnitKind.DISTRICT).order_by("id").values_list("name", flat=True))
    named = [tuple(names[start : start + 3]) for start in range(0, len(names), 3)][:MOST_SUBTREES]
    return [(said, places_meant(said).units) for said in named]


def _cut(random: np.random.Generator, match: str, folded: str, written: str) -> tuple[str, str]:
    words, marked = folded.split(), written.split()
    if match == PREFIX:
        length = int(random.integers(len(words[0]) + 2, len(folded)))
        return folded[:length].strip(), written[:length].strip()
    if match == "tail":
        return " ".join(words[-2:]), " ".join(marked[-2:])
    if match == WORDS:
        two = sorted(random.permutation(len(words))[:2].tolist(), reverse=True)
        return " ".join(words[place] for place in two), " ".join(
            marked[min(place, len(marked) - 1)] for place in two
        )
    return folded, written


def _slipped(random: np.random.Generator, folded: str, slips: int) -> str:
    text = folded
    for _slip in range(slips):
        letter = ASCII[int(random.integers(0, len(ASCII)))]
        text = one_edit(text, int(random.integers(1, 1000)), int(random.integers(0, 4)), letter)
    return " ".join(text.split())
