"""The table that says the same as a chart, on the page and as a download."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.utils.safestring import SafeString

from thidua.web.shell import cells
from thidua.web.shell.csv_download import csv_response


@dataclass(frozen=True)
class TwinCell:
    """One drawn cell."""

    label: str
    html: SafeString
    numeric: bool


@dataclass(frozen=True)
class Twin:
    """A table of plain values: `name` is its download's, `numeric` are the places of number columns."""

    name: str
    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    numeric: frozenset[int] = frozenset()

    @property
    def columns(self) -> list[TwinCell]:
        """The headings, drawn."""
        return [
            TwinCell(heading, cells.show(heading), place in self.numeric)
            for place, heading in enumerate(self.headings)
        ]

    @property
    def drawn(self) -> list[list[TwinCell]]:
        """The rows, drawn."""
        return [
            [
                TwinCell(heading, cells.show(value, numeric=place in self.numeric), place in self.numeric)
                for place, (heading, value) in enumerate(zip(self.headings, row, strict=True))
            ]
            for row in self.rows
        ]

    def download(self) -> HttpResponse:
        """Return the table as a CSV download."""
        return csv_response(self.name, self.headings, self.rows)
