"""What a check of figures has to say, as data; the sentence is made where it is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

FindingValue = Decimal | int | str | None


class FindingLevel(StrEnum):
    """An error must be corrected, a question answered with a reason, a warning read."""

    ERROR = "error"
    WARNING = "warning"
    QUESTION = "question"


class FindingCode(StrEnum):
    """Everything the checks can find."""

    NO_PLAN = "no_plan"
    NO_DENOMINATOR = "no_denominator"
    NUMERATOR_ABOVE_DENOMINATOR = "numerator_above_denominator"
    BELOW_MINIMUM = "below_minimum"
    ABOVE_MAXIMUM = "above_maximum"
    SUDDEN_RISE = "sudden_rise"
    SUDDEN_FALL = "sudden_fall"
    NO_INTEGER_SOLUTION = "no_integer_solution"
    LOWER_THAN_LAST_PERIOD = "lower_than_last_period"
    THOUSANDS_LOST = "thousands_lost"


@dataclass(frozen=True)
class Finding:
    """One finding: what, how grave, and the numbers its sentence needs."""

    code: FindingCode
    level: FindingLevel
    values: Mapping[str, FindingValue] = field(default_factory=dict)
