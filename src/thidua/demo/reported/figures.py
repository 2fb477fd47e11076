"""The figures the report states, and the test values that reproduce its percentages."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from thidua.accounts.roles import BOARD_OFFICER
from thidua.core.periods import Period
from thidua.demo.reported.statement import Statement, at_noon
from thidua.movements.models import Movement
from thidua.support.provenance import Provenance
from thidua.targets.actions.create_indicator import create_indicator
from thidua.targets.actions.indicator_content import IndicatorContent
from thidua.targets.actions.record_observation import record_observation
from thidua.targets.actions.set_plan import set_plan
from thidua.targets.models import Indicator

STATED = (
    *("code", "name", "name_en", "kind", "measure", "measure_en", "decimals", "share_decimals"),
    *("direction", "field", "source", "numerator_name", "denominator_name"),
)
TEST_NOTE = "Dữ liệu kiểm thử: chọn để khớp tỷ lệ đã in, không phải số công bố"


def enter_figures(statement: Statement, movements: dict[str, Movement]) -> dict[str, Indicator]:
    """Enter indicators with their stated values; plan and base of the budget are marked as test data."""
    return {
        row["code"]: _enter(statement, row, order, movements)
        for order, row in enumerate(statement.facts["indicators"], start=1)
    }


def _enter(
    statement: Statement, row: dict[str, Any], order: int, movements: dict[str, Movement]
) -> Indicator:
    drives = [movement for slug, movement in movements.items() if slug.endswith("-2019")]
    indicator = create_indicator(
        content=IndicatorContent(
            owner=statement.units[row["owner"]],
            movements=drives,
            order=order,
            **{name: row[name] for name in STATED if name in row},
        ),
        provenance=Provenance.REPORTED,
        by=statement.users[BOARD_OFFICER.code],
    )
    for observation in row["observations"]:
        _observe(statement, indicator, observation, statement.source, Provenance.REPORTED)
    if "test_base" in row:
        _observe(statement, indicator, row["test_base"], TEST_NOTE, Provenance.TEST)
    if "test_plan" in row:
        plan = row["test_plan"]
        set_plan(
            indicator=indicator,
            unit=statement.units["province"],
            period=Period(plan["starts_on"], plan["ends_on"]),
            value=Decimal(plan["value"]),
            authority=plan["authority"],
            document=TEST_NOTE,
            provenance=Provenance.TEST,
            by=statement.users[BOARD_OFFICER.code],
            at=at_noon(date(2019, 1, 1)),
        )
    return indicator


def _observe(
    statement: Statement, indicator: Indicator, row: dict[str, Any], source: str, provenance: str
) -> None:
    record_observation(
        indicator=indicator,
        unit=statement.units["province"],
        period=Period(row["starts_on"], row["ends_on"]),
        value=Decimal(row["value"]),
        numerator=row.get("numerator"),
        denominator=row.get("denominator"),
        as_of=row["as_of"],
        note=row.get("note", ""),
        source=source,
        provenance=provenance,
        by=statement.users[BOARD_OFFICER.code],
        at=at_noon(row["as_of"]),
    )
