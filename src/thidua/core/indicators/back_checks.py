"""What a printed, rounded percentage says of the whole numbers behind it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from thidua.core.indicators.shares import EXACT, Number

_NOTHING = range(0)


def integer_solutions(rate: Number, decimals: int, denominator: int) -> range:
    """Return the whole numbers n ≥ 0 with `round_half_up(100·n/denominator, decimals) == rate`.

    12.537 at 99,08% has exactly one: `range(12422, 12423)`. Empty when nothing fits: the rate has more
    decimals than stated, is negative, or was mistyped.
    """
    steps = _in_last_digits(rate, decimals)
    if steps is None or steps < 0 or denominator <= 0:
        return _NOTHING
    # 100·n·10^decimals / denominator lies in [steps − ½, steps + ½).
    scale = 200 * 10**decimals
    first = -(-(2 * steps - 1) * denominator // scale)
    beyond = -(-(2 * steps + 1) * denominator // scale)
    return range(max(first, 0), max(beyond, 0))


@dataclass(frozen=True)
class PlanInterval:
    """The plans that reproduce a printed share: above `above`, up to and including `up_to`.

    `up_to` is None when the printed share is so small that every larger plan would do.
    """

    above: Fraction
    up_to: Fraction | None

    @property
    def low(self) -> Decimal:
        """The lower end, itself excluded."""
        return _decimal(self.above)

    @property
    def high(self) -> Decimal | None:
        """The upper end, itself included."""
        return None if self.up_to is None else _decimal(self.up_to)

    def contains(self, plan: Number | Fraction) -> bool:
        """Tell whether this plan reproduces the printed share."""
        exact = Fraction(plan)
        return self.above < exact and (self.up_to is None or exact <= self.up_to)

    def whole_numbers(self) -> range | None:
        """Return the plans in whole units; None when there is no upper end."""
        if self.up_to is None:
            return None
        return range(floor(self.above) + 1, floor(self.up_to) + 1)


def plan_interval(value: Number, share: Number, decimals: int) -> PlanInterval | None:
    """Return the plans for which `value` gives this rounded share of the plan, in percent.

    5027 at 92,2% → above 5449,3 up to 5455,2. The same holds for a base and its ratio («bằng 136,3%»).
    None when no plan fits: value or share not positive, or more decimals than stated.
    """
    steps = _in_last_digits(share, decimals)
    if steps is None or steps < 0 or value <= 0:
        return None
    scaled = Fraction(value) * 200 * 10**decimals
    up_to = None if steps == 0 else scaled / (2 * steps - 1)
    return PlanInterval(above=scaled / (2 * steps + 1), up_to=up_to)


def _in_last_digits(percent: Number, decimals: int) -> int | None:
    """Return the percentage counted in units of its last decimal; None when it has further decimals."""
    scaled = Fraction(percent) * 10**decimals
    return ceil(scaled) if scaled.denominator == 1 else None


def _decimal(fraction: Fraction) -> Decimal:
    return EXACT.divide(Decimal(fraction.numerator), Decimal(fraction.denominator))
