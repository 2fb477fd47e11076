"""Take all hits of a search out of the register, range by range."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from time import monotonic
from typing import Final
from urllib.parse import parse_qsl, urlencode

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.orgs.access import may_anywhere
from thidua.registry.downloads.files import workbook
from thidua.registry.downloads.rows import packed, rows_of
from thidua.registry.enums import ExportForm, ExportState
from thidua.registry.models import RegisterExport, RegisterExportPart
from thidua.registry.queries.searches import KEPT_DAYS
from thidua.registry.search import Era, Order, count, query_of, search
from thidua.support.audit.actions.record import record
from thidua.support.refusals import NotAllowed, Refused

ROWS_IN_PART: Final = 1_000
MOST_IN_WORKBOOK: Final = 100_000
MOST_AT_ONCE: Final = 5  # exports of one person that are not finished
MOST_KEPT: Final = 20  # of one person, finished ones too: each may hold the whole register
MOST_CONFERRALS: Final = 200  # of a movement, as far as an export names them one by one
LONGEST_ADDRESS: Final = 2000
ERA: Final = "thoi"
CONFERRALS: Final = "quyet_dinh_id"


def start_export(
    *, address: Mapping[str, str], form: str, by: User, conferrals: list[int] | None = None
) -> RegisterExport:
    """Begin to take out what the parts of an address ask, and return the row; nothing is written yet.

    `conferrals`: those of the movement that is asked for. Older exports than KEPT_DAYS go. Raises NotAllowed to who
    does not see records, or Refused: no such form, too long, nothing found, too many.
    """
    _require(by)
    if form not in ExportForm.values:
        raise Refused({"form": _("Choose one of the list.")})
    clean_exports()
    kept = {key: value for key, value in address.items() if value}
    if conferrals is not None:
        kept[CONFERRALS] = ",".join(map(str, conferrals))
    written = urlencode(kept)
    if len(written) > LONGEST_ADDRESS or len(conferrals or ()) > MOST_CONFERRALS:
        raise Refused(_("This search is too long for a file. Leave a part of it out, then begin again."))
    query = query_of(kept)
    total = count(query, by=by, era=_era(kept), conferrals=conferrals)
    if not total.number and total.exact:
        raise Refused(_("Nothing was found, so there is nothing to download."))
    with transaction.atomic():
        User.objects.select_for_update().get(pk=by.pk)
        own = RegisterExport.objects.filter(owner=by)
        if own.count() >= MOST_KEPT:
            sentence = _("You have %(limit)s files. Delete one that you do not need any more.")
            raise Refused(sentence % {"limit": MOST_KEPT})
        if own.filter(state=ExportState.RUNNING).count() >= MOST_AT_ONCE:
            raise Refused(_("Some of your files are not finished yet. Finish them or delete one first."))
        row = RegisterExport.objects.create(
            owner=by,
            form=form,
            address=written,
            said=str(query)[:1000],
            total=total.number,
            total_exact=total.exact,
            started_at=timezone.now(),
        )
        record(by=by, action="registry.export_started", subject=row, details={"rows": total.number})
    return row


def make_export(*, export: RegisterExport, by: User, seconds: float | None = None) -> RegisterExport:
    """Write the rows that are missing and return the export; after a kill it goes on with the first missing range.

    Each range is a transaction of its own. After `seconds` no further one is begun; the next call goes on. Raises
    NotAllowed to anybody else than who began it, and once that person sees no records any more.
    """
    _require(by)
    if export.owner_id != by.pk:
        raise NotAllowed(_("Only who began an export reads it."))
    begun = monotonic()
    while True:
        row = _one_range(export.pk, by)
        if row.state == ExportState.DONE or (seconds is not None and monotonic() - begun > seconds):
            return row


def remove_export(*, export: RegisterExport, by: User) -> None:
    """Delete an export before its time; raises NotAllowed."""
    if export.owner_id != by.pk:
        raise NotAllowed(_("Only who began an export reads it."))
    export.delete()


def clean_exports() -> int:
    """Delete the exports older than KEPT_DAYS and return how many there were."""
    since = timezone.now() - timedelta(days=KEPT_DAYS)
    old = RegisterExport.objects.filter(started_at__lt=since)
    number = old.count()
    old.delete()
    return number


def _one_range(pk: int, by: User) -> RegisterExport:
    begun = monotonic()
    with transaction.atomic():
        row = RegisterExport.objects.select_for_update().get(pk=pk)
        if row.state == ExportState.DONE:
            return row
        parts = dict(parse_qsl(row.address))
        ids = parts.get(CONFERRALS)
        found = search(
            query_of(parts),
            by=by,
            order=Order.NAME if parts.get("xep") == Order.NAME else Order.NEWEST,
            era=_era(parts),
            cursor=row.cursor,
            size=ROWS_IN_PART,
            conferrals=None if ids is None else [int(one) for one in ids.split(",") if one],
        )
        rows = rows_of([hit.award for hit in found.hits])
        if rows:
            RegisterExportPart.objects.create(export=row, first=row.done, rows=packed(rows))
        row.done += len(rows)
        row.cursor = found.next.rpartition("~")[2]
        row.is_cut = row.form == ExportForm.XLSX and row.done >= MOST_IN_WORKBOOK and bool(row.cursor)
        if not row.cursor or row.is_cut:
            _finish(row)
        row.seconds += monotonic() - begun
        row.save()
    return row


def _finish(row: RegisterExport) -> None:
    if row.form == ExportForm.XLSX:
        row.content = workbook(row, _("Register of awards"))
    row.state = ExportState.DONE
    row.finished_at = timezone.now()


def _era(parts: Mapping[str, str]) -> Era:
    return Era(parts[ERA]) if parts.get(ERA) in {one.value for one in Era} else Era.EITHER


def _require(by: User) -> None:
    if not may_anywhere(by, Right.SEE_RECORDS):
        raise NotAllowed(_("Only those who see records search the register."))
