"""Invented indicators and figures: what districts report, month by month, and what a round looks like in progress."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from thidua.accounts.models import User
from thidua.core.periods import Period
from thidua.core.vietnamese.numbers import format_number
from thidua.demo.reported.statement import Statement, at_noon
from thidua.movements.enums import FieldOfWork
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
RETURNED: Final = "Số liệu được nhập lại theo sổ theo dõi; đề nghị đối chiếu, giải trình mức tăng."


def invent_indicators(statement: Statement, by: User) -> list[Indicator]:
    """Add four indicators that sum up the unit tree; all of them are marked as illustrative.

    They belong to no movement, so that the closing report of 2019 says nothing that the real one did not.
    """
    owner, reform = statement.units["province"], statement.units["one_stop"]
    contents = (
        IndicatorContent(
            code="rural_roads",
            name="Đường giao thông nông thôn làm mới",
            name_en="New rural roads",
            kind=IndicatorKind.LEVEL,
            measure="km",
            decimals=1,
            owner=owner,
            field=FieldOfWork.CULTURE_SOCIETY,
            source=SOURCE,
            rolls_up=True,
            order=20,
        ),
        IndicatorContent(
            code="land_given",
            name="Diện tích đất nhân dân hiến",
            name_en="Land given by the people",
            kind=IndicatorKind.LEVEL,
            measure="m²",
            owner=owner,
            field=FieldOfWork.CULTURE_SOCIETY,
            source=SOURCE,
            rolls_up=True,
            order=21,
        ),
        IndicatorContent(
            code="model_villages",
            name="Thôn đạt mô hình xanh - sạch - đẹp",
            name_en="Villages that became green, clean and beautiful models",
            kind=IndicatorKind.COUNT,
            measure="thôn",
            measure_en="villages",
            owner=owner,
            field=FieldOfWork.CULTURE_SOCIETY,
            source=SOURCE,
            rolls_up=True,
            order=22,
        ),
        IndicatorContent(
            code="district_on_time",
            name="Hồ sơ giải quyết trước hạn và đúng hạn tại huyện",
            name_en="Dossiers resolved early or on time in the district",
            kind=IndicatorKind.RATIO,
            measure="%",
            decimals=2,
            share_decimals=2,
            owner=reform,
            field=FieldOfWork.ADMINISTRATIVE_REFORM,
            source=SOURCE,
            rolls_up=True,
            numerator_name="hồ sơ giải quyết trước hạn và đúng hạn",
            denominator_name="hồ sơ đã giải quyết",
            order=23,
        ),
    )
    return [
        create_indicator(content=content, provenance=Provenance.ILLUSTRATIVE, by=by) for content in contents
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


def _invent_past(
    indicators: Sequence[Indicator], unit: Unit, period: Period, dice: random.Random, by: User
) -> None:
    for indicator in indicators:
        former = period.same_period_last_year()
        if indicator.kind == IndicatorKind.RATIO:
            denominator = dice.randint(1200, 2500)
            record_observation(
                indicator=indicator,
                unit=unit,
                period=former,
                numerator=denominator - dice.randint(20, 120),
                denominator=denominator,
                source=SOURCE,
                provenance=Provenance.ILLUSTRATIVE,
                by=by,
            )
            continue
        value = _value(indicator, dice)
        record_observation(
            indicator=indicator, unit=unit, period=former, value=value, source=SOURCE,
            provenance=Provenance.ILLUSTRATIVE, by=by,
        )  # fmt: skip
        set_plan(
            indicator=indicator, unit=unit, period=Period.of_year(2019),
            value=(value * Decimal("1.4")).quantize(Decimal(1)),
            authority=PlanAuthority.SUPERIOR, document=SOURCE, provenance=Provenance.ILLUSTRATIVE, by=by,
        )  # fmt: skip


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


def _value(indicator: Indicator, dice: random.Random) -> Decimal:
    most = {"km": 40, "m²": 30000, "thôn": 12}[indicator.measure]
    return Decimal(str(round(dice.uniform(most / 3, most), indicator.decimals)))


def _typed(indicator: Indicator, dice: random.Random) -> Typed:
    if indicator.kind == IndicatorKind.RATIO:
        denominator = dice.randint(1300, 2600)
        numerator = denominator - dice.randint(5, 60)
        return Typed(numerator=format_number(numerator), denominator=format_number(denominator))
    return Typed(value=format_number(_value(indicator, dice), indicator.decimals))
