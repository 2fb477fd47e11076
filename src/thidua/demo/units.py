"""The demonstration province's units, persons apart: files of `data/lang_son` → one import."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

import yaml

from thidua.accounts.models import User
from thidua.orgs.actions import (
    ImportedUnits,
    NameRow,
    PlacementRow,
    SuccessionRow,
    UnitRow,
    import_units,
)
from thidua.orgs.enums import Certainty, Hierarchy, UnitKind

DATA: Final = Path(__file__).parent / "data" / "lang_son"
PROVINCE: Final = "tinh-lang-son"


def load_units(*, by: User | None) -> ImportedUnits:
    """Bring in the units of Lạng Sơn from 2019 to 2025, its villages and organisations; those present stay."""
    organisations = yaml.safe_load((DATA / "organisations.yaml").read_text(encoding="utf-8"))
    bodies = [_organisation(body, organisations["sources"]) for body in organisations["organisations"]]
    return import_units(
        units=[*_places(), *_villages(), *bodies],
        successions=[*_place_successions(), *_organisation_successions(organisations["successions"])],
        by=by,
        source="demo/data/lang_son",
    )


def _rows(file: str) -> list[dict[str, str]]:
    with (DATA / file).open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _places() -> Iterator[UnitRow]:
    periods: dict[str, list[NameRow]] = {}
    for row in _rows("names.csv"):
        periods.setdefault(row["key"], []).append(
            NameRow(
                name=row["name"],
                short_name=row["bare_name"],
                official_code=row["official_code"],
                valid_from=_day(row["valid_from"]),
                valid_to=_day(row["valid_to"]),
                certainty=row["certainty"],
                note=row["note"],
            )
        )
    for row in _rows("units.csv"):
        first, last = _day(row["exists_from"]), _day(row["exists_to"])
        only = NameRow(row["name"], row["bare_name"], row["official_code"], first, last)
        yield UnitRow(
            key=row["key"],
            hierarchy=Hierarchy.STATE,
            kind=row["kind"],
            names=tuple(periods.get(row["key"], [only])),
            placements=(PlacementRow(row["parent"]),),
            exists_from=first,
            exists_to=last,
            source=row["source"],
        )


def _villages() -> Iterator[UnitRow]:
    for row in _rows("villages.csv"):
        yield UnitRow(
            key=row["key"],
            hierarchy=Hierarchy.VILLAGE,
            kind=UnitKind.VILLAGE,
            names=(NameRow(row["name"], row["bare_name"]),),
            placements=(PlacementRow(row["parent"]),),
            source=row["source"],
        )


def _organisation(body: dict[str, Any], sources: dict[str, str]) -> UnitRow:
    first, last = body.get("from"), body.get("to")
    return UnitRow(
        key=body["key"],
        hierarchy=body["hierarchy"],
        kind=UnitKind.BODY,
        names=tuple(_names(body.get("names", [body]))),
        placements=tuple(
            PlacementRow(place["parent"], place.get("from"), place.get("to"))
            for place in body.get("parents", [body])
        ),
        exists_from=first,
        exists_to=last,
        source=sources[body["known"]],
        note=body.get("note", ""),
    )


def _names(periods: Iterable[dict[str, Any]]) -> Iterator[NameRow]:
    for period in periods:
        yield NameRow(
            name=period["name"],
            short_name=period.get("short_name", period["name"]),
            valid_from=period.get("from"),
            valid_to=period.get("to"),
            certainty=period.get("certainty", Certainty.CONFIRMED),
            note=period.get("note", ""),
        )


def _place_successions() -> Iterator[SuccessionRow]:
    for row in _rows("successions.csv"):
        yield SuccessionRow(
            change=row["change"],
            date=date.fromisoformat(row["date"]),
            act=row["act"],
            kind=row["kind"],
            predecessor=row["predecessor"],
            successor=row["successor"],
            part=row["extent"] == "part",
            certainty=row["certainty"],
            note=row["note"],
        )


def _organisation_successions(changes: Iterable[dict[str, Any]]) -> Iterator[SuccessionRow]:
    for change in changes:
        for predecessor in change["predecessors"]:
            yield SuccessionRow(
                change=change["change"],
                date=change["date"],
                act=change["act"],
                kind=change["kind"],
                predecessor=predecessor,
                successor=change["successor"],
                certainty=change["certainty"],
            )
