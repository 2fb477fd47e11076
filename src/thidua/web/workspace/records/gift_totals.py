"""What gifts come to, as figures with their basis."""

from __future__ import annotations

from decimal import Decimal

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from thidua.contributions.enums import IN_MONEY, GiftKind
from thidua.contributions.models import Gift
from thidua.contributions.queries import GiftTotal, gift_totals
from thidua.support.provenance import Provenance
from thidua.web.shell import formats
from thidua.web.shell.figures import Figure

# Without the measure that the form names: the amount carries it.
KINDS = {
    GiftKind.MONEY: gettext_lazy("Money"),
    GiftKind.LAND: gettext_lazy("Land"),
    GiftKind.LABOUR: gettext_lazy("Labour"),
    GiftKind.GOODS: gettext_lazy("Goods"),
}


def figures_of(gifts: QuerySet[Gift]) -> list[Figure]:
    """Return one figure per kind of gift that occurs, money first; one query."""
    order = list(KINDS)
    totals = sorted(gift_totals(gifts), key=lambda total: order.index(GiftKind(total.kind)))
    return [_figure(total) for total in totals]


def amount_words(kind: str, amount: Decimal | None, *, is_lower_bound: bool) -> str | None:
    """Return «trên 20 tỷ đồng», «350,75 m²», «12,5 ngày công»; None where no amount is known."""
    if amount is None:
        return None
    if kind in IN_MONEY:
        words = formats.money(amount)
    else:
        unit = _("m²") if kind == GiftKind.LAND else _("working days")
        words = formats.quantity(amount, unit)
    return _("more than %(amount)s") % {"amount": words} if is_lower_bound else words


def _figure(total: GiftTotal) -> Figure:
    counted = ngettext("from %(count)s gift", "from %(count)s gifts", total.gifts) % {
        "count": formats.number(total.gifts)
    }
    without = (
        ngettext(
            "%(count)s gift does not state its amount",
            "%(count)s gifts do not state their amounts",
            total.without_amount,
        )
        % {"count": formats.number(total.without_amount)}
        if total.without_amount
        else ""
    )
    return Figure(
        label=str(KINDS[GiftKind(total.kind)]),
        value=amount_words(total.kind, total.amount, is_lower_bound=total.is_lower_bound),
        basis="; ".join(part for part in (counted, without) if part),
        as_of=formats.day(total.as_of),
        source=_("the book of gifts"),
        note=_("Part of this is invented or test data.") if total.has_marked else "",
        provenance=Provenance.ILLUSTRATIVE if total.has_marked else Provenance.RECORDED,
    )
