"""From pairs of lines to pairs of sides, with the reasons as data, and without those that were answered."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import TypedDict

from thidua.orgs.models import Person
from thidua.registry.enums import IdentityAnswer
from thidua.registry.identities.engines import Engine
from thidua.registry.identities.linking import PLAUSIBLE, Pair, linked_pairs
from thidua.registry.identities.reading import TWIN, Lines, Side, lines_of
from thidua.registry.identities.records import Line, columns_of
from thidua.registry.identities.sealed import weighed
from thidua.registry.models import Award, IdentityCandidate


class Reason(TypedDict):
    """What one field says: the level of agreement (`model`), both texts, and the weight in bits."""

    field: str
    level: str
    left: str
    right: str
    weight: float


@dataclass(frozen=True)
class Found:
    """Two sides that may be one person, the one with the smaller key first."""

    left: Side
    right: Side
    probability: float
    reasons: tuple[Reason, ...]

    @property
    def keys(self) -> tuple[str, str]:
        """What names the pair in every run."""
        return self.left.key, self.right.key

    @property
    def usefulness(self) -> float:
        """How much of the history becomes clear: probability × awards on both sides."""
        return round(self.probability * max(1, self.left.award_count + self.right.award_count), 4)


def found_in(sides: list[Side], engine: Engine = Engine.DUCKDB) -> list[Found]:
    """Return the likeliest pair of lines of every two sides; raises engines.EngineMissing."""
    lines = lines_of(sides)
    best: dict[tuple[int, int], Pair] = {}
    for pair in linked_pairs(columns_of(lines.lines), engine=engine):
        owners = sorted((lines.owner[pair.left], lines.owner[pair.right]), key=lambda one: sides[one].key)
        between = (owners[0], owners[1])
        known = best.get(between)
        if _is_a_pair(sides, between) and (known is None or known.probability < pair.probability):
            best[between] = pair
    found = (_found(sides, lines, between, pair) for between, pair in best.items())
    return weighed(found, at_least=PLAUSIBLE)


def _is_a_pair(sides: list[Side], between: tuple[int, int]) -> bool:
    """Two sides; the twin of awards that say the same stands only against their first."""
    left, right = (sides[place].key for place in between)
    return left != right and (not left.endswith(TWIN)) and right in (right.removesuffix(TWIN), left + TWIN)


def _found(sides: list[Side], lines: Lines, between: tuple[int, int], pair: Pair) -> Found:
    first, second = (lines.lines[place] for place in (pair.left, pair.right))
    if lines.owner[pair.left] != between[0]:
        first, second = second, first
    reasons = tuple(
        Reason(field=name, level=level, left=_said(first, name), right=_said(second, name), weight=weight)
        for name, (level, weight) in pair.levels.items()
    )
    left, right = (sides[place] for place in between)
    if right.key == left.key + TWIN:
        left = replace(left, awards=left.awards[:1], award_count=1)
    return Found(left, right, round(pair.probability, 6), reasons)


def _said(line: Line, name: str) -> str:
    if name == "birth":
        return line.birth_date or (str(line.birth_year) if line.birth_year else "")
    return {"name": line.name, "unit": line.unit_text, "post": line.post, "sex": line.sex}[name]


def still_open(found: Collection[Found]) -> list[Found]:
    """Return those that nobody has said not to be one person, by whatever lines the two stood when it was said."""
    refused = _refused({side.key for one in found for side in (one.left, one.right)})
    return [one for one in found if frozenset(one.keys) not in refused]


def _refused(standing: Collection[str]) -> set[frozenset[str]]:
    """Return the pairs said not to be one person, in today's keys: awards may have become a person's since."""
    rows = IdentityCandidate.objects.filter(answer=IdentityAnswer.DIFFERENT).order_by()
    told = list(
        rows.values_list(
            *("left_key", "left_person_id", "left_award_id", "right_key", "right_person_id", "right_award_id")
        )
    )
    roots = dict(Person.objects.filter(merged_into__isnull=False).values_list("pk", "merged_into_id"))
    wanted = {pk for row in told for pk in (row[2], row[5]) if pk}
    owners = dict(
        Award.objects.filter(pk__in=wanted, person__isnull=False).order_by().values_list("pk", "person_id")
        if len(wanted) <= 500
        else Award.objects.filter(person__isnull=False).order_by().values_list("pk", "person_id")
    )

    def today(key: str, person: int | None, award: int | None) -> str:
        owner = person or (owners.get(award) if award else None)
        return f"p:{roots.get(owner, owner)}" if owner else key

    return {frozenset((today(*row[:3]), today(*row[3:]))) for row in told}
