"""Entries in the fund."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.vietnamese.hygiene import clean_line
from thidua.decisions.access import require
from thidua.decisions.enums import ENTERED, FundEntryKind
from thidua.decisions.models import FundEntry
from thidua.orgs.models import Unit
from thidua.registry.models import Award
from thidua.support.audit.actions.record import record
from thidua.support.edits import misfits
from thidua.support.provenance import Provenance
from thidua.support.refusals import Refused


def allocate_fund(
    *,
    unit: Unit,
    year: int,
    amount: int,
    on: date,
    grounds: str,
    paper: str,
    by: User | None,
    kind: FundEntryKind = FundEntryKind.ALLOCATION,
    provenance: str = Provenance.RECORDED,
) -> FundEntry:
    """Enter money (đồng) that comes into the fund, or a correction, and return the entry; a paper is entered once.

    Raises NotAllowed, or Refused with a sentence per field at fault.
    """
    require(by, Right.PROPOSE, unit)
    values = {"grounds": clean_line(grounds), "paper": clean_line(paper)}
    faults = misfits(FundEntry, values)
    if kind not in ENTERED:
        faults["kind"] = _("Bonuses are booked by decisions alone. Choose what comes into the fund.")
    if amount == 0 or (amount < 0 and kind != FundEntryKind.ADJUSTMENT):
        faults["amount"] = _("Write how many đồng come in.")
    for name in ("grounds", "paper"):
        if not values[name]:
            faults[name] = _("Name the paper that the entry rests on.")
    if faults:
        raise Refused(faults)
    with transaction.atomic():
        known = FundEntry.objects.filter(unit=unit, kind=kind, paper=values["paper"]).first()
        if known is not None:
            if (known.amount, known.year) == (amount, year):
                return known
            raise Refused(
                {"paper": _("This paper is entered already, with another amount. Enter a correction.")}
            )
        return _write(
            by, "decisions.fund_entered", unit=unit, year=year, kind=kind, amount=amount, on=on,
            provenance=provenance, **values,
        )  # fmt: skip


def pay_bonus(*, award: Award, amount: int, on: date, grounds: str, by: User | None) -> FundEntry:
    """Book the bonus (đồng) of an award of the State level on the fund of the province that proposed it.

    Law of 2022, article 11 clause 4. Paid twice it is paid once. Raises NotAllowed, Refused.
    """
    unit = award.conferral.deciding_unit
    require(by, Right.PROPOSE, unit)
    why = clean_line(grounds)
    if amount <= 0 or not why:
        raise Refused({"amount": _("Write the amount in đồng and what it rests on.")})
    with transaction.atomic():
        Award.objects.select_for_update().get(pk=award.pk)
        known = FundEntry.objects.filter(award=award, kind=FundEntryKind.PAYMENT).first()
        if known is not None:
            return known
        return _write(
            by, "decisions.bonus_paid", unit=unit, year=on.year, kind=FundEntryKind.PAYMENT, amount=-amount, on=on,
            award=award, grounds=why, provenance=award.provenance,
        )  # fmt: skip


def recover_bonus(*, award: Award, on: date, paper: str, by: User | None) -> FundEntry:
    """Book the money of a cancelled award that was given back, and return the entry; twice is once.

    Raises NotAllowed, or Refused when the award is held or nothing was paid.
    """
    unit = award.conferral.deciding_unit
    require(by, Right.PROPOSE, unit)
    line = clean_line(paper)
    if not line:
        raise Refused({"paper": _("Name the receipt by which the money came back.")})
    with transaction.atomic():
        row = Award.objects.select_for_update().get(pk=award.pk)
        known = FundEntry.objects.filter(award=row, kind=FundEntryKind.RECOVERY).first()
        if known is not None:
            return known
        paid = FundEntry.objects.filter(award=row, kind=FundEntryKind.PAYMENT).first()
        if row.status == "active" or paid is None:
            raise Refused(_("Money is recovered only of a cancelled award for which some was paid."))
        return _write(
            by, "decisions.bonus_recovered", unit=unit, year=on.year, kind=FundEntryKind.RECOVERY, award=row,
            amount=-paid.amount, on=on, grounds=paid.grounds, paper=line, provenance=row.provenance,
        )  # fmt: skip


def _write(by: User | None, action: str, **values: object) -> FundEntry:
    row = FundEntry.objects.create(entered_by=by, entered_at=timezone.now(), **values)
    record(by=by, action=action, subject=row, details={"amount": row.amount, "kind": row.kind, "on": row.on})
    return row
