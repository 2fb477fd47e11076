"""Receive what a bank's statement tells, all lines together, and take the whole import back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.contributions.actions.locking import checked_reason, locked_drive
from thidua.contributions.actions.receive import receive_gift
from thidua.contributions.actions.reverse import reverse_receipt
from thidua.contributions.bank.headings import words_of
from thidua.contributions.bank.lines import BankLine
from thidua.contributions.bank.matching import identity, known_lines
from thidua.contributions.content import GiftContent
from thidua.contributions.enums import DonorKind, GiftKind
from thidua.contributions.models import Drive, Pledge, Receipt
from thidua.contributions.queries import BANK_MARK, bank_imports_of
from thidua.core.vietnamese.dates import format_date
from thidua.movements.enums import Consent
from thidua.support.audit.actions.record import record
from thidua.support.provenance import Provenance
from thidua.support.refusals import NotAllowed, Refused

LONGEST_NAME: Final = 150
_COLLECTIVE: Final = re.compile(
    r"^(ban|benh vien|chi bo|chi nhanh|cong doan|cong ty|cty|doan|dong ho|hoi|hop tac xa|htx|nhom|phong|quy"
    r"|so|tap doan|tap the|tnhh|trung tam|truong|ubnd|uy ban|xi nghiep)\b"
)


@dataclass(frozen=True)
class ChosenLine:
    """A line to receive, and the promise that it keeps."""

    line: BankLine
    pledge: Pledge | None


def import_bank_lines(
    *,
    drive: Drive,
    chosen: Sequence[ChosenLine],
    name: str,
    by: User,
    provenance: str = Provenance.RECORDED,
) -> list[Receipt]:
    """Issue a receipt for each chosen line, all or none, and return them.

    Their gifts have one `source`, which no other import of the drive has; `undo_bank_import` takes it. Raises
    NotAllowed, or Refused where nothing is chosen, a line has faults, or the ledger has it already.
    """
    with transaction.atomic():
        row = locked_drive(drive.pk, by)
        if not chosen:
            raise Refused(_("Tick at least one row to receive."))
        source = _("bank statement no. %(number)s, %(name)s, %(day)s") % {
            "number": len(bank_imports_of(row)) + 1,
            "name": name[:LONGEST_NAME],
            "day": format_date(timezone.localdate()),
        }
        known = known_lines(one.line for one in chosen)
        receipts = []
        for one in chosen:
            mark = identity(one.line)
            if mark is None or mark in known or one.line.faults:
                said = _("Row %(row)s cannot be received, or was received meanwhile. Look at the rows again.")
                raise Refused(said % {"row": one.line.number})
            known.add(mark)
            receipts.append(_received(row, one, source, provenance, by))
        details = {"receipts": len(receipts), "amount": sum(one.line.amount or 0 for one in chosen)}
        record(by=by, action="contributions.bank_imported", subject=row, details=details)
    return receipts


def undo_bank_import(*, drive: Drive, source: str, reason: str, by: User) -> int:
    """Take back every receipt of one import that still stands, all or none; return how many.

    Raises NotAllowed, or Refused without a reason, where nothing stands, or while what came is allocated.
    """
    with transaction.atomic():
        row = locked_drive(drive.pk, by)
        why = checked_reason(reason)
        imported = row.receipts.filter(gift__source=source, gift__receipt__startswith=BANK_MARK)
        standing = list(imported.filter(reversed_on__isnull=True).select_related("gift").order_by("pk"))
        if not standing:
            raise Refused(_("Nothing of this import stands any more. Nothing was changed."))
        for receipt in standing:
            try:
                reverse_receipt(receipt=receipt, reason=why, by=by)
            except Refused as refused:
                raise _told_of(_("Receipt %(number)s") % {"number": receipt}, refused) from refused
        details = {
            "receipts": len(standing),
            "amount": sum(receipt.gift.amount or 0 for receipt in standing),
            "reason": why,
        }
        record(by=by, action="contributions.bank_import_undone", subject=row, details=details)
    return len(standing)


def _received(drive: Drive, one: ChosenLine, source: str, provenance: str, by: User) -> Receipt:
    content = _content(one, source, provenance)
    try:
        return receive_gift(drive=drive, content=content, pledge=one.pledge, by=by)
    except NotAllowed:
        raise
    except Refused as refused:
        raise _told_of(_("Row %(row)s") % {"row": one.line.number}, refused) from refused


def _told_of(what: str, refused: Refused) -> Refused:
    """Return the refusal with what it is about; all of it together was not done."""
    said = " ".join(str(sentence) for sentences in refused.faults.values() for sentence in sentences)
    return Refused(_("%(what)s: %(fault)s Nothing was changed.") % {"what": what, "fault": said})


def _content(one: ChosenLine, source: str, provenance: str) -> GiftContent:
    line, pledge = one.line, one.pledge
    assert line.day is not None
    # What the bank says is kept as the donor's name, which nobody reads in public before consent was asked.
    said = (line.sender or line.memo)[:300]
    collective = DonorKind.COLLECTIVE if _COLLECTIVE.match(words_of(line.sender)) else DonorKind.PERSON
    return GiftContent(
        kind=GiftKind.MONEY,
        amount=line.amount,
        donor_kind=pledge.donor_kind if pledge else collective,
        donor_name=pledge.donor_name if pledge else said,
        consent=pledge.consent if pledge else Consent.UNKNOWN,
        received_on=line.day,
        as_of=line.day,
        receipt=BANK_MARK + line.reference,
        source=source,
        provenance=provenance,
    )
