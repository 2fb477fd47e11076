"""The desk of one drive: promises, receipts, allocations."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse

from thidua.accounts.rights import Right
from thidua.contributions.enums import GiftKind
from thidua.contributions.queries import allocations_of, balances, open_pledges, receipts_of
from thidua.web.shell.access import right_required
from thidua.web.shell.gift_amounts import exact_amount, kind_name
from thidua.web.shell.gifts_told import told_of
from thidua.web.workspace.gifts.find import kept
from thidua.web.workspace.gifts.tables import ALLOCATIONS, PLEDGES, RECEIPTS

PARTS: Final = {"phieu-thu": RECEIPTS, "phan-bo": ALLOCATIONS}


@right_required(Right.KEEP_GIFTS)
def desk(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one of the three lists of a drive, and its sums; fixed queries whatever the rows."""
    drive = kept(request, slug)
    part = request.GET.get("phan", "")
    rows = {"phieu-thu": receipts_of, "phan-bo": allocations_of}.get(part, open_pledges)(drive)
    table = PARTS.get(part, PLEDGES)
    context = {
        "drive": drive,
        "part": part,
        "told": told_of(drive),
        "sums": [
            {
                "kind": kind_name(row.kind),
                "received": exact_amount(row.kind, row.received),
                "allocated": exact_amount(row.kind, row.allocated),
                "left": exact_amount(row.kind, row.left),
            }
            for row in sorted(
                balances(drive.ledger_lines.all()), key=lambda row: GiftKind.values.index(row.kind)
            )
        ],
    }
    return table.respond(request, rows.select_related(*_joins(part)), "gift_desk/desk.html", context)


def _joins(part: str) -> tuple[str, ...]:
    if part == "phieu-thu":
        return ("drive", "gift__person", "gift__household__head", "pledge")
    return ("drive", "place", "receipt") if part == "phan-bo" else ("drive",)
