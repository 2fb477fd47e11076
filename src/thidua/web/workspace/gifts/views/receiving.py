"""Receiving a gift."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.contributions.actions import receive_gift
from thidua.contributions.amounts import from_parts
from thidua.contributions.content import GiftContent
from thidua.contributions.models import Drive, Receipt
from thidua.contributions.queries import open_pledges
from thidua.web.shell import cells
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.keys import key_of
from thidua.web.workspace.gifts.find import kept
from thidua.web.workspace.gifts.forms import ReceiveForm, today_for


@right_required(Right.KEEP_GIFTS)
def receive(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a gift and issue its receipt; of a promise, what is still to come stands there already."""
    drive = kept(request, slug)
    form = ReceiveForm(request.POST or None, drive=drive, initial=_initial(drive, request))
    if request.method == "POST" and form.accepted(
        lambda: _receive(drive, form.cleaned_data, signed_in(request))
    ):
        messages.success(request, _issued(drive, form.outcome))
        return redirect("gift-desk", slug)
    return render(request, "gift_desk/receive.html", {"drive": drive, "form": form})


def _issued(drive: Drive, receipt: Receipt) -> SafeString:
    """Return what was done, with a link to the page of the receipt that the donor can be given."""
    url = reverse("public-gift", args=[drive.slug, receipt.year, receipt.number])
    said = _("Receipt %(number)s is issued. The ledger has a new line.") % {"number": receipt}
    return format_html("{} {}", said, cells.link(url, _("Open the receipt")))


def _receive(drive: Drive, said: dict[str, Any], by: User) -> Receipt:
    values = dict(said)
    pledge = values.pop("pledge")
    content = GiftContent(as_of=values["received_on"], **values)
    return receive_gift(drive=drive, content=content, pledge=pledge, by=by)


def _initial(drive: Drive, request: HttpRequest) -> dict[str, Any]:
    key = key_of(request.GET.get("dang-ky"))
    pledge: Any = open_pledges(drive).filter(pk=key).first() if key else None
    if pledge is None:
        return today_for("received_on")
    same = ("kind", "description", "donor_kind", "donor_name", "consent")
    return {
        **today_for("received_on"),
        **{name: getattr(pledge, name) for name in same},
        "pledge": pledge.pk,
        "amount": from_parts(pledge.kind, pledge.parts - pledge.kept),
    }
