"""Drives with their sums and their state on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, Sum

from thidua.contributions.enums import DriveState, Entry, GiftKind
from thidua.contributions.models import Drive, Gift, LedgerLine
from thidua.contributions.queries.standing import standing


def with_money(drives: QuerySet[Drive]) -> QuerySet[Drive]:
    """Annotate each drive with `received` and `allocated`: money in đồng, None where its ledger has no line of it."""
    return drives.annotate(received=_money(Entry.RECEIVED), allocated=_money(Entry.ALLOCATED))


def with_told(drives: QuerySet[Drive, Any]) -> QuerySet[Drive, Any]:
    """Annotate each drive with what reports tell of money without a receipt.

    `told`: its sum in đồng, None where nothing is told; `told_is_least`: whether more may have come.
    """
    gifts = standing(Gift.objects.filter(drive=OuterRef("pk"), kind=GiftKind.MONEY, voucher__isnull=True))
    sums = gifts.order_by().values("drive").annotate(sum=Sum("amount")).values("sum")
    unsure = gifts.filter(Q(is_lower_bound=True) | Q(amount__isnull=True))
    return drives.annotate(told=Subquery(sums), told_is_least=Exists(unsure))


def running(drives: QuerySet[Drive], day: date) -> QuerySet[Drive]:
    """Return the drives that take gifts on `day`."""
    return drives.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=day), starts_on__lte=day)


def is_running(drive: Drive, day: date) -> bool:
    """Return whether the drive takes gifts on `day`."""
    return state_of(drive, day) == DriveState.RUNNING


def state_of(drive: Drive, day: date) -> DriveState:
    """Return where `day` lies to the drive; one whose beginning nobody wrote down is not running."""
    if drive.ends_on and drive.ends_on < day:
        return DriveState.ENDED
    if drive.starts_on is None:
        return DriveState.UNKNOWN
    return DriveState.COMING if drive.starts_on > day else DriveState.RUNNING


def _money(entry: Entry) -> Subquery:
    lines = LedgerLine.objects.filter(drive=OuterRef("pk"), kind=GiftKind.MONEY, entry=entry)
    return Subquery(lines.order_by().values("drive").annotate(sum=Sum("parts")).values("sum"))
