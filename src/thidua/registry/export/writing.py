"""The export as JSON (a decision to a line) or CSV (an award to a line)."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Final, TextIO

from thidua.registry.export.content import AWARD, DECISION, ExportedDecision, decisions
from thidua.registry.queries.books import Source
from thidua.support.spreadsheets.writing_csv import guarded

_SOURCES: Final = "sources"


def write_json(out: TextIO) -> int:
    """Write one JSON object to a line for each decision, its awards inside, and return how many awards."""
    count = 0
    for decision in decisions():
        told = _plain(decision.values)
        told["awards"] = [
            {**_plain(award.values), _SOURCES: [_source(one) for one in award.sources]}
            for award in decision.awards
        ]
        count += len(decision.awards)
        out.write(json.dumps(told, ensure_ascii=False) + "\n")
    return count


def write_csv(out: TextIO) -> int:
    """Write one line for each award, with the columns of its decision before it, and return how many awards.

    A decision without awards has a line of its own. Columns that both have are told apart by `decision_`. What an
    office program would take for a formula has an apostrophe before it, which reading such a file takes off again.
    """
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*(f"decision_{name}" for name in DECISION), *AWARD, _SOURCES])
    count = 0
    for decision in decisions():
        for line in _lines(decision):
            writer.writerow(line)
        count += len(decision.awards)
    return count


FORMATS: Final[dict[str, Callable[[TextIO], int]]] = {"csv": write_csv, "json": write_json}


def _lines(decision: ExportedDecision) -> Iterable[list[str]]:
    own = [_text(value) for value in decision.values.values()]
    if not decision.awards:
        yield [*own, *([""] * (len(AWARD) + 1))]
    for award in decision.awards:
        sources = [_source(one) for one in award.sources]
        told = json.dumps(sources, ensure_ascii=False) if sources else ""
        yield [*own, *(_text(value) for value in award.values.values()), told]


def _source(one: Source) -> dict[str, Any]:
    return {
        "book": one.title,
        "sha256": one.sha256,
        "sheet": one.sheet,
        "row": one.row,
        "own": one.own,
        "cells": dict(sorted(one.cells.items())),
    }


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else guarded(str(value))
