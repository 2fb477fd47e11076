"""Receipts: proof that a ballot was counted, without telling what it said."""

from __future__ import annotations

from thidua.council.envelopes import receipt_hash
from thidua.council.models import Session


def published_receipts(session: Session) -> list[str]:
    """Return the hashes of all receipts that came out of the opened envelopes, sorted; empty before closing."""
    return list(session.receipts.order_by("receipt_hash").values_list("receipt_hash", flat=True))


def is_counted(session: Session, code: str) -> bool:
    """Tell whether the envelope with this receipt was opened and its choices counted."""
    if session.box is None:
        return False
    return session.receipts.filter(receipt_hash=receipt_hash(code, session.box)).exists()
