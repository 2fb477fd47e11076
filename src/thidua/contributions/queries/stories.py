"""Where a gift went, as everybody may read it."""

from __future__ import annotations

from decimal import Decimal

from django.db.models import Count, Prefetch, Q, QuerySet

from thidua.contributions.amounts import from_parts
from thidua.contributions.models import Allocation, Drive, Pledge, Proof, Receipt


def standing_proofs() -> QuerySet[Proof]:
    """Return the photos that were not struck out, of allocations that stand."""
    return Proof.objects.filter(struck_on__isnull=True, allocation__reversed_on__isnull=True).select_related(
        "photo"
    )


def works_of(drive: Drive) -> QuerySet[Allocation]:
    """Return the allocations that stand, annotated with `photos`, how many show them; the proofs come along."""
    shown = Q(proofs__struck_on__isnull=True)
    return (
        drive.allocations.filter(reversed_on__isnull=True)
        .annotate(photos=Count("proofs", filter=shown))
        .select_related("place", "receipt")
        .prefetch_related(Prefetch("proofs", standing_proofs()))
    )


def receipt_of(drive: Drive, year: int, number: int) -> Receipt | None:
    """Return the receipt with its gift and donor, or None."""
    joined = drive.receipts.select_related("gift__person", "gift__household__head", "pledge")
    return joined.filter(year=year, number=number).first()


def works_paid_by(receipt: Receipt) -> QuerySet[Allocation]:
    """Return where this gift went: the works that name it as their source, else those its kind went to since.

    Money of many donors lies in one purse; what left the purse after the gift came is what the gift helped to pay.
    """
    works = works_of(receipt.drive)
    own = works.filter(receipt=receipt)
    if own.exists():
        return own
    since = receipt.gift.received_on
    return works.filter(receipt__isnull=True, kind=receipt.gift.kind, allocated_on__gte=since)


def pledge_with(code: str) -> Pledge | None:
    """Return the promise with a code for follow-up, its drive along with it, or None."""
    return Pledge.objects.select_related("drive").filter(code=code).first()


def promised(drive: Drive) -> dict[str, Decimal]:
    """Return by kind what was promised, confirmed and not called off, in đồng, m² or days; one query."""
    rows = drive.pledges.filter(confirmed_on__isnull=False, called_off_on__isnull=True)
    sums: dict[str, int] = {}
    for kind, parts in rows.order_by().values_list("kind", "parts"):
        sums[kind] = sums.get(kind, 0) + parts
    return {kind: from_parts(kind, parts) for kind, parts in sums.items()}
