"""Say which shares the Board aims at, and which communes are remote."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.vietnamese.hygiene import clean_line
from thidua.nominations.enums import ShareMeasure
from thidua.nominations.models import RemoteUnit, ShareAim
from thidua.orgs.access import may_anywhere
from thidua.orgs.models import Unit
from thidua.support.audit.actions.record import record
from thidua.support.refusals import NotAllowed, Refused


def set_share_aim(*, year: int, measure: str, percent: int, source: str, by: User | None) -> ShareAim:
    """Set the aim of a year for one share, in percent, and return it. Raises Refused, NotAllowed."""
    _require(by)
    source = clean_line(source)
    if measure not in ShareMeasure.values:
        raise Refused({"measure": _("Choose a share of the list.")})
    if not 0 <= percent <= 100:
        raise Refused({"percent": _("Write a percentage from 0 to 100.")})
    if not source:
        raise Refused({"source": _("Write in which plan the Board said so.")})
    with transaction.atomic():
        row = ShareAim.objects.select_for_update().filter(year=year, measure=measure).first()
        former = row.percent if row else None
        row = row or ShareAim(year=year, measure=measure, version=0)
        row.percent, row.source, row.version = percent, source, row.version + 1
        row.save()
        details = {"percent": [former, percent], "source": [None, source]}
        record(by=by, action="nominations.aim_set", subject=row, details=details)
    return row


def list_remote_unit(
    *, unit: Unit, first_year: int, source: str, by: User | None, last_year: int | None = None
) -> RemoteUnit:
    """Record that `unit` is on the list of remote communes from a year (until a year), and return that row.

    Raises Refused, NotAllowed.
    """
    _require(by)
    source = clean_line(source)
    if not source:
        raise Refused({"source": _("Write which decision lists the commune.")})
    if last_year is not None and last_year < first_year:
        raise Refused({"last_year": _("The last year lies before the first.")})
    with transaction.atomic():
        row, _made = RemoteUnit.objects.update_or_create(
            unit=unit, first_year=first_year, defaults={"last_year": last_year, "source": source}
        )
        details = {"first_year": first_year, "last_year": last_year, "source": source}
        record(by=by, action="nominations.remote_listed", subject=row, details=details)
    return row


def _require(by: User | None) -> None:
    if not may_anywhere(by, Right.PROPOSE):
        raise NotAllowed(_("Only leaders of the Board set what lists are held against."))
