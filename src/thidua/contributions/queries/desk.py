"""What the office has to do for a drive: promises to confirm and to wait for, receipts, allocations."""

from __future__ import annotations

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from thidua.contributions.models import Allocation, Drive, LedgerLine, Pledge, Receipt


def with_waiting(drives: QuerySet[Drive]) -> QuerySet[Drive]:
    """Annotate each drive with `waiting`: promises of visitors whom nobody has called back yet."""
    return drives.annotate(
        waiting=Count(
            "pledges",
            filter=Q(pledges__confirmed_on__isnull=True, pledges__called_off_on__isnull=True),
            distinct=True,
        )
    )


def open_pledges(drive: Drive) -> QuerySet[Pledge]:
    """Return the promises not yet kept nor called off, the unconfirmed first; `kept` is in parts of the kind."""
    lines = LedgerLine.objects.filter(receipt__pledge=OuterRef("pk")).order_by()
    kept = lines.values("receipt__pledge").annotate(sum=Sum("parts")).values("sum")
    rows = drive.pledges.filter(called_off_on__isnull=True).annotate(kept=Coalesce(Subquery(kept), 0))
    unconfirmed_first = F("confirmed_on").asc(nulls_first=True)
    return rows.filter(kept__lt=F("parts")).order_by(unconfirmed_first, "promised_on", "pk")


def receipts_of(drive: Drive) -> QuerySet[Receipt]:
    """Return the receipts, the newest first, with gift and donor."""
    joined = drive.receipts.select_related("gift__person", "gift__household__head", "pledge")
    return joined.order_by("-year", "-number")


def allocations_of(drive: Drive) -> QuerySet[Allocation]:
    """Return the allocations, those taken back too, annotated with `photos`."""
    shown = Q(proofs__struck_on__isnull=True)
    return drive.allocations.select_related("place", "receipt").annotate(photos=Count("proofs", filter=shown))
