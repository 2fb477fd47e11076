"""Record the regulation by which a council works, once, for every session that follows."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_line
from thidua.council.access import require_keeping
from thidua.council.actions.attempts import logs_refusals
from thidua.council.models import CouncilRegulation
from thidua.council.thresholds import is_share
from thidua.orgs.models import Unit
from thidua.support.audit.actions.record import record
from thidua.support.edits import Faults, misfits
from thidua.support.provenance import Provenance
from thidua.support.refusals import Refused


@dataclass(frozen=True)
class Regulated:
    """What a regulation settles; empty and None leave it to the law book. Percents are of all members."""

    quorum_share: str = ""
    fighters_percent: int | None = None
    flags_percent: int | None = None
    others_percent: int | None = None
    recused_counted: bool = True


@logs_refusals
def record_regulation(
    *,
    unit: Unit,
    title: str,
    number: str,
    issued_on: date,
    by: User | None,
    since: date | None = None,
    regulated: Regulated | None = None,
    provenance: str = Provenance.RECORDED,
) -> CouncilRegulation:
    """Record a regulation, in force from `since` (the day of issue if None), and return it.

    It takes the place of an earlier one from that day on; sessions opened before keep what they were opened with.
    Raises NotAllowed; Refused with a sentence per field.
    """
    require_keeping(by, unit)
    said = regulated or Regulated()
    values = {"title": clean_line(title), "number": clean_line(number)}
    settled = asdict(said) | {"quorum_share": said.quorum_share.replace(" ", "")}
    begins = since or issued_on
    faults = misfits(CouncilRegulation, values) | _faults(values, settled)
    if begins < issued_on:
        faults["since"] = _("It holds from a day before it was issued. Put the days in order.")
    with transaction.atomic():
        Unit.objects.select_for_update().get(pk=unit.pk)
        if CouncilRegulation.objects.filter(unit=unit, since=begins, withdrawn_at=None).exists():
            faults["since"] = _("A regulation from this day is recorded already. Withdraw it first.")
        if faults:
            raise Refused(faults)
        row = CouncilRegulation.objects.create(
            unit=unit,
            issued_on=issued_on,
            since=begins,
            recorded_by=by,
            recorded_at=timezone.now(),
            provenance=provenance,
            **values,
            **settled,
        )
        details = {**values, "issued_on": issued_on, "since": begins, **settled}
        record(by=by, action="council.regulation_recorded", subject=row, details=details)
    return row


@logs_refusals
def withdraw_regulation(*, regulation: CouncilRegulation, reason: str, by: User) -> CouncilRegulation:
    """Withdraw a regulation that was recorded by mistake and return it; it stays in the history.

    Raises NotAllowed; Refused without a reason, or when it is withdrawn already.
    """
    require_keeping(by, regulation.unit)
    told = {"withdrawn_reason": clean_line(reason)}
    faults = misfits(CouncilRegulation, told)
    if not told["withdrawn_reason"]:
        faults["withdrawn_reason"] = _("Write why it is withdrawn; the reason goes into the log.")
    if faults:
        raise Refused(faults)
    with transaction.atomic():
        row = CouncilRegulation.objects.select_for_update().get(pk=regulation.pk)
        if row.withdrawn_at is not None:
            raise Refused(_("This regulation is withdrawn already."))
        row.withdrawn_at, row.withdrawn_by = timezone.now(), by
        row.withdrawn_reason = told["withdrawn_reason"]
        row.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_reason"])
        details = {"reason": row.withdrawn_reason}
        record(by=by, action="council.regulation_withdrawn", subject=row, details=details)
    return row


def _faults(values: dict[str, str], settled: dict[str, object]) -> Faults:
    faults: Faults = {
        name: _("Fill this in: it is printed in the minutes.") for name, text in values.items() if not text
    }
    share = str(settled["quorum_share"])
    if share and not is_share(share):
        faults["quorum_share"] = _("Write a share such as 2/3 or 4/5.")
    for name, percent in settled.items():
        if name.endswith("_percent") and isinstance(percent, int) and not 1 <= percent <= 100:
            faults[name] = _("Write a share from 1 to 100.")
    return faults
