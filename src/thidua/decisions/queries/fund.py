"""The balance of the fund."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Sum

from thidua.decisions.enums import FundEntryKind
from thidua.decisions.models import FundEntry
from thidua.orgs.models import Unit


@dataclass(frozen=True)
class FundBalance:
    """The fund of a budget year, in đồng. `is_known` is False while nobody entered an allocation: no data, not zero."""

    allocated: int
    contributed: int
    paid: int
    recovered: int
    adjusted: int
    is_known: bool

    @property
    def left(self) -> int:
        """What is left, negative when more was decided than there is."""
        return self.allocated + self.contributed + self.recovered + self.adjusted - self.paid


def fund_balance(unit: Unit, year: int) -> FundBalance:
    """Return the balance of a unit's fund in a budget year; one query."""
    rows = (
        FundEntry.objects.filter(unit=unit, year=year).order_by().values_list("kind").annotate(Sum("amount"))
    )
    sums = dict(rows)
    return FundBalance(
        allocated=sums.get(FundEntryKind.ALLOCATION, 0),
        contributed=sums.get(FundEntryKind.CONTRIBUTION, 0),
        paid=-sums.get(FundEntryKind.PAYMENT, 0),
        recovered=sums.get(FundEntryKind.RECOVERY, 0),
        adjusted=sums.get(FundEntryKind.ADJUSTMENT, 0),
        is_known=FundEntryKind.ALLOCATION in sums,
    )
