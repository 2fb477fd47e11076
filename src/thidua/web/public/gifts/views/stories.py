"""Where one gift went, and what one allocation became."""

from __future__ import annotations

from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from thidua.contributions.models import Allocation
from thidua.contributions.queries import public_name, receipt_of, standing_proofs, works_paid_by
from thidua.web.public.gifts.views.drive import found
from thidua.web.public.gifts.works import shown_photo, shown_works, work_name
from thidua.web.shell.gift_amounts import exact_amount, kind_name
from thidua.web.shell.known_parameters import knows

MOST_WORKS: Final = 24


@knows()
@require_safe
def gift(request: HttpRequest, slug: str, year: int, number: int) -> HttpResponse:
    """Show what a receipt says, and the works that the gift went to, with their photos."""
    row = found(slug)
    receipt = receipt_of(row, year, number)
    if receipt is None or receipt.gift.amount is None:
        raise Http404
    works = [] if receipt.reversed_on else list(works_paid_by(receipt)[:MOST_WORKS])
    against = receipt.ledger_lines.filter(reverses__isnull=False).first()
    context = {
        "drive": row,
        "receipt": receipt,
        "donor": public_name(receipt.gift),
        "kind": kind_name(receipt.gift.kind),
        "amount": exact_amount(receipt.gift.kind, receipt.gift.amount),
        "reason": against.reason if against else "",
        "works": shown_works(slug, works),
        "own": any(work.receipt_id == receipt.pk for work in works),
    }
    return render(request, "gifts/gift.html", context)


@knows()
@require_safe
def allocation(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show what a part of the gifts went to, and the photos that prove it."""
    row = found(slug)
    joined = Allocation.objects.select_related("place", "receipt__gift__person", "receipt__gift__household")
    given = get_object_or_404(joined, pk=pk, drive=row)
    source = given.receipt
    against = given.ledger_lines.filter(reverses__isnull=False).first()
    photos = standing_proofs().filter(allocation=given)
    context = {
        "drive": row,
        "allocation": given,
        "name": work_name(given),
        "kind": kind_name(given.kind),
        "amount": exact_amount(given.kind, given.amount),
        "reason": against.reason if against else "",
        "photos": [shown_photo(slug, photo) for photo in photos],
        "source": source,
        "source_donor": public_name(source.gift) if source else "",
        "source_url": reverse("public-gift", args=[slug, source.year, source.number]) if source else "",
    }
    return render(request, "gifts/allocation.html", context)
