"""What sealed citizen numbers and days of birth of two persons add: they agree or differ, and no value is shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from thidua.orgs.personal.comparing import Agreement, compare_personal_data

if TYPE_CHECKING:
    from thidua.registry.identities.candidates import Found

MASK: Final = "••••"
# Bits by which the odds change. A day says 1 of 365 where the year is compared already; clerks write one in seven
# wrong. A number is one person's, but may have been typed wrongly.
WEIGHTS: Final = {
    ("citizen_id", Agreement.AGREES): 20.0,
    ("citizen_id", Agreement.DIFFERS): -8.0,
    ("birth_date", Agreement.AGREES): 8.0,
    ("birth_date", Agreement.DIFFERS): -2.7,
}
MOST_CERTAIN: Final = 0.999999


def weighed(found: Iterable[Found], at_least: float) -> list[Found]:
    """Return the pairs with what their sealed data say, without those that fall below `at_least`."""
    pairs = list(found)
    compared = compare_personal_data(_persons(one) for one in pairs if all(_persons(one)))
    kept = []
    for one in pairs:
        told = compared.get(_persons(one))
        said = {"citizen_id": told.citizen_id, "birth_date": told.birth_date} if told else {}
        weighed_one = _with(one, said)
        if weighed_one.probability >= at_least:
            kept.append(weighed_one)
    return kept


def _persons(one: Found) -> tuple[int, int]:
    """Return the ids of both sides, 0 for awards that are nobody's yet."""
    return one.left.person_id or 0, one.right.person_id or 0


def _with(one: Found, said: dict[str, Agreement]) -> Found:
    probability, reasons = one.probability, list(one.reasons)
    for field, agreement in said.items():
        bits = WEIGHTS.get((field, agreement))
        if bits is None:
            continue
        odds = probability / max(1e-9, 1 - probability) * 2.0**bits
        probability = min(MOST_CERTAIN, odds / (1 + odds))
        reasons.append({"field": field, "level": str(agreement), "left": MASK, "right": MASK, "weight": bits})
    return replace(one, probability=round(probability, 6), reasons=tuple(reasons))
