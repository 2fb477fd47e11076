"""The lists of the desk."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thidua.contributions.amounts import from_parts
from thidua.contributions.models import Allocation, Receipt
from thidua.contributions.queries import state_of
from thidua.web.shell import cells
from thidua.web.shell.gift_amounts import exact_amount
from thidua.web.shell.tables import Column, Table
from thidua.web.shell.tags import Tag, Tone

DESKS: Table[Any] = Table(
    name="so-ung-ho",
    caption=_("Ledger of gifts"),
    columns=(
        Column(
            "name",
            _("Drive"),
            lambda row: cells.with_mark(
                cells.link(reverse("gift-desk", args=[row.slug]), row.name), row.provenance
            ),
            csv=lambda row: row.name,
            sort=("search_text",),
            header=True,
        ),
        Column("state", _("State"), lambda row: str(state_of(row, timezone.localdate()).label)),
        Column("waiting", _("Promises to confirm"), lambda row: row.waiting, numeric=True, sort=("waiting",)),
        Column("received", _("Received in đồng"), lambda row: row.received, numeric=True, sort=("received",)),
        Column(
            "allocated", _("Allocated in đồng"), lambda row: row.allocated, numeric=True, sort=("allocated",)
        ),
    ),
    order="-waiting",
    empty=_("No drive has been opened yet."),
)


def _promised_by(row: Any) -> SafeString:
    named = cells.with_note(row.donor_name or gettext("no longer kept"), row.contact)
    return cells.with_note(named, row.code)


def _pledge_state(row: Any) -> Tag:
    if row.confirmed_on is None:
        return Tag(gettext("waits for a call"), Tone.WARNING)
    return Tag(gettext("received in part") if row.kept else gettext("confirmed"), Tone.INFO)


def _pledge_ways(row: Any) -> SafeString:
    slug = row.drive.slug
    receive = cells.link(
        f"{reverse('receive-gift', args=[slug])}?dang-ky={row.pk}", gettext("Receive a gift"), row.donor_name
    )
    call_off = cells.link(
        reverse("call-off-pledge", args=[slug, row.pk]), gettext("Call off"), row.donor_name
    )
    confirm = cells.link(reverse("confirm-pledge", args=[slug, row.pk]), gettext("Confirm"), row.donor_name)
    return cells.ways([receive, call_off] if row.confirmed_on else [confirm, receive, call_off])


PLEDGES: Table[Any] = Table(
    name="dang-ky",
    caption=_("Open promises"),
    columns=(
        Column(
            "donor",
            _("Donor"),
            _promised_by,
            csv=lambda row: row.donor_name or gettext("no longer kept"),
            header=True,
        ),
        Column("contact", _("How to reach the donor"), lambda row: row.contact, export_only=True),
        Column("code", _("Code"), lambda row: row.code, export_only=True),
        Column("amount", _("Promised"), lambda row: exact_amount(row.kind, row.amount), numeric=True),
        Column(
            "rest",
            _("Still to come"),
            lambda row: exact_amount(row.kind, from_parts(row.kind, row.parts - row.kept)),
            numeric=True,
        ),
        Column("state", _("State"), _pledge_state),
        Column("ways", _("What to do"), _pledge_ways, csv=lambda _row: ""),
    ),
    order="",
    empty=_("No promise is open."),
)


def _receipt(row: Receipt) -> SafeString:
    url = reverse("public-gift", args=[row.drive.slug, row.year, row.number])
    return cells.with_mark(cells.link(url, str(row)), row.gift.provenance)


def _donor(row: Receipt) -> str:
    return str(row.gift.person or row.gift.household or row.gift.donor_name)


def _back(row: Any, name: str, about: str) -> SafeString | str:
    if row.reversed_on:
        return gettext("taken back")
    return cells.link(reverse(name, args=[row.drive.slug, row.pk]), gettext("Take back"), about)


RECEIPTS: Table[Any] = Table(
    name="phieu-thu",
    caption=_("Receipts"),
    columns=(
        Column("number", _("Receipt"), _receipt, csv=str, header=True),
        Column("day", _("Received on"), lambda row: row.gift.received_on),
        Column("donor", _("Donor"), _donor),
        Column("amount", _("Amount"), lambda row: exact_amount(row.gift.kind, row.gift.amount), numeric=True),
        Column("consent", _("Consent"), lambda row: row.gift.get_consent_display()),
        Column(
            "ways", _("What to do"), lambda row: _back(row, "reverse-receipt", str(row)), csv=lambda _row: ""
        ),
    ),
    order="",
    empty=_("No receipt has been issued yet."),
)


def _work(row: Allocation) -> SafeString:
    url = reverse("public-allocation", args=[row.drive.slug, row.pk])
    return cells.with_mark(cells.link(url, row.work or str(row.place)), row.provenance)


def _work_ways(row: Any) -> SafeString:
    about = row.work or str(row.place)
    back = cells.show(_back(row, "reverse-allocation", about))
    if row.reversed_on:
        return back
    photo = cells.link(reverse("prove-allocation", args=[row.drive.slug, row.pk]), gettext("Photos"), about)
    return cells.ways([photo, back])


ALLOCATIONS: Table[Any] = Table(
    name="phan-bo",
    caption=_("Allocations"),
    columns=(
        Column("work", _("Work"), _work, csv=lambda row: row.work or str(row.place), header=True),
        Column("day", _("Handed over on"), lambda row: row.allocated_on),
        Column("amount", _("Amount"), lambda row: exact_amount(row.kind, row.amount), numeric=True),
        Column("photos", _("Photos"), lambda row: row.photos, numeric=True),
        Column("ways", _("What to do"), _work_ways, csv=lambda _row: ""),
    ),
    order="",
    empty=_("Nothing has been allocated yet."),
)
