"""The rows of a table before they are kept, and imports so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from thidua.registry.enums import ImportContent
from thidua.registry.importing.verdicts import Preview, RowVerdict, Verdict
from thidua.registry.models import HistoryImport
from thidua.web.shell import cells
from thidua.web.shell.tables import Column, Table
from thidua.web.shell.tags import Tag, Tone

PATHS: Final[Mapping[str, ImportContent]] = {
    "xep-loai": ImportContent.GRADES,
    "sang-kien": ImportContent.INITIATIVES,
    "khen-thuong": ImportContent.AWARDS,
}
TAGS: Final[Mapping[Verdict, tuple[Promise, Tone]]] = {
    Verdict.REFUSED: (_("to correct"), Tone.ERROR),
    Verdict.CHOOSE: (_("choose who it is"), Tone.WARNING),
    Verdict.NEW: (_("new"), Tone.INFO),
    Verdict.SAME: (_("as on record"), Tone.NEUTRAL),
}
# Forms carry at most a thousand fields: of each verdict so many rows are shown, the rest is counted.
MOST_SHOWN: Final[Mapping[Verdict, int]] = {
    Verdict.REFUSED: 150,
    Verdict.CHOOSE: 150,
    Verdict.NEW: 100,
    Verdict.SAME: 20,
}


@dataclass(frozen=True)
class ShownRow:
    """One row with its verdict in words, and what was chosen of it."""

    row: RowVerdict
    tag: Tag
    left_out: bool
    chosen: int | None

    @property
    def notes(self) -> tuple[str, ...]:
        """What is wrong or strange."""
        return (*self.row.faults, *self.row.remarks)

    @property
    def may_choose(self) -> bool:
        """Whether somebody has to say who it is, or has just said so."""
        return bool(self.row.candidates)


def shown_rows(found: Preview, left_out: frozenset[int], choices: Mapping[int, int]) -> list[ShownRow]:
    """Return the rows to look at, those that stop something first; of each verdict the first ones,
    led by those whose recipient was chosen.
    """
    shown = []
    for verdict, most in MOST_SHOWN.items():
        rows = [row for row in found.rows if row.verdict is verdict]
        rows = sorted(rows, key=lambda row: not row.candidates)[:most]
        words, tone = TAGS[verdict]
        shown += [
            ShownRow(row, Tag(str(words), tone), row.number in left_out, choices.get(row.number))
            for row in rows
        ]
    return shown


def counts(found: Preview) -> list[tuple[Tag, int]]:
    """Return how many rows have which verdict, those without any left out."""
    return [
        (Tag(str(words), tone), found.count(verdict))
        for verdict, (words, tone) in TAGS.items()
        if found.count(verdict)
    ]


def import_tag(row: HistoryImport) -> Tag:
    """Return whether an import still counts."""
    return Tag(_now("undone"), Tone.NEUTRAL) if row.is_undone else Tag(_now("kept"), Tone.SUCCESS)


IMPORTS: Table[Any] = Table(
    name="lan-nhap",
    caption=_("Imports into the history"),
    columns=(
        Column(
            "title",
            _("Import"),
            lambda row: cells.link(reverse("history-import", args=[row.pk]), row.title),
            csv=lambda row: row.title,
            sort=("title",),
            header=True,
        ),
        Column("content", _("What it holds"), lambda row: row.get_content_display().capitalize()),
        Column("rows", _("Rows"), lambda row: row.row_count, sort=("row_count",), numeric=True),
        Column("by", _("By"), lambda row: row.imported_by.get_full_name() if row.imported_by else ""),
        Column("at", _("When"), lambda row: row.imported_at, sort=("imported_at",)),
        Column("state", _("State"), import_tag, csv=lambda row: import_tag(row).text),
    ),
    order="-at",
    empty=_("Nothing has been imported yet."),
)
