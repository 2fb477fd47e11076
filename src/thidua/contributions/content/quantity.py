"""What can be wrong with a kind of gift and its amount, where the amount must be known to the last đồng."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _

from thidua.contributions.amounts import MOST, scale_of
from thidua.contributions.enums import IN_MONEY, GiftKind
from thidua.support.edits import Faults


def faults_of_quantity(kind: str, amount: Decimal | None) -> Faults:
    """Return a sentence for the kind or the amount at fault, if any."""
    if kind not in GiftKind.values:
        return {"kind": _("Choose what was given: money, land, labour or goods.")}
    if amount is None or not amount.is_finite():
        return {"amount": _("Write the amount.")}
    if amount <= 0:
        return {"amount": _("The amount must be more than zero.")}
    if amount >= MOST:
        return {"amount": _("This number is too large. Check the unit it is counted in.")}
    parts = amount * scale_of(kind)
    if parts == int(parts):
        return {}
    if kind in IN_MONEY:
        return {"amount": _("Write whole đồng, without decimals.")}
    return {"amount": _("Write at most two decimals.")}
