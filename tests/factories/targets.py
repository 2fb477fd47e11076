"""Indicators, plans, figures and reporting rounds in the small province, made through the actions of the product."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from tests.factories.movements import SmallProvince
from thidua.accounts.models import User
from thidua.core.periods import Period
from thidua.movements.enums import FieldOfWork
from thidua.orgs.models import Unit
from thidua.targets.actions import (
    IndicatorContent,
    Question,
    accept_sheet,
    create_indicator,
    open_round,
    record_observation,
    save_cell,
    set_plan,
    submit_sheet,
)
from thidua.targets.enums import IndicatorKind, PlanAuthority
from thidua.targets.models import Cell, Indicator, Observation, Plan, ReportingRound, Sheet
from thidua.targets.typed import Typed

NINE_MONTHS = Period.of_first_months(2019, 9)
SIX_MONTHS = Period.of_first_months(2019, 6)
YEAR = Period.of_year(2019)
DUE = date(2019, 10, 5)


def indicator_content(place: SmallProvince, **changes: Any) -> IndicatorContent:
    """Return what is said of an indicator, complete, with `changes`."""
    return IndicatorContent(
        **{
            "code": "thu-ngan-sach",
            "name": "Tổng thu ngân sách trên địa bàn",
            "name_en": "Total budget revenue",
            "kind": IndicatorKind.LEVEL,
            "measure": "tỷ đồng",
            "measure_en": "billion đồng",
            "owner": place.department,
            "field": FieldOfWork.ECONOMY,
            "source": "Sở Tài chính",
            **changes,
        }
    )


def indicator(place: SmallProvince, **changes: Any) -> Indicator:
    """Return a new indicator; by default the budget revenue, counted from the start of the year."""
    return create_indicator(content=indicator_content(place, **changes), by=place.officer)


def ratio(place: SmallProvince, **changes: Any) -> Indicator:
    """Return a new ratio: dossiers resolved in time."""
    return indicator(
        place,
        **{
            "code": "ho-so-dung-han",
            "name": "Hồ sơ giải quyết trước hạn và đúng hạn",
            "name_en": "Dossiers resolved in time",
            "kind": IndicatorKind.RATIO,
            "measure": "%",
            "measure_en": "%",
            "decimals": 2,
            "field": FieldOfWork.ADMINISTRATIVE_REFORM,
            "numerator_name": "hồ sơ đúng hạn",
            "denominator_name": "hồ sơ tiếp nhận",
            **changes,
        },
    )


def count(place: SmallProvince, **changes: Any) -> Indicator:
    """Return a new count that sums up the tree."""
    return indicator(
        place,
        **{
            "code": "thon-xanh",
            "name": "Thôn xanh – sạch – đẹp",
            "name_en": "Green villages",
            "kind": IndicatorKind.COUNT,
            "measure": "thôn",
            "measure_en": "villages",
            "rolls_up": True,
            **changes,
        },
    )


def plan(place: SmallProvince, what: Indicator, unit: Unit, value: int | str, **changes: Any) -> Plan:
    """Return a new plan of the year 2019, by default of the People's Council."""
    said: dict[str, Any] = {"period": YEAR, "authority": PlanAuthority.COUNCIL, **changes}
    return set_plan(indicator=what, unit=unit, value=Decimal(value), by=place.officer, **said)


def observed(
    place: SmallProvince, what: Indicator, unit: Unit, value: int | str | None, **changes: Any
) -> Observation:
    """Return an accepted figure, by default of the nine months of 2019."""
    said: dict[str, Any] = {"period": NINE_MONTHS, **changes}
    number = None if value is None else Decimal(value)
    return record_observation(indicator=what, unit=unit, value=number, by=place.officer, **said)


def opened(
    place: SmallProvince, indicators: Sequence[Indicator], units: Sequence[Unit] | None = None, **changes: Any
) -> ReportingRound:
    """Return an open round over nine months of 2019, asked of the two communes."""
    said: dict[str, Any] = {
        "name": "Báo cáo 9 tháng năm 2019",
        "period": NINE_MONTHS,
        "due_on": DUE,
        "questions": [Question(each) for each in indicators],
        "units": [place.de_tham, place.hung_son] if units is None else units,
        "opened_by": place.province,
        **changes,
    }
    return open_round(by=place.officer, **said)


def sheet_of(round_: ReportingRound, unit: Unit) -> Sheet:
    """Return the sheet of a unit as it is now."""
    return Sheet.objects.select_related("round__opened_by", "unit").get(round=round_, unit=unit)


def typed(sheet: Sheet, what: Indicator, text: str = "", by: User | None = None, **boxes: str) -> Cell:
    """Type into a cell as the unit's officer who has the present version before them."""
    known = Cell.objects.filter(sheet=sheet, indicator=what).first()
    return save_cell(
        sheet=sheet,
        indicator=what,
        typed=Typed(text, boxes.get("numerator", ""), boxes.get("denominator", "")),
        version=known.version if known else 0,
        by=by,
        note=boxes.get("note"),
        confirmed=boxes.get("confirmed"),
    )


def accepted(place: SmallProvince, sheet: Sheet, clerk: User) -> Sheet:
    """Submit a filled-in sheet and accept it."""
    submit_sheet(sheet=sheet, by=clerk, blanks_are_intended=True)
    return accept_sheet(sheet=sheet, by=place.officer)
