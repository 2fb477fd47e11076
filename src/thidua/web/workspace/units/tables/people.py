"""Lists of persons and households."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy

from thidua.core.vietnamese.fold import fold
from thidua.orgs.models import Position, UnitName
from thidua.orgs.queries import addresses_today, positions_of
from thidua.support.provenance import Provenance
from thidua.web.shell import cells
from thidua.web.shell.filters import FilterForm
from thidua.web.shell.tables import Column, Table


def _units_named(text: str) -> Any:
    return UnitName.objects.filter(folded_name__contains=fold(text)).order_by().values("unit")


class PersonFilters(FilterForm):
    """By name and by a unit where a position is or was held."""

    q = forms.CharField(label=gettext_lazy("Name"), max_length=100)
    don_vi = forms.CharField(label=gettext_lazy("Unit of a position"), max_length=100)

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        for word in fold(answers.get("q", "")).split():
            rows = rows.filter(folded_name__contains=word)
        if "don_vi" in answers:
            held = Position.objects.filter(unit__in=_units_named(answers["don_vi"])).order_by()
            rows = rows.filter(pk__in=held.values("person"))
        return rows


def _put_positions(rows: Sequence[Any]) -> None:
    held = positions_of([row.pk for row in rows], timezone.localdate())
    for row in rows:
        row.held = held.get(row.pk, ())


PERSONS: Table[Any] = Table(
    name="nguoi",
    caption=gettext_lazy("Persons"),
    columns=(
        Column(
            "name",
            gettext_lazy("Full name"),
            lambda row: cells.with_mark(
                cells.link(reverse("person", args=[row.pk]), row.full_name), row.provenance
            ),
            csv=lambda row: row.full_name,
            sort=("sort_key",),
            header=True,
        ),
        Column("positions", gettext_lazy("Positions today"), lambda row: "; ".join(row.held)),
        Column(
            "honorific",
            gettext_lazy("Form of address"),
            lambda row: row.get_honorific_display() if row.honorific else "",
            export_only=True,
        ),
        Column(
            "origin",
            gettext_lazy("Origin"),
            lambda row: str(Provenance(row.provenance).label),
            export_only=True,
        ),
    ),
    order="name",
    empty=gettext_lazy("No person yet"),
    filters=PersonFilters,
    prepare=_put_positions,
)


class HouseholdFilters(FilterForm):
    """By the name of the head and by the unit of the address."""

    q = forms.CharField(label=gettext_lazy("Name of the head"), max_length=100)
    don_vi = forms.CharField(label=gettext_lazy("Unit"), max_length=100)

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        for word in fold(answers.get("q", "")).split():
            rows = rows.filter(head__folded_name__contains=word)
        if "don_vi" in answers:
            rows = rows.filter(address_unit__in=_units_named(answers["don_vi"]))
        return rows


def _put_today(rows: Sequence[Any]) -> None:
    units = {row.address_unit_id for row in rows if row.address_unit_id}
    today = addresses_today(units, timezone.localdate()) if units else {}
    for row in rows:
        row.today = today[row.address_unit_id].sentence if row.address_unit_id else ""


HOUSEHOLDS: Table[Any] = Table(
    name="ho-gia-dinh",
    caption=gettext_lazy("Households"),
    columns=(
        Column(
            "head",
            gettext_lazy("Head of the household"),
            lambda row: cells.with_mark(
                cells.link(reverse("person", args=[row.head_id]), row.head.addressed_name), row.provenance
            ),
            csv=lambda row: row.head.addressed_name,
            sort=("head__sort_key",),
            header=True,
        ),
        Column(
            "address",
            gettext_lazy("Address as printed"),
            lambda row: cells.with_note(row.address_text, row.today),
            csv=lambda row: row.address_text,
        ),
        Column("day", gettext_lazy("Day of the address"), lambda row: row.address_on, sort=("address_on",)),
        Column("today", gettext_lazy("Place today"), lambda row: row.today, export_only=True),
        Column("source", gettext_lazy("Source"), lambda row: row.source, export_only=True),
    ),
    order="head",
    empty=gettext_lazy("No household yet"),
    filters=HouseholdFilters,
    prepare=_put_today,
)
