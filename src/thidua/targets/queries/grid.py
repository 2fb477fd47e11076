"""One unit's sheet as a grid: beside each box its plan, the same period, the period before, and what follows."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import QuerySet

from thidua.core.indicators import Finding, FindingCode, FindingLevel, IndicatorKind
from thidua.core.periods import Period
from thidua.core.workflow.reporting import EDITABLE
from thidua.support.provenance import Provenance
from thidua.targets.checks import findings_of
from thidua.targets.figure import Figure
from thidua.targets.measured import Measured
from thidua.targets.models import Cell, CellFault, Indicator, RoundIndicator, Sheet
from thidua.targets.queries.parts import measured_from, planned_from
from thidua.targets.queries.references import NOTHING, Ask, References, references_of
from thidua.targets.typed import Reading, Typed, read
from thidua.targets.wording import finding_sentence


@dataclass(frozen=True)
class GridRow:
    """One indicator of a sheet. `figure` is what the typed value would say; `last` the figure before it."""

    indicator: Indicator
    is_compulsory: bool
    typed: Typed
    reading: Reading
    figure: Figure
    findings: tuple[Finding, ...]
    last: Measured | None = None
    cell: Cell | None = None
    open_faults: tuple[CellFault, ...] = ()

    @property
    def version(self) -> int:
        """The version that a save has to name; 0 for a cell nobody has filled in."""
        return self.cell.version if self.cell else 0

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in the boxes."""
        return self.typed.is_blank

    @property
    def errors(self) -> tuple[str, ...]:
        """What has to be mended before the sheet can be submitted."""
        found = (finding_sentence(one) for one in self.findings if one.level is FindingLevel.ERROR)
        return (*self.reading.faults.values(), *found)

    @property
    def questions(self) -> tuple[str, ...]:
        """What has to be answered with a reason."""
        return tuple(finding_sentence(one) for one in self.findings if one.level is FindingLevel.QUESTION)

    @property
    def warnings(self) -> tuple[str, ...]:
        """What is worth knowing; a missing plan is shown in its own column."""
        return tuple(
            finding_sentence(one)
            for one in self.findings
            if one.level is FindingLevel.WARNING and one.code is not FindingCode.NO_PLAN
        )

    @property
    def reason(self) -> str:
        """The reason given for an unusual value."""
        return self.cell.confirmed if self.cell else ""

    @property
    def needs_reason(self) -> bool:
        """Whether a question still waits for its reason."""
        return bool(self.questions) and not self.reason


@dataclass(frozen=True)
class SheetGrid:
    """A sheet with its rows in the order of the form."""

    sheet: Sheet
    period: Period
    rows: tuple[GridRow, ...]

    @property
    def is_editable(self) -> bool:
        """Whether the unit may type now."""
        return self.sheet.state in EDITABLE

    @property
    def filled(self) -> int:
        """How many rows have something typed."""
        return sum(not row.is_blank for row in self.rows)

    @property
    def blanks(self) -> tuple[GridRow, ...]:
        """The compulsory rows that are empty."""
        return tuple(row for row in self.rows if row.is_blank and row.is_compulsory)

    @property
    def last_period(self) -> Period | None:
        """The period of the last figures, where it is the same for all rows that have one."""
        periods = {row.last.period for row in self.rows if row.last}
        return periods.pop() if len(periods) == 1 else None

    def row_of(self, indicator: Indicator) -> GridRow | None:
        """Return the row of an indicator, or None when the round does not ask for it."""
        return next((row for row in self.rows if row.indicator.pk == indicator.pk), None)


def grid(sheet: Sheet) -> SheetGrid:
    """Return the grid of a sheet that was read with its round; five queries whatever the rows."""
    return _grid(sheet, RoundIndicator.objects.filter(round=sheet.round))


def grid_row(sheet: Sheet, indicator: Indicator) -> GridRow | None:
    """Return one row of the grid, or None when the round does not ask for it; five queries."""
    found = _grid(sheet, RoundIndicator.objects.filter(round=sheet.round, indicator=indicator))
    return found.rows[0] if found.rows else None


def _grid(sheet: Sheet, asked: QuerySet[RoundIndicator]) -> SheetGrid:
    period = Period(sheet.round.starts_on, sheet.round.ends_on)
    questions = list(asked.select_related("indicator").order_by("order", "pk"))
    indicators = {question.indicator_id: question.indicator for question in questions}
    cells = {
        cell.indicator_id: cell
        for cell in Cell.objects.filter(sheet=sheet, indicator_id__in=indicators).select_related(
            "saved_by", "evidence"
        )
    }
    faults: dict[int, list[CellFault]] = defaultdict(list)
    for fault in CellFault.objects.filter(sheet=sheet, settled_at=None).order_by("pk"):
        faults[fault.indicator_id].append(fault)
    asks = {indicator_id: Ask(indicator_id, sheet.unit_id, period) for indicator_id in indicators}
    found = references_of(asks.values(), indicators)
    return SheetGrid(
        sheet,
        period,
        tuple(
            _row(
                sheet,
                period,
                question,
                cells.get(question.indicator_id),
                tuple(faults[question.indicator_id]),
                found.get(asks[question.indicator_id], NOTHING),
            )
            for question in questions
        ),
    )


def _row(
    sheet: Sheet,
    period: Period,
    question: RoundIndicator,
    cell: Cell | None,
    faults: tuple[CellFault, ...],
    references: References,
) -> GridRow:
    indicator = question.indicator
    typed = Typed(cell.typed, cell.typed_numerator, cell.typed_denominator) if cell else Typed()
    reading = read(IndicatorKind(indicator.kind), typed)
    base = measured_from(references.same_period) if references.same_period else None
    plan = planned_from(references.plan) if references.plan else None
    last = measured_from(references.last) if references.last else None
    figure = Figure(
        indicator=indicator,
        unit_id=sheet.unit_id,
        period=period,
        measured=_as_measured(sheet, period, reading),
        plan=plan,
        base=base,
    )
    return GridRow(
        indicator=indicator,
        is_compulsory=question.is_compulsory,
        typed=typed,
        reading=reading,
        figure=figure,
        findings=findings_of(
            indicator,
            reading,
            plan=plan.value if plan else None,
            same_period=base.value if base else None,
            last=last.value if last else None,
        ),
        last=last,
        cell=cell,
        open_faults=faults,
    )


def _as_measured(sheet: Sheet, period: Period, reading: Reading) -> Measured | None:
    if reading.value is None or not reading.is_readable:
        return None
    return Measured(
        value=reading.value,
        period=period,
        as_of=period.end,
        comparator=reading.comparator,
        numerator=reading.numerator,
        denominator=reading.denominator,
        provenance=Provenance(sheet.provenance),
    )
