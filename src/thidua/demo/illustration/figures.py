"""Invented indicators and figures: what districts report, month by month, and what a round looks like in progress."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Final

import yaml

from thidua.accounts.models import User
from thidua.core.periods import Period
from thidua.core.vietnamese.numbers import format_number
from thidua.demo.reported.statement import Statement, at_noon
from thidua.movements.models import Movement
from thidua.orgs.models import Unit
from thidua.support.provenance import Provenance
from thidua.targets.actions.accept_sheet import accept_sheet
from thidua.targets.actions.create_indicator import create_indicator
from thidua.targets.actions.indicator_content import IndicatorContent
from thidua.targets.actions.open_round import Question, open_round
from thidua.targets.actions.record_observation import record_observation
from thidua.targets.actions.return_sheet import return_sheet
from thidua.targets.actions.save_cell import save_cell
from thidua.targets.actions.set_plan import set_plan
from thidua.targets.actions.submit_sheet import submit_sheet
from thidua.targets.enums import IndicatorKind, PlanAuthority
from thidua.targets.models import Indicator, ReportingRound, Sheet
from thidua.targets.typed import Typed

SOURCE: Final = "Dữ liệu minh họa"
INDICATORS: Final = Path(__file__).parents[1] / "data" / "lang_son" / "invented_indicators.yaml"
RETURNED: Final = "Số liệu được nhập lại theo sổ theo dõi; đề nghị đối chiếu, giải trình mức tăng."


def invent_indicators(statement: Statement, by: User) -> list[Indicator]:
    """Add the invented indicators, which sum up the unit tree; all of them are marked as illustrative."""
    rows = yaml.safe_load(INDICATORS.read_text(encoding="utf-8"))
    return [
        create_indicator(
            content=IndicatorContent(
                owner=statement.units["province"],
                source=SOURCE,
                rolls_up=True,
                order=order,
                **{name: value for name, value in row.items() if name != "most"},
            ),
            provenance=Provenance.ILLUSTRATIVE,
            by=by,
        )
        for order, row in enumerate(rows, start=20)
    ]


def invent_trend(budget: Indicator, province: Unit, *, by: User, seed: int) -> None:
    """Fill the months before September of 2018 and 2019, growing towards the stated nine months."""
    dice = random.Random(seed)  # noqa: S311 -- repeatable invention, not a secret
    for year, nine_months in ((2018, 3688), (2019, 5027)):
        for month in range(1, 9):
            share = (month + dice.uniform(-0.25, 0.25)) / 9
            record_observation(
                indicator=budget,
                unit=province,
                period=Period.of_first_months(year, month),
                value=Decimal(round(nine_months * share)),
                source=SOURCE,
                provenance=Provenance.ILLUSTRATIVE,
                by=by,
            )


def invent_round(
    indicators: Sequence[Indicator],
    districts: Sequence[Unit],
    movement: Movement,
    province: Unit,
    by: User,
    seed: int,
) -> ReportingRound:
    """Hold the round of nine months: most districts accepted, one returned, one waiting, one at work, one silent."""
    dice = random.Random(seed)  # noqa: S311 -- repeatable invention, not a secret
    period = Period.of_first_months(2019, 9)
    for unit in districts:
        _invent_past(indicators, unit, period, dice, by)
    opened = open_round(
        name="Báo cáo kết quả 9 tháng đầu năm 2019",
        slug="9-thang-2019",
        period=period,
        due_on=date(2019, 10, 5),
        questions=[Question(indicator) for indicator in indicators],
        units=list(districts),
        opened_by=province,
        movement=movement,
        provenance=Provenance.ILLUSTRATIVE,
        by=by,
    )
    for number, sheet in enumerate(opened.sheets.select_related("unit").order_by("unit_id")):
        _fill_in(sheet, indicators, number, dice, by)
    return opened


def invent_half_year(indicators: Sequence[Indicator], unit: Unit, year: int, *, by: User, seed: int) -> None:
    """Give `unit` a plan for the year and the figures of its first half, to compare the next ones with."""
    dice = random.Random(seed)  # noqa: S311 -- repeatable invention, not a secret
    half = Period.of_first_months(year, 6)
    for indicator in indicators:
        value = _observe(indicator, unit, half, dice, by)
        if value is not None:
            _plan(indicator, unit, Period.of_year(year), value * 2, by)


def _invent_past(
    indicators: Sequence[Indicator], unit: Unit, period: Period, dice: random.Random, by: User
) -> None:
    for indicator in indicators:
        value = _observe(indicator, unit, period.same_period_last_year(), dice, by)
        if value is not None:
            _plan(indicator, unit, Period.of_year(2019), value * Decimal("1.4"), by)


def _observe(
    indicator: Indicator, unit: Unit, period: Period, dice: random.Random, by: User
) -> Decimal | None:
    """Record an invented figure and return its value; None for a ratio, which has no plan here."""
    value = numerator = denominator = None
    if indicator.kind == IndicatorKind.RATIO:
        denominator = dice.randint(1200, 2500)
        numerator = denominator - dice.randint(20, 120)
    else:
        value = _value(indicator, dice)
    record_observation(
        indicator=indicator,
        unit=unit,
        period=period,
        value=value,
        numerator=numerator,
        denominator=denominator,
        source=SOURCE,
        provenance=Provenance.ILLUSTRATIVE,
        by=by,
    )
    return value


def _plan(indicator: Indicator, unit: Unit, period: Period, value: Decimal, by: User) -> None:
    set_plan(
        indicator=indicator,
        unit=unit,
        period=period,
        value=value.quantize(Decimal(1)),
        authority=PlanAuthority.SUPERIOR,
        document=SOURCE,
        provenance=Provenance.ILLUSTRATIVE,
        by=by,
    )


def _fill_in(
    sheet: Sheet, indicators: Sequence[Indicator], number: int, dice: random.Random, by: User
) -> None:
    if number == 10:
        return
    for position, indicator in enumerate(indicators):
        if number == 9 and position > 1:
            return
        save_cell(sheet=sheet, indicator=indicator, typed=_typed(indicator, dice), version=0, by=by)
    sheet.refresh_from_db()
    submitted = submit_sheet(
        sheet=sheet,
        reasons={indicator.pk: "Đã đối chiếu với sổ theo dõi." for indicator in indicators},
        at=at_noon(date(2019, 10, 3 + number % 4)),
        by=by,
    )
    if number == 7:
        return_sheet(
            sheet=submitted, reasons={indicators[0].pk: RETURNED}, at=at_noon(date(2019, 10, 7)), by=by
        )
    elif number != 8:
        accept_sheet(sheet=submitted, at=at_noon(date(2019, 10, 8)), by=by)


@cache
def _most(code: str) -> int:
    """Return the largest yearly value that is invented for a district."""
    rows = yaml.safe_load(INDICATORS.read_text(encoding="utf-8"))
    return next(int(row["most"]) for row in rows if row["code"] == code)


def _value(indicator: Indicator, dice: random.Random) -> Decimal:
    most = _most(indicator.code)
    return Decimal(str(round(dice.uniform(most / 3, most), indicator.decimals)))


def _typed(indicator: Indicator, dice: random.Random) -> Typed:
    if indicator.kind == IndicatorKind.RATIO:
        denominator = dice.randint(1300, 2600)
        numerator = denominator - dice.randint(5, 60)
        return Typed(numerator=format_number(numerator), denominator=format_number(denominator))
    return Typed(value=format_number(_value(indicator, dice), indicator.decimals))
