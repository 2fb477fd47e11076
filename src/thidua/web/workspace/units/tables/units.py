"""The list of units: those of a day, or those that bear a name that was looked for, whenever they existed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final

from django import forms
from django.db.models import DateField as DateColumn
from django.db.models import QuerySet, Value
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy

from thidua.orgs import paths
from thidua.orgs.enums import Hierarchy, UnitKind
from thidua.orgs.models import Unit
from thidua.orgs.queries import names_as_of, search_units, units_as_of
from thidua.web.shell import cells
from thidua.web.shell.filters import FilterForm
from thidua.web.shell.forms import DateField
from thidua.web.shell.tables import Column, Table
from thidua.web.workspace.units.eras import era
from thidua.web.workspace.units.levels import LEVELS, level_choices

MOST_FOUND: Final = 400


def _select(label: Any, choices: Any) -> forms.ChoiceField:
    told = [(code, capfirst(words)) for code, words in choices]
    return forms.ChoiceField(label=label, choices=[("", gettext_lazy("all")), *told])


class UnitFilters(FilterForm):
    """By name (old or new), day, hierarchy, level and kind."""

    q = forms.CharField(label=gettext_lazy("Name, old or new"), max_length=100)
    ngay = DateField(label=gettext_lazy("As of the day"))
    he_thong = _select(gettext_lazy("Hierarchy"), Hierarchy.choices)
    cap = _select(gettext_lazy("Level"), level_choices())
    loai = _select(gettext_lazy("Kind"), UnitKind.choices)

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        kinds = set(UnitKind.values)
        if "cap" in answers:
            kinds &= LEVELS[answers["cap"]][1]
        if "loai" in answers:
            kinds &= {answers["loai"]}
        hierarchies = {answers["he_thong"]} if "he_thong" in answers else set(Hierarchy.values)
        if not isinstance(rows, QuerySet):
            return [row for row in rows if row.kind in kinds and row.hierarchy in hierarchies]
        if "q" in answers:
            hits = search_units(answers["q"], on=answers.get("ngay"), limit=MOST_FOUND)
            rows = rows.filter(pk__in=[hit.unit_id for hit in hits])
        return rows.filter(kind__in=kinds, hierarchy__in=hierarchies)


def units_of(day: date) -> QuerySet[Unit]:
    """Return the units of `day` as rows of the list."""
    return units_as_of(day).annotate(day_then=Value(day, output_field=DateColumn()))


def units_named(text: str) -> list[Any]:
    """Return the units of any time whose name fits, best first, as rows of the list; four queries."""
    hits = search_units(text, limit=MOST_FOUND)
    units = Unit.objects.in_bulk([hit.unit_id for hit in hits])
    rows = []
    for hit in hits:
        row: Any = units[hit.unit_id]
        row.name_then, row.where_then, row.code_then, row.era_then = (
            hit.name,
            hit.where,
            row.official_code,
            hit.era,
        )
        rows.append(row)
    return rows


def _put_above(rows: Sequence[Any]) -> None:
    """Write on each row of a day what stood above it and when it existed; one query."""
    if not rows:
        return
    above = {row.pk: paths.ids_in(row.path_then)[-2::-1] if row.path_then else () for row in rows}
    names = names_as_of({pk for ids in above.values() for pk in ids}, rows[0].day_then)
    for row in rows:
        row.where_then = ", ".join(names[pk].in_address for pk in above[row.pk])
        row.era_then = era(row.exists_from, row.exists_to)


def _name(row: Any) -> SafeString:
    address = reverse("unit", args=[row.key])
    day = getattr(row, "day_then", None)
    linked = cells.link(f"{address}?ngay={day:%d/%m/%Y}" if day else address, row.name_then)
    return cells.with_mark(linked, row.provenance)


def _columns(sort: Callable[[str, str], Any]) -> tuple[Column[Any], ...]:
    return (
        Column(
            "name",
            gettext_lazy("Unit"),
            _name,
            csv=lambda row: row.name_then,
            sort=sort("sort_key_then", "name_then"),
            header=True,
        ),
        Column(
            "kind",
            gettext_lazy("Kind"),
            lambda row: capfirst(row.get_kind_display()),
            sort=sort("kind", "kind"),
        ),
        Column("above", gettext_lazy("Belonged to"), lambda row: row.where_then),
        Column(
            "code",
            gettext_lazy("Official code"),
            lambda row: row.code_then,
            sort=sort("code_then", "code_then"),
        ),
        Column("era", gettext_lazy("Time"), lambda row: row.era_then),
        Column(
            "hierarchy",
            gettext_lazy("Hierarchy"),
            lambda row: capfirst(row.get_hierarchy_display()),
            export_only=True,
        ),
        Column("key", gettext_lazy("Key"), lambda row: row.key, export_only=True),
        Column("source", gettext_lazy("Source"), lambda row: row.source, export_only=True),
    )


OF_A_DAY: Table[Any] = Table(
    name="don-vi",
    caption=gettext_lazy("Units"),
    columns=_columns(lambda column, _attribute: (column,)),
    order="name",
    empty=gettext_lazy("No unit on this day"),
    filters=UnitFilters,
    prepare=_put_above,
)
# Rows of many times: the best hit first, unless a column is chosen.
NAMED: Table[Any] = Table(
    name="don-vi",
    caption=gettext_lazy("Units"),
    columns=_columns(lambda _column, attribute: lambda row: getattr(row, attribute)),
    order="",
    empty=gettext_lazy("No unit of this name"),
    filters=UnitFilters,
)
