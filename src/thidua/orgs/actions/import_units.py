"""Bring in many units at once, with their names, placements and successions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.orgs.access import require
from thidua.orgs.actions.naming import build_name, unit_sort_key
from thidua.orgs.enums import Certainty
from thidua.orgs.models import Unit, UnitChange, UnitName, UnitPlacement, UnitSuccession
from thidua.orgs.periods import Span
from thidua.orgs.placing import Piece, pieces_below
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused, Sentence

BATCH = 500


@dataclass(frozen=True)
class NameRow:
    """What a unit was called over a period."""

    name: str
    short_name: str
    official_code: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    certainty: str = Certainty.CONFIRMED
    note: str = ""


@dataclass(frozen=True)
class PlacementRow:
    """Below which unit (by key; "" for a root) a unit stood over a period."""

    parent: str
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True)
class UnitRow:
    """A unit with its history; names and placements in order of time, at least one name."""

    key: str
    hierarchy: str
    kind: str
    names: tuple[NameRow, ...]
    placements: tuple[PlacementRow, ...] = ()
    exists_from: date | None = None
    exists_to: date | None = None
    source: str = ""
    note: str = ""
    provenance: str = "recorded"


@dataclass(frozen=True)
class SuccessionRow:
    """A link between units by key; rows of one `change` belong together."""

    change: str
    date: date
    act: str
    kind: str
    predecessor: str
    successor: str = ""
    part: bool = False
    certainty: str = Certainty.CONFIRMED
    note: str = ""


@dataclass(frozen=True)
class ImportedUnits:
    """How many units were made, how many were there before, and how many links were made."""

    created: int
    present: int
    links: int


@dataclass
class _Known:
    """Units by key while the import runs: their rows and where they stand."""

    units: dict[str, Unit] = field(default_factory=dict)
    pieces: dict[str, list[Piece]] = field(default_factory=dict)


def import_units(
    *, units: Sequence[UnitRow], successions: Sequence[SuccessionRow] = (), by: User | None, source: str = ""
) -> ImportedUnits:
    """Make all units and links that are not there yet, in one transaction with one entry in the log.

    A unit whose key is known stays as it is, and so do the links of a unit that has some. A placement lasts no
    longer than the unit and its parent. Raises NotAllowed without the right on all units, Refused naming every
    unknown key, repeated key and missing name; then nothing is written.
    """
    require(by, Right.MANAGE_UNITS)
    with transaction.atomic():
        known = _read_known(units, successions)
        present = set(known.units)
        _check(units, successions, present)
        new = [row for row in units if row.key not in present]
        _write_units(new, known)
        _write_placements(new, known)
        links = _write_successions(successions, known)
        if new or links:
            subject = known.units[new[0].key if new else successions[0].predecessor]
            details = {"units": [row.key for row in new], "links": links, "source": source}
            record(by=by, action="orgs.units_imported", subject=subject, details=details)
    return ImportedUnits(len(new), len(units) - len(new), links)


def _read_known(units: Sequence[UnitRow], successions: Sequence[SuccessionRow]) -> _Known:
    keys = {row.key for row in units}
    keys |= {place.parent for row in units for place in row.placements}
    keys |= {key for row in successions for key in (row.predecessor, row.successor)}
    known = _Known(Unit.objects.in_bulk(list(keys), field_name="key"))
    placements = UnitPlacement.objects.filter(unit__in=known.units.values())
    for key, first, last, path in placements.values_list("unit__key", "valid_from", "valid_to", "path"):
        known.pieces.setdefault(key, []).append(Piece(Span(first, last), path))
    return known


def _check(units: Sequence[UnitRow], successions: Sequence[SuccessionRow], present: set[str]) -> None:
    faults: list[Sentence] = []
    keys: set[str] = set()
    for row in units:
        if row.key in keys:
            faults.append(_("The key “%(key)s” stands twice. Give each unit its own.") % {"key": row.key})
        if not row.names:
            faults.append(_("The unit “%(key)s” has no name. Add one.") % {"key": row.key})
        keys.add(row.key)
    named = {place.parent for row in units for place in row.placements}
    named |= {key for row in successions for key in (row.predecessor, row.successor)}
    for key in sorted(named - keys - present - {""}):
        faults.append(_("No unit has the key “%(key)s”. Add the unit, or correct the key.") % {"key": key})
    if faults:
        raise Refused({"units": faults})


def _write_units(rows: Sequence[UnitRow], known: _Known) -> None:
    for row in rows:
        last = row.names[-1]
        known.units[row.key] = Unit(
            key=row.key,
            hierarchy=row.hierarchy,
            kind=row.kind,
            name=last.name,
            short_name=last.short_name,
            sort_key=unit_sort_key(last.short_name),
            official_code=last.official_code,
            exists_from=row.exists_from,
            exists_to=row.exists_to,
            source=row.source,
            note=row.note,
            provenance=row.provenance,
        )
    Unit.objects.bulk_create([known.units[row.key] for row in rows], batch_size=BATCH)
    UnitName.objects.bulk_create(
        (
            build_name(
                known.units[row.key],
                name=name.name,
                short_name=name.short_name,
                official_code=name.official_code,
                valid_from=name.valid_from,
                valid_to=name.valid_to,
                certainty=name.certainty,
                note=name.note,
            )
            for row in rows
            for name in row.names
        ),
        batch_size=BATCH,
    )


def _write_placements(rows: Sequence[UnitRow], known: _Known) -> None:
    placements: list[UnitPlacement] = []
    waiting = {row.key: row for row in rows}
    while waiting:
        ready = [
            row for row in waiting.values() if not any(place.parent in waiting for place in row.placements)
        ]
        if not ready:
            raise Refused(
                {"units": _("These units stand below each other: %(keys)s.") % {"keys": ", ".join(waiting)}}
            )
        for row in ready:
            placements += _placed(row, known)
            del waiting[row.key]
    UnitPlacement.objects.bulk_create(placements, batch_size=BATCH)


def _placed(row: UnitRow, known: _Known) -> list[UnitPlacement]:
    unit = known.units[row.key]
    lifetime = Span(row.exists_from, row.exists_to)
    placed: list[UnitPlacement] = []
    for place in row.placements:
        span = Span(place.valid_from, place.valid_to).overlap(lifetime)
        if span is None:
            continue
        parent_pieces = known.pieces.get(place.parent, []) if place.parent else None
        parent = known.units[place.parent] if place.parent else None
        for piece in pieces_below(unit.pk, span, parent_pieces):
            known.pieces.setdefault(row.key, []).append(piece)
            placed.append(
                UnitPlacement(
                    unit=unit,
                    parent=parent,
                    path=piece.path,
                    valid_from=piece.span.first,
                    valid_to=piece.span.last,
                    is_last=False,
                )
            )
    if placed:
        placed[-1].is_last = True
    return placed


def _write_successions(rows: Sequence[SuccessionRow], known: _Known) -> int:
    settled = set(
        UnitSuccession.objects.filter(predecessor__in={known.units[row.predecessor] for row in rows})
        .order_by()
        .values_list("predecessor_id", flat=True)
    )
    new = [row for row in rows if known.units[row.predecessor].pk not in settled]
    changes = {row.change: UnitChange(date=row.date, kind=row.kind, act=row.act) for row in new}
    UnitChange.objects.bulk_create(changes.values(), batch_size=BATCH)
    UnitSuccession.objects.bulk_create(
        (
            UnitSuccession(
                change=changes[row.change],
                predecessor=known.units[row.predecessor],
                successor=known.units.get(row.successor),
                part=row.part,
                certainty=row.certainty,
                note=row.note,
            )
            for row in new
        ),
        batch_size=BATCH,
    )
    return len(new)
