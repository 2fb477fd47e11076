"""Drives to which gifts are made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.contributions.access import drives_seen_by
from thidua.contributions.actions import restore_drive, withdraw_drive
from thidua.contributions.actions.withdraw_drive import ACTION
from thidua.contributions.models import Drive, Gift
from thidua.support.provenance import Provenance
from thidua.web.shell import cells
from thidua.web.workspace.records.facts import Fact, fact, movements_fact, unit_fact
from thidua.web.workspace.records.forms.drives import DriveForm
from thidua.web.workspace.records.gift_totals import figures_of
from thidua.web.workspace.records.kinds.gifts import GIFTS
from thidua.web.workspace.records.record_kind import RecordKind, Removal, Words, own_unit
from thidua.web.workspace.records.tables.gifts import DRIVE_TABLE, gifts_of


def _rows(user: User) -> QuerySet[Drive]:
    rows = drives_seen_by(user).annotate(
        gift_count=Count("gifts", filter=Q(gifts__voucher__reversed_on__isnull=True))
    )
    return rows.select_related("unit").prefetch_related("movements")


def _facts(row: Any, _user: User) -> list[Fact]:
    return [
        fact(_("Purpose"), row.purpose),
        unit_fact(_("Unit that collects"), row.unit),
        fact(_("From"), row.starts_on),
        fact(_("To"), row.ends_on),
        movements_fact(row.movements.all()),
        fact(_("Origin"), cells.provenance_mark(row.provenance) or Provenance(row.provenance).label),
    ]


def _beside(row: Drive) -> Mapping[str, object]:
    return {
        "figures": figures_of(Gift.objects.filter(drive=row)),
        "gifts_url": gifts_of(row),
        "new_gift_url": f"{GIFTS.url('new')}?drive={row.pk}",
    }


DRIVES = RecordKind(
    key="drives",
    path="dot-van-dong",
    model=Drive,
    words=Words(
        plural=gettext_lazy("Drives"),
        add=gettext_lazy("Open a drive"),
        edit=gettext_lazy("Correct the drive"),
        lead=gettext_lazy("What is collected for, by which unit, within which movements."),
        recorded=gettext_lazy("The drive has been saved."),
        remove=gettext_lazy("Remove this drive?"),
        removed=gettext_lazy("Removed drives"),
    ),
    right=Right.KEEP_GIFTS,
    rows=_rows,
    unit_of=lambda row: row.unit,
    table=DRIVE_TABLE,
    form=DriveForm,
    facts=_facts,
    removal=Removal(
        withdraw=lambda row, **said: withdraw_drive(drive=row, **said),
        restore=restore_drive,
        action=ACTION,
        units=own_unit("unit"),
    ),
    beside_page=_beside,
    page_template="records/drive.html",
    above=GIFTS,
)
