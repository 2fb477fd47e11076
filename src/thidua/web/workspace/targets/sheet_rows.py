"""The rows of a sheet as its page shows them: what stands in the boxes, beside them, and what is said of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.core.indicators import IndicatorKind
from thidua.core.periods import Period
from thidua.core.vietnamese.dates import format_time, local_date
from thidua.support.provenance import Provenance
from thidua.targets import wording
from thidua.targets.actions import CellConflict
from thidua.targets.measured import Measured
from thidua.targets.models import Indicator
from thidua.targets.queries import GridRow, SheetGrid
from thidua.targets.typed import Typed
from thidua.web.shell import formats


class Standing(StrEnum):
    """What a row asks of the person who fills it in."""

    EMPTY = "empty"
    SAVED = "saved"
    WRONG = "wrong"
    ASKED = "asked"
    CONFLICT = "conflict"


@dataclass(frozen=True)
class Beside:
    """A number beside the boxes: its words, the period it is of where the column does not say, its origin."""

    text: str
    period: str = ""
    provenance: str = Provenance.RECORDED


@dataclass(frozen=True)
class ShownRow:
    """One indicator of the sheet. `typed` is what stands in the boxes, saved or not; `version` is what it saw."""

    row: GridRow
    number: int
    count: int
    typed: Typed
    version: int
    standing: Standing
    status: str
    plan: Beside | None
    same_period: Beside | None
    last: Beside | None
    refusals: tuple[str, ...] = ()
    conflict: CellConflict | None = None
    previous_pk: int | None = None
    next_pk: int | None = None

    @property
    def indicator(self) -> Indicator:
        """The indicator of the row."""
        return self.row.indicator

    @property
    def pk(self) -> int:
        """The number by which the fields of the row are named."""
        return self.row.indicator.pk

    @property
    def name(self) -> str:
        """The indicator's name in the page's language."""
        return wording.name_of(self.row.indicator)

    @property
    def measure(self) -> str:
        """Its unit of measure."""
        return wording.measure_of(self.row.indicator)

    @property
    def is_ratio(self) -> bool:
        """Whether the row has two boxes for integers."""
        return self.row.indicator.kind == IndicatorKind.RATIO

    @property
    def share(self) -> str:
        """«92,2%» of the plan, or nothing."""
        share = self.row.figure.share
        return "" if share is None else formats.percent(share, self.row.indicator.share_decimals)

    @property
    def comparison(self) -> str:
        """«bằng 136,3%» of the same period, in the form of the indicator's kind."""
        return self.row.figure.comparison_short

    @property
    def wrong(self) -> tuple[str, ...]:
        """What has to be mended."""
        return (*self.refusals, *self.row.errors)

    @property
    def has_notes(self) -> bool:
        """Whether anything stands below the row."""
        row = self.row
        return bool(
            self.wrong
            or row.questions
            or row.warnings
            or row.open_faults
            or self.conflict
            or row.figure.wording
        )


@dataclass
class Sent:
    """What happened to the rows that were sent but not saved: by indicator id, what stood in the boxes and why."""

    typed: dict[int, Typed] = field(default_factory=dict)
    refusals: dict[int, tuple[str, ...]] = field(default_factory=dict)
    conflicts: dict[int, CellConflict] = field(default_factory=dict)


def shown_rows(grid: SheetGrid, sent: Sent | None = None) -> list[ShownRow]:
    """Return the rows of the whole sheet in their order."""
    sent = sent or Sent()
    pks = [row.indicator.pk for row in grid.rows]
    return [
        shown_row(row, grid, number, len(pks), sent, _neighbours(pks, number))
        for number, row in enumerate(grid.rows, start=1)
    ]


def shown_row(
    row: GridRow,
    grid: SheetGrid,
    number: int,
    count: int,
    sent: Sent,
    neighbours: tuple[int | None, int | None] = (None, None),
) -> ShownRow:
    """Return one row as the page shows it."""
    pk = row.indicator.pk
    conflict = sent.conflicts.get(pk)
    refusals = sent.refusals.get(pk, ())
    standing = _standing(row, conflict, refusals)
    return ShownRow(
        row=row,
        number=number,
        count=count,
        typed=sent.typed.get(pk, row.typed),
        version=conflict.theirs.version if conflict else row.version,
        standing=standing,
        status=_status(row, standing),
        plan=_plan(row),
        same_period=_measured(row.indicator, row.figure.base),
        last=_measured(row.indicator, row.last, named=grid.last_period is None),
        refusals=refusals,
        conflict=conflict,
        previous_pk=neighbours[0],
        next_pk=neighbours[1],
    )


def _neighbours(pks: Sequence[int], number: int) -> tuple[int | None, int | None]:
    return (pks[number - 2] if number > 1 else None, pks[number] if number < len(pks) else None)


def _standing(row: GridRow, conflict: CellConflict | None, refusals: tuple[str, ...]) -> Standing:
    if conflict:
        return Standing.CONFLICT
    if refusals or row.errors or row.open_faults:
        return Standing.WRONG
    if row.needs_reason:
        return Standing.ASKED
    return Standing.SAVED if row.cell else Standing.EMPTY


def _status(row: GridRow, standing: Standing) -> str:
    words: Mapping[Standing, str] = {
        Standing.CONFLICT: _("Two values – choose one"),
        Standing.WRONG: _("To be mended"),
        Standing.ASKED: _("To be confirmed"),
        Standing.EMPTY: "",
    }
    if standing in words:
        return words[standing]
    assert row.cell is not None
    return _("Saved %(at)s") % {"at": _when(row.cell.saved_at)}


def _when(moment: datetime) -> str:
    """«09:05», with the day when it was not today."""
    return format_time(moment) if local_date(moment) == timezone.localdate() else formats.moment(moment)


def _plan(row: GridRow) -> Beside | None:
    plan = row.figure.plan
    if plan is None:
        return None
    own_period = plan.period != Period.of_year(plan.period.end.year)
    period = plan.period.label(formats.page_language()) if own_period else ""
    return Beside(_number(row.indicator, plan.value), period, plan.provenance)


def _measured(indicator: Indicator, measured: Measured | None, *, named: bool = False) -> Beside | None:
    if measured is None:
        return None
    text = measured.comparator.phrase(_number(indicator, measured.value), formats.page_language())
    period = measured.period.label(formats.page_language()) if named else ""
    return Beside(text, period, measured.provenance)


def _number(indicator: Indicator, value: Decimal) -> str:
    number = wording.plain_number(indicator, value)
    return f"{number}%" if IndicatorKind(indicator.kind).is_percent else number
