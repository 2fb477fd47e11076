"""The ledger of the fund: its balance, what decisions take from it, and whether there is enough."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q, QuerySet, Sum
from django.utils import timezone

from thidua.accounts.rights import Right
from thidua.decisions.enums import IN_EFFECT, OPEN, DecisionState, FundEntryKind
from thidua.decisions.models import Decision, DecisionLine, FundEntry
from thidua.orgs.access import Visitor, units_where
from thidua.orgs.models import Unit

# A decision that is still drafted or waits: its bonuses are set aside, not paid yet.
RESERVING = (*OPEN, DecisionState.WAITING)


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


@dataclass(frozen=True)
class FundCheck:
    """Whether the fund bears a decision that is not signed, in đồng.

    `left`: balance of the year; `reserved`: bonuses of the other decisions that are not signed; `needed`: its own.
    """

    year: int
    is_known: bool
    left: int
    reserved: int
    needed: int

    @property
    def after(self) -> int:
        """What stays when this decision and all others that are not signed are paid."""
        return self.left - self.reserved - self.needed

    @property
    def is_short(self) -> bool:
        """Whether this decision takes more than there is: only where the fund is known."""
        return self.is_known and self.needed > 0 and self.after < 0


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


def fund_check(decision: Decision) -> FundCheck:
    """Return whether the fund of the planned year bears the bonuses of an unsigned decision; two queries."""
    year = decision.planned_on.year
    balance = fund_balance(decision.unit, year)
    lines = DecisionLine.objects.filter(
        decision__unit=decision.unit,
        decision__state__in=RESERVING,
        decision__planned_on__range=(date(year, 1, 1), date(year, 12, 31)),
        refusal="",
        prize_result__isnull=True,
    )
    own = Q(decision=decision)
    sums = lines.aggregate(needed=Sum("bonus_amount", filter=own), others=Sum("bonus_amount", filter=~own))
    return FundCheck(
        year=year,
        is_known=balance.is_known,
        left=balance.left,
        reserved=sums["others"] or 0,
        needed=sums["needed"] or 0,
    )


def funds_seen_by(user: Visitor) -> QuerySet[Unit]:
    """Return the units with a fund (an entry or a decision) whose dossiers `user` sees, or for which he proposes."""
    today = timezone.localdate()
    seen = units_where(user, Right.SEE_DOSSIERS, today).order_by().values("pk")
    kept = FundEntry.objects.order_by().values("unit")
    deciding = Decision.objects.order_by().values("unit")
    return Unit.objects.filter(Q(pk__in=kept) | Q(pk__in=deciding), pk__in=seen).order_by("pk")


def ledger(unit: Unit, year: int) -> QuerySet[FundEntry]:
    """Return the entries of a fund in a budget year, last first, with what corrects them."""
    rows = FundEntry.objects.filter(unit=unit, year=year)
    return rows.select_related(
        "corrects", "corrected_by", "entered_by", "award__decision_line__decision"
    ).order_by("-on", "-pk")


def money_by_decision(unit: Unit, year: int) -> QuerySet[Decision]:
    """Return the decisions that take from the fund of a year, each with `recipients` and `money` (đồng, None: open).

    Contests pay their prizes themselves, so that decisions on prizes are not among them. Those that are not signed
    count by their planned day.
    """
    granted = Q(lines__refusal="")
    rows = Decision.objects.filter(
        Q(state__in=IN_EFFECT, year=year)
        | Q(state__in=RESERVING, planned_on__range=(date(year, 1, 1), date(year, 12, 31))),
        unit=unit,
        submission__edition__isnull=True,
    )
    return rows.annotate(
        recipients=Count("lines", filter=granted), money=Sum("lines__bonus_amount", filter=granted)
    ).order_by(F("number").desc(nulls_first=True), "-pk")


def fund_years(unit: Unit) -> list[int]:
    """Return the budget years of a fund, this year among them, last first."""
    kept = set(FundEntry.objects.filter(unit=unit).order_by().values_list("year", flat=True).distinct())
    return sorted(kept | {timezone.localdate().year}, reverse=True)
