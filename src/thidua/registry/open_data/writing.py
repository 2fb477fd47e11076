"""The open data as CSV and JSON, piece by piece: the memory does not grow with the awards."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import astuple
from datetime import date
from io import StringIO
from typing import Final

from django.db.models import Count

from thidua.registry.models import Award
from thidua.registry.open_data.columns import COLUMNS, LICENCE
from thidua.registry.open_data.view import PublicAward, PublicView
from thidua.support.spreadsheets.writing_csv import guarded

AT_ONCE: Final = 1000
_NAMES: Final = tuple(column.name for column in COLUMNS)
_MARK: Final = "\ufeff"  # Excel reads UTF-8 only behind it; other programs skip it


def years() -> dict[int, int]:
    """Return year → awards in the register, the newest year first; one query."""
    rows = Award.objects.order_by().values_list("year").annotate(count=Count("pk"))
    return dict(sorted(rows, reverse=True))


def published(year: int | None = None) -> Iterator[list[PublicAward]]:
    """Yield what may be public, 1.000 awards at a time by id; a query for each and three for all."""
    view = PublicView()
    rows = Award.objects.select_related("conferral__deciding_unit").order_by("pk")
    if year is not None:
        rows = rows.filter(year=year)
    last = 0
    while part := list(rows.filter(pk__gt=last)[:AT_ONCE]):
        last = part[-1].pk
        yield list(view.of(part))
        if len(part) < AT_ONCE:
            return


def csv_parts(year: int | None = None) -> Iterator[bytes]:
    """Yield the CSV: commas, dates as ISO 8601, what an office program would take for a formula with an apostrophe."""
    yield _MARK.encode() + _lines([_NAMES])
    for awards in published(year):
        yield _lines([[_cell(value) for value in astuple(award)] for award in awards])


def json_parts(year: int | None = None, *, changed: str = "") -> Iterator[bytes]:
    """Yield one JSON object: licence, last change, and the awards one to a line."""
    head = {"licence": LICENCE[0], "changed": changed, "year": year}
    yield f'{json.dumps(head, ensure_ascii=False)[:-1]}, "awards": [\n'.encode()
    first = True
    for awards in published(year):
        lines = [json.dumps(as_json(award), ensure_ascii=False) for award in awards]
        if lines:
            yield ("" if first else ",\n").encode() + ",\n".join(lines).encode()
            first = False
    yield b"\n]}\n"


def as_json(award: PublicAward) -> dict[str, object]:
    """Return an award by the names of its columns, dates as ISO 8601."""
    values = zip(_NAMES, astuple(award), strict=True)
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values}


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    return guarded(value) if isinstance(value, str) else str(value)


def _lines(rows: list[list[str]] | list[tuple[str, ...]]) -> bytes:
    out = StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode("utf-8")
