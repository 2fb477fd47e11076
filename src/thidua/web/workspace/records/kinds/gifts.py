"""Gifts: money, land, labour, goods."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.contributions.access import gifts_seen_by
from thidua.contributions.actions import restore_gift, withdraw_gift
from thidua.contributions.actions.withdraw_gift import ACTION
from thidua.contributions.enums import GiftKind
from thidua.contributions.models import Drive, Gift
from thidua.contributions.queries.donors import donors_known_to
from thidua.web.shell import cells
from thidua.web.workspace.records.facts import Fact, fact, known, movements_fact, origin_facts, placed
from thidua.web.workspace.records.forms.gifts import GiftForm
from thidua.web.workspace.records.gift_totals import KINDS, amount_words, figures_of
from thidua.web.workspace.records.places import places_of
from thidua.web.workspace.records.record_kind import RecordKind, Removal, Words, unit_of_parent
from thidua.web.workspace.records.tables.gifts import TABLE, donor_words, gifts_of, given_words

# Details of the history that tell who gave.
DONOR = frozenset({"person", "household", "donor_name"})


def _rows(user: User) -> QuerySet[Gift]:
    return (
        donors_known_to(gifts_seen_by(user), user)
        .select_related("drive__unit", "person", "household__head", "place", "voucher")
        .prefetch_related("drive__movements")
    )


def _facts(row: Any, _user: User) -> list[Fact]:
    amount = amount_words(row.kind, row.amount, is_lower_bound=row.is_lower_bound)
    return [
        fact(_("What"), KINDS[GiftKind(row.kind)]),
        fact(_("Amount"), amount or _("no figure yet")),
        *known(_("Description"), row.description),
        fact(_("Donor"), donor_words(row)),
        *_address_of_donor(row),
        fact(_("Consent"), capfirst(row.get_consent_display())),
        fact(_("Drive"), cells.link(gifts_of(row.drive), row.drive.name)),
        *known(_("Place that received it"), row.place.name if row.place else ""),
        *known(_("Work it went to"), row.work),
        fact(_("Received on"), row.received_on),
        fact(_("As of"), row.as_of),
        *known(_("Receipt"), row.receipt),
        *_voucher(row),
        movements_fact(row.drive.movements.all()),
        *origin_facts(row.source, row.provenance),
    ]


def _voucher(row: Any) -> list[Fact]:
    """Tell the receipt by which the gift stands in the ledger, and whether it was taken back."""
    voucher = getattr(row, "voucher", None)
    if voucher is None:
        return []
    number = fact(_("Receipt in the ledger"), str(voucher))
    return [number, *known(_("Taken back on"), voucher.reversed_on)]


def _address_of_donor(row: Any) -> list[Fact]:
    donor = row.person or row.household
    if donor is None or not row.donor_known:
        return []
    (place,) = places_of([(donor, row.received_on or row.as_of)])
    label = _("Posts of the donor") if row.person else _("Address at the time")
    return [fact(label, placed(place))] if place.then else []


GIFTS = RecordKind(
    key="gifts",
    path="ung-ho",
    model=Gift,
    words=Words(
        plural=gettext_lazy("Gifts"),
        add=gettext_lazy("Record a gift"),
        edit=gettext_lazy("Correct the gift"),
        lead=gettext_lazy("Money, land, labour and goods given to drives. Nothing is paid here."),
        recorded=gettext_lazy("The gift has been saved."),
        remove=gettext_lazy("Remove this gift?"),
        removed=gettext_lazy("Removed gifts"),
    ),
    right=Right.KEEP_GIFTS,
    rows=_rows,
    unit_of=lambda row: row.drive.unit,
    table=TABLE,
    form=GiftForm,
    facts=_facts,
    removal=Removal(
        withdraw=lambda row, **said: withdraw_gift(gift=row, **said),
        restore=restore_gift,
        action=ACTION,
        units=unit_of_parent(Drive, "drive", "unit"),
    ),
    title=given_words,
    hidden=lambda row: frozenset() if row.donor_known else DONOR,
    beside_list=lambda rows: {"figures": figures_of(rows)},
    list_template="records/gifts.html",
)
