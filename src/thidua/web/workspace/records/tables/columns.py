"""Columns that lists of records have in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thidua.support.provenance import Provenance
from thidua.web.shell import cells
from thidua.web.shell.tables import Column


def name_column(
    label: Any,
    page: str,
    name: Callable[[Any], str],
    *,
    sort: tuple[str, ...],
    note: Callable[[Any], object] | None = None,
) -> Column[Any]:
    """Return the column that names the record, leads to its page, and carries its mark."""

    def value(row: Any) -> object:
        linked = cells.with_mark(cells.link(reverse(page, args=[row.pk]), name(row)), row.provenance)
        return cells.with_note(linked, note(row)) if note else linked

    return Column("name", label, value, csv=name, sort=sort, header=True)


def export_column(
    key: str, label: Any, value: Callable[[Any], object], *, numeric: bool = False
) -> Column[Any]:
    """Return a column that stands only in the downloads."""
    return Column(key, label, value, numeric=numeric, export_only=True)


def movements_column() -> Column[Any]:
    """Return the movements of a record, for downloads; the rows come with `movements` prefetched."""
    return export_column(
        "movements",
        _("Movements"),
        lambda row: "; ".join(movement.short_name for movement in row.movements.all()),
    )


def origin_columns() -> tuple[Column[Any], ...]:
    """Return source and origin, for downloads."""
    return (
        export_column("source", _("Source"), lambda row: row.source),
        origin_column(),
    )


def origin_column() -> Column[Any]:
    """Return the origin, for downloads: recorded, reported, illustrative, test."""
    return export_column("origin", _("Origin"), lambda row: str(Provenance(row.provenance).label))
