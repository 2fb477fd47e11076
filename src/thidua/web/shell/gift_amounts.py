"""Amounts of gifts in words, exact to the last đồng."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _

from thidua.contributions.enums import IN_MONEY, GiftKind
from thidua.web.shell import formats


def exact_amount(kind: str, amount: Decimal) -> str:
    """Return «1.500.000 đồng», «350,75 m²» or «12,5 ngày công»; a line that takes another back has a minus."""
    if kind in IN_MONEY:
        return formats.quantity(amount, _("đồng"))
    unit = _("m²") if kind == GiftKind.LAND else _("working days")
    return formats.quantity(amount, unit)


def kind_name(kind: str) -> str:
    """Return «Tiền», «Đất», «Ngày công» or «Hiện vật»: the measure stands with the amount."""
    return {
        GiftKind.MONEY: _("Money"),
        GiftKind.LAND: _("Land"),
        GiftKind.LABOUR: _("Labour"),
        GiftKind.GOODS: _("Goods"),
    }[GiftKind(kind)]
