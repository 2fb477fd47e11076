"""The list of gifts, and of the drives they went to."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.contributions.enums import DonorKind, GiftKind
from thidua.contributions.models import Drive, Gift
from thidua.contributions.queries import standing
from thidua.orgs.models import UnitName
from thidua.web.shell import cells
from thidua.web.shell.tables import Column, Table
from thidua.web.workspace.records.gift_totals import KINDS, amount_words
from thidua.web.workspace.records.tables.columns import (
    export_column,
    movements_column,
    name_column,
    origin_column,
    origin_columns,
)
from thidua.web.workspace.records.tables.filters import RecordFilters, choice_filter


class GiftFilters(RecordFilters):
    """Words are looked for in the donor's name only where the reader may know it. What was taken back is no gift."""

    movements_column = "drive__movements"
    loai = choice_filter(gettext_lazy("What"), GiftKind.choices)
    nguoi_ung_ho = choice_filter(gettext_lazy("Donor"), DonorKind.choices)
    dot = forms.SlugField(label=gettext_lazy("Drive"), widget=forms.HiddenInput)

    def applied_to(self, rows: Any) -> Any:
        return standing(super().applied_to(rows))

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        wanted = {
            "kind": answers.get("loai"),
            "donor_kind": answers.get("nguoi_ung_ho"),
            "drive__slug": answers.get("dot"),
        }
        chosen = {name: value for name, value in wanted.items() if value}
        return super().apply(rows, answers).filter(**chosen)

    def holding(self, word: str) -> Q:
        donor = (
            Q(donor_search_text__contains=word)
            | Q(person__folded_name__contains=word)
            | Q(household__head__folded_name__contains=word)
        )
        return Q(search_text__contains=word) | (Q(donor_known=True) & donor)

    def of_units(self, names: QuerySet[UnitName]) -> Q:
        units = names.values("unit")
        return Q(drive__unit__in=units) | Q(place__in=units)

    def in_year(self, year: int) -> Q:
        return Q(as_of__year=year)


def donor_words(row: Any) -> str:
    """Return who gave, or «Không nêu tên» where the reader may not know or nobody is known."""
    if row.person is None and row.household is None and not row.donor_name:
        return _("many donors") if row.donor_kind == DonorKind.MANY else _("not named")
    if not row.donor_known:
        return _("not named")
    if row.person is not None:
        return str(capfirst(row.person.addressed_name))
    if row.household is not None:
        return _("Household of %(head)s") % {"head": row.household.head.addressed_name}
    return str(row.donor_name)


def given_words(row: Gift) -> str:
    """Return «Tiền: trên 20 tỷ đồng», or the kind alone where no amount is known."""
    amount = amount_words(row.kind, row.amount, is_lower_bound=row.is_lower_bound)
    kind = KINDS[GiftKind(row.kind)]
    return _("%(kind)s: %(amount)s") % {"kind": kind, "amount": amount} if amount else str(kind)


TABLE: Table[Any] = Table(
    name="ung-ho",
    caption=gettext_lazy("Gifts"),
    columns=(
        name_column(
            gettext_lazy("Gift"),
            "gifts-page",
            given_words,
            sort=("kind", "amount"),
            note=lambda row: row.description,
        ),
        Column("donor", gettext_lazy("Donor"), donor_words),
        Column(
            "drive",
            gettext_lazy("Drive"),
            lambda row: cells.link(reverse("drives-page", args=[row.drive_id]), row.drive.name),
            csv=lambda row: row.drive.name,
            sort=("drive__search_text",),
        ),
        Column("work", gettext_lazy("Work"), lambda row: row.work),
        Column("place", gettext_lazy("Place"), lambda row: row.place.name if row.place else ""),
        Column("as_of", gettext_lazy("As of"), lambda row: row.as_of, sort=("as_of",)),
        export_column("kind", gettext_lazy("Kind"), lambda row: row.get_kind_display()),
        export_column("amount", gettext_lazy("Amount"), lambda row: row.amount, numeric=True),
        export_column("lower", gettext_lazy("Known only as “more than”"), lambda row: row.is_lower_bound),
        export_column("description", gettext_lazy("Description"), lambda row: row.description),
        export_column("donor_kind", gettext_lazy("Kind of donor"), lambda row: row.get_donor_kind_display()),
        export_column("consent", gettext_lazy("Consent"), lambda row: row.get_consent_display()),
        export_column("received", gettext_lazy("Received on"), lambda row: row.received_on),
        export_column("receipt", gettext_lazy("Receipt"), lambda row: row.receipt),
        *origin_columns(),
    ),
    order="-as_of",
    empty=gettext_lazy("No gift has been recorded yet."),
    filters=GiftFilters,
)


class DriveFilters(RecordFilters):
    """The year is any in which the drive ran."""

    def in_year(self, year: int) -> Q:
        begun = Q(starts_on__isnull=True) | Q(starts_on__year__lte=year)
        not_over = Q(ends_on__isnull=True) | Q(ends_on__year__gte=year)
        return begun & not_over


DRIVE_TABLE: Table[Any] = Table(
    name="dot-van-dong",
    caption=gettext_lazy("Drives"),
    columns=(
        name_column(
            gettext_lazy("Drive"),
            "drives-page",
            lambda row: row.name,
            sort=("search_text",),
            note=lambda row: row.purpose,
        ),
        Column(
            "unit", gettext_lazy("Unit that collects"), lambda row: row.unit.name, sort=("unit__sort_key",)
        ),
        Column("from", gettext_lazy("From"), lambda row: row.starts_on, sort=("starts_on",)),
        Column("to", gettext_lazy("To"), lambda row: row.ends_on, sort=("ends_on",)),
        Column(
            "gifts", gettext_lazy("Gifts"), lambda row: row.gift_count, sort=("gift_count",), numeric=True
        ),
        export_column("purpose", gettext_lazy("Purpose"), lambda row: row.purpose),
        movements_column(),
        origin_column(),
    ),
    order="-from",
    empty=gettext_lazy("No drive has been opened yet."),
    filters=DriveFilters,
)


def gifts_of(drive: Drive) -> str:
    """Return the address of the gifts to a drive."""
    return f"{reverse('gifts')}?dot={drive.slug}"
