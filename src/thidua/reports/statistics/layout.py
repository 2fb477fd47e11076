"""The layouts of the forms, read from `layouts/*.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from thidua.core.language import Wording
from thidua.core.law.reading import load_law
from thidua.reports.statistics.conditions import Condition, conditions_of

FOLDER: Final = Path(__file__).with_name("layouts")


@dataclass(frozen=True)
class FormColumn:
    """A column: `under` is the heading it shares with its neighbours; `extra` is not printed by the ministry."""

    key: str
    name: Wording
    under: Wording | None
    conditions: tuple[Condition, ...]
    sum_of: tuple[str, ...] = ()
    extra: bool = False


@dataclass(frozen=True)
class FormRow:
    """A row, or (`is_heading`) a line that only divides. `code` is empty where the printed one is not known.

    `not_kept`: the register has nothing that could be counted here.
    """

    key: str
    code: str
    name: Wording
    depth: int
    conditions: tuple[Condition, ...]
    is_heading: bool = False
    not_kept: bool = False
    sum_of: tuple[str, ...] = ()


@dataclass(frozen=True)
class Layout:
    """One form. `verified` tells whether it was compared with the official annex; `note` says what is doubtful."""

    code: str
    slug: str
    name: Wording
    source: str
    text: str
    verified: bool
    note: Wording
    basis: Wording
    conditions: tuple[Condition, ...]
    columns: tuple[FormColumn, ...]
    rows: tuple[FormRow, ...]

    @property
    def lines(self) -> tuple[FormRow, ...]:
        """The rows that have cells."""
        return tuple(row for row in self.rows if not row.is_heading)

    def due_in(self, year: int) -> date | None:
        """Return the day by which the form of a year is due; None where it is not known."""
        parameter = load_law().parameters["reports/statistics"].at(date(year, 12, 31))
        value = parameter.value if parameter else None
        said = value.get(f"form_{self.slug}") if isinstance(value, Mapping) else None
        return date.fromisoformat(f"{year}-{said}") if said else None


@cache
def layouts() -> tuple[Layout, ...]:
    """Return every form in the order of the codes."""
    return tuple(_read(path) for path in sorted(FOLDER.glob("*.yaml")))


def layout(slug: str) -> Layout | None:
    """Return the form «0603», None where there is none."""
    return next((one for one in layouts() if one.slug == slug), None)


def _read(path: Path) -> Layout:
    said: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Layout(
        code=said["code"],
        slug=path.stem,
        name=Wording(**said["name"]),
        source=said["source"],
        text=said["cite"],
        verified=said["verified"],
        note=Wording(**said["note"]),
        basis=Wording(**said["basis"]),
        conditions=conditions_of(said.get("where")),
        columns=tuple(_column(one) for one in said["columns"]),
        rows=tuple(_row(one) for one in said["rows"]),
    )


def _column(said: Mapping[str, Any]) -> FormColumn:
    return FormColumn(
        key=said["key"],
        name=Wording(said["vi"], said["en"]),
        under=Wording(**said["under"]) if "under" in said else None,
        conditions=conditions_of(said.get("where")),
        sum_of=tuple(said.get("sum_of", ())),
        extra=said.get("extra", False),
    )


def _row(said: Mapping[str, Any]) -> FormRow:
    return FormRow(
        key=said.get("key", said.get("code", "")),
        code=said.get("code", ""),
        name=Wording(said["vi"], said["en"]),
        depth=said.get("depth", 0),
        conditions=conditions_of(said.get("where")),
        is_heading=said.get("heading", False),
        not_kept=said.get("not_kept", False),
        sum_of=tuple(said.get("sum_of", ())),
    )
