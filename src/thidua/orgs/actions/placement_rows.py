"""Writing and closing the rows that say where units stand. Right and audit are the callers' matter."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.db.models import Q

from thidua.orgs import paths
from thidua.orgs.models import Unit, UnitName, UnitPlacement
from thidua.orgs.periods import Span, valid_on
from thidua.orgs.placing import Piece, pieces_below

ONE_DAY = timedelta(days=1)


def pieces_of(unit: Unit) -> list[Piece]:
    """Return where `unit` stood and stands, oldest first."""
    rows = UnitPlacement.objects.filter(unit=unit)
    return [
        Piece(Span(first, last), path)
        for first, last, path in rows.values_list("valid_from", "valid_to", "path")
    ]


def place_unit(unit: Unit, parent: Unit | None, span: Span, act: str = "") -> None:
    """Write where `unit` stands for `span`; it must not stand anywhere in that time yet."""
    pieces = pieces_below(unit.pk, span, None if parent is None else pieces_of(parent))
    UnitPlacement.objects.filter(unit=unit).update(is_last=False)
    _write(unit.pk, None if parent is None else parent.pk, pieces, act)


def move_subtree(unit: Unit, parent: Unit, on: date, act: str) -> int:
    """Move `unit` below `parent` from the day `on`, and with it all that stands below; return how many moved."""
    new_pieces = pieces_below(unit.pk, Span(on, unit.exists_to), pieces_of(parent))
    old_path = (
        UnitPlacement.objects.filter(valid_on(on), unit=unit)
        .order_by()
        .values_list("path", flat=True)
        .first()
    )
    if old_path is None:
        place_unit(unit, parent, Span(on, unit.exists_to), act)
        return 1
    low, high = paths.subtree_range(old_path)
    moved = list(
        UnitPlacement.objects.filter(path__gte=low, path__lt=high)
        .filter(Q(valid_to__isnull=True) | Q(valid_to__gte=on))
        .order_by("path", "valid_from")
    )
    _close(moved, on - ONE_DAY)
    for row in moved:
        begins = Span(max(row.valid_from or on, on), row.valid_to)
        pieces = [
            Piece(common, piece.path + row.path[len(old_path) :])
            for piece in new_pieces
            if (common := begins.overlap(piece.span))
        ]
        _write(row.unit_id, parent.pk if row.unit_id == unit.pk else row.parent_id, pieces, act)
    return len({row.unit_id for row in moved})


def end_unit(unit: Unit, last_day: date) -> None:
    """Let `unit` end with `last_day`: its name and placement end with it; what stood below stands nowhere."""
    unit.exists_to = last_day
    unit.version += 1
    unit.save(update_fields=["exists_to", "version"])
    UnitName.objects.filter(unit=unit, valid_to__isnull=True).update(valid_to=last_day)
    for piece in pieces_of(unit):
        low, high = paths.subtree_range(piece.path)
        below = UnitPlacement.objects.filter(path__gte=low, path__lt=high)
        _close(list(below.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=last_day))), last_day)


def _close(rows: Sequence[UnitPlacement], last_day: date) -> None:
    """End the rows with `last_day`; those that begin later are taken away."""
    later = [row.pk for row in rows if row.valid_from and row.valid_from > last_day]
    UnitPlacement.objects.filter(pk__in=later).delete()
    UnitPlacement.objects.filter(pk__in=[row.pk for row in rows if row.pk not in later]).update(
        valid_to=last_day
    )
    _mark_last({row.unit_id for row in rows})


def _write(unit_id: int, parent_id: int | None, pieces: Sequence[Piece], act: str) -> None:
    UnitPlacement.objects.bulk_create(
        UnitPlacement(
            unit_id=unit_id,
            parent_id=parent_id,
            path=piece.path,
            valid_from=piece.span.first,
            valid_to=piece.span.last,
            is_last=False,
            act=act,
        )
        for piece in pieces
    )
    _mark_last({unit_id})


def _mark_last(unit_ids: set[int]) -> None:
    """Say again which placement of each unit is its last."""
    latest: dict[int, tuple[date, int]] = {}
    rows = UnitPlacement.objects.filter(unit_id__in=unit_ids).order_by()
    for unit_id, first, pk in rows.values_list("unit_id", "valid_from", "pk"):
        latest[unit_id] = max(latest.get(unit_id, (date.min, 0)), (first or date.min, pk))
    last = [pk for _first, pk in latest.values()]
    rows.filter(is_last=True).exclude(pk__in=last).update(is_last=False)
    UnitPlacement.objects.filter(pk__in=last, is_last=False).update(is_last=True)
