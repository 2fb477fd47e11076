"""Gifts: money, land, labour and goods in sum, and the land donors who agreed to be named."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.contributions.enums import DonorKind, GiftKind
from thidua.contributions.models import Gift
from thidua.contributions.queries import standing
from thidua.core.indicators import Comparator
from thidua.core.vietnamese.numbers import format_money, format_quantity
from thidua.reports.figures.bound import BoundFigure, FigurePart, RowReference, Value
from thidua.reports.figures.family import Family, fixed
from thidua.reports.figures.origins import weakest, without_invented
from thidua.reports.figures.people import Described, described, listed, may_be_named
from thidua.reports.figures.scope import Scope
from thidua.support.provenance import Provenance

PLACES: Final = {
    "gifts.money": gettext_lazy("money given"),
    "gifts.money_as_of": gettext_lazy("day up to which money is counted"),
    "gifts.purposes": gettext_lazy("what money was collected for"),
    "gifts.land": gettext_lazy("land given"),
    "gifts.labour": gettext_lazy("labour given"),
    "gifts.goods": gettext_lazy("value of goods given"),
    "gifts.land_donors": gettext_lazy("who gave land"),
    "gifts.land_donors_count": gettext_lazy("number of those who gave land"),
}
# A ledger can hold thousands of gifts; the figure leads to the first of them, the ledger to all.
ROWS_TOLD: Final = 50


def load(scope: Scope, wanted: frozenset[str]) -> Mapping[str, BoundFigure]:
    """Return the wanted figures over the gifts to drives of the movements; five queries."""
    linked = Gift.objects.filter(drive__movements__in=scope.movement_ids, as_of__lte=scope.as_of).distinct()
    known = list(
        standing(linked).select_related("drive", "person", "household__head").order_by("-as_of", "id")
    )
    rows = {kind: without_invented(row for row in known if row.kind == kind) for kind in GiftKind}
    land = rows[GiftKind.LAND]
    names = described(
        scope,
        [row.person for row in known if row.person and may_be_named(row)],
        [row.household for row in known if row.household and may_be_named(row)],
    )
    figures: dict[str, BoundFigure | None] = {
        f"gifts.{kind.value}": _sum(scope, kind, rows[kind], names) for kind in GiftKind
    }
    figures |= _about_money(scope, rows[GiftKind.MONEY], names) | _donors(scope, land, names)
    return {place: figure for place, figure in figures.items() if figure and place in wanted}


def _sum(scope: Scope, kind: GiftKind, rows: list[Gift], names: Described) -> BoundFigure | None:
    amounts = [row.amount for row in rows if row.amount is not None]
    if not amounts:
        return None
    total = sum(amounts, Decimal(0))
    # What is not stated, or known only from below, can only add to the sum.
    is_lower_bound = len(amounts) < len(rows) or any(row.is_lower_bound for row in rows)
    comparator = Comparator.ABOVE if is_lower_bound else Comparator.EQUAL
    text = comparator.phrase(_quantity(scope, kind, total), scope.language)
    basis = _("sum of the gifts to the drives of the movements")
    if is_lower_bound:
        basis = _("sum of the gifts to the drives of the movements, known only from below")
    return _figure(scope, f"gifts.{kind.value}", text, total, basis, rows, names)


def _quantity(scope: Scope, kind: GiftKind, amount: Decimal) -> str:
    if kind is GiftKind.LAND:
        return format_quantity(amount, scope.words.say("square_metres"), None, scope.language)
    if kind is GiftKind.LABOUR:
        return format_quantity(amount, scope.words.say("labour_days"), None, scope.language)
    return format_money(amount, language=scope.language)


def _about_money(scope: Scope, rows: list[Gift], names: Described) -> dict[str, BoundFigure | None]:
    if not rows:
        return {}
    latest = max(row.as_of for row in rows)
    purposes = list(dict.fromkeys(row.drive.purpose for row in rows))
    about: dict[str, tuple[str, Value, str]] = {
        "gifts.money_as_of": (scope.day(latest), latest, _("latest as-of date of the gifts counted")),
        "gifts.purposes": ("; ".join(purposes), len(purposes), _("purposes of the drives")),
    }
    return {place: _figure(scope, place, *said, rows, names) for place, said in about.items()}


def _donors(scope: Scope, rows: list[Gift], names: Described) -> dict[str, BoundFigure | None]:
    """Return who gave land; rows of many donors together are no donor that could be counted."""
    donors = [row for row in rows if row.donor_kind != DonorKind.MANY]
    if not donors:
        return {}
    named = list(dict.fromkeys(name for row in donors if (name := _name(row, names))))
    unnamed = sum(not _name(row, names) for row in donors)
    kinds = {row.donor_kind for row in donors}
    word = scope.words.say(f"donors.{kinds.pop() if len(kinds) == 1 else DonorKind.HOUSEHOLD}")
    count = len(named) + unnamed
    basis = _("gifts of land to the drives of the movements")
    said = {
        "gifts.land_donors": listed(scope, named, unnamed, word),
        "gifts.land_donors_count": f"{scope.count(count)} {word}",
    }
    return {place: _figure(scope, place, text, count, basis, donors, names) for place, text in said.items()}


def _name(row: Gift, names: Described) -> str:
    """Return how the donor is named, "" without consent."""
    if not may_be_named(row):
        return ""
    if row.household_id:
        return names.households[row.household_id]
    return names.persons[row.person_id] if row.person_id else row.donor_name


def _figure(
    scope: Scope, place: str, text: str, value: Value, basis: str, rows: list[Gift], names: Described
) -> BoundFigure:
    further = len(rows) - ROWS_TOLD
    return BoundFigure(
        place=place,
        label=str(PLACES[place]),
        text=text,
        value=value,
        unit=_unit(scope, place),
        basis=basis,
        as_of=max(row.as_of for row in rows),
        source="; ".join(dict.fromkeys(row.source for row in rows if row.source)),
        provenance=weakest(row.provenance for row in rows),
        rows=tuple(_row(scope, row, names) for row in rows[:ROWS_TOLD]),
        parts=tuple(
            FigurePart(row.drive.name, _amount(scope, row), row.amount, Provenance(row.provenance))
            for row in rows[:ROWS_TOLD]
            if row.amount is not None
        ),
        remark=_("Further rows that are not listed here: %(count)s.") % {"count": further}
        if further > 0
        else "",
    )


def _unit(scope: Scope, place: str) -> str:
    units = {
        "gifts.money": "đồng",
        "gifts.goods": "đồng",
        "gifts.land": scope.words.say("square_metres"),
        "gifts.labour": scope.words.say("labour_days"),
    }
    return units.get(place, "")


def _row(scope: Scope, row: Gift, names: Described) -> RowReference:
    said = [
        _amount(scope, row),
        row.drive.name,
        _("as of %(day)s") % {"day": scope.day(row.as_of)},
        row.receipt,
        row.description,
    ]
    return RowReference(
        label=_name(row, names) or str(row.get_donor_kind_display()),
        model="contributions.gift",
        pk=str(row.pk),
        detail="; ".join(part for part in said if part),
        provenance=Provenance(row.provenance),
    )


def _amount(scope: Scope, row: Gift) -> str:
    if row.amount is None:
        return _("amount not recorded")
    quantity = _quantity(scope, GiftKind(row.kind), row.amount)
    comparator = Comparator.ABOVE if row.is_lower_bound else Comparator.EQUAL
    return comparator.phrase(quantity, scope.language)


FAMILY: Final = Family("gifts", gettext_lazy("Gifts"), fixed(PLACES), load)
