"""The drives whose gifts this person keeps."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from thidua.accounts.rights import Right
from thidua.contributions.access import drives_kept_by
from thidua.contributions.queries import with_money, with_waiting
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.gifts.tables import DESKS


@right_required(Right.KEEP_GIFTS)
def desks(request: HttpRequest) -> HttpResponse:
    """List the drives, those with promises to confirm first."""
    rows = with_waiting(with_money(drives_kept_by(signed_in(request))))
    return DESKS.respond(request, rows, "gift_desk/desks.html")
