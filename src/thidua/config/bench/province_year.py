"""A province's year of figures: 226 communes, 30 indicators, 12 months, and the same months a year before.

The rows are written in bulk, past the actions: a hundred thousand of them would take an hour through rights,
checks and audit, and only reading is measured.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from thidua.accounts.models import User
from thidua.config.bench.measurement import Measurement, median_ms
from thidua.config.bench.pages import page
from thidua.config.bench.throwaway import gather_statistics
from thidua.core.periods import Period
from thidua.core.vietnamese.names import sort_key
from thidua.movements.enums import FieldOfWork
from thidua.orgs.enums import Hierarchy, UnitKind
from thidua.orgs.models import Unit, UnitName, UnitPlacement
from thidua.orgs.paths import path_below
from thidua.support.provenance import Provenance
from thidua.targets.enums import Direction, IndicatorKind, PlanAuthority, SheetState
from thidua.targets.models import Indicator, Observation, Plan, ReportingRound, RoundIndicator, Sheet
from thidua.targets.queries.roll_up import year_table

YEAR: Final = 2019
COMMUNES: Final = 226
INDICATORS: Final = 30
MONTHS: Final = 12
MISSING: Final = 0.04  # of the sheets never came
LATE: Final = 0.08  # of those that came, came after the day
SIZE: Final = f"{COMMUNES} × {INDICATORS} × {MONTHS}"
BATCH: Final = 5000
# Lists of 50 rows out of all of them: the newest, a far page, a filter.
LISTS: Final = (
    "/lam-viec/so-lieu",
    "/lam-viec/so-lieu?trang=1000",
    "/lam-viec/ke-hoach",
    "/lam-viec/chi-tieu",
)


def measure(database: str) -> Iterator[Measurement]:
    """Yield the time of the roll-up with plan, same period, missing and late."""
    province = write_province_year()
    gather_statistics()
    milliseconds = median_ms(lambda: year_table(province, YEAR))
    yield Measurement("province-year roll-up", milliseconds, "ms", SIZE, database, limit=300)
    reader = User.objects.create_superuser("bench", "", None, full_name="Người đo thử")
    rows = f"{Observation.objects.count()} rows"
    for path in LISTS:
        yield from page(path, reader, size=rows, database=database, milliseconds=100, kilobytes=24)


def write_province_year(seed: int = 2019) -> Unit:
    """Write the year and the one before it; return the province."""
    dice = random.Random(seed)  # noqa: S311  (invented figures, not secrets)
    province = _unit("Tỉnh đo thử", UnitKind.PROVINCE, parent_path="")
    communes = [_unit(f"Xã đo thử {n}", UnitKind.COMMUNE, _path(province)) for n in range(1, COMMUNES + 1)]
    indicators = Indicator.objects.bulk_create(_indicators(province))
    for year in (YEAR - 1, YEAR):
        for month in range(1, MONTHS + 1):
            _write_month(year, month, communes, indicators, province, dice)
    Plan.objects.bulk_create(_plans(communes, indicators, dice), batch_size=BATCH)
    return province


def _unit(name: str, kind: UnitKind, parent_path: str) -> Unit:
    unit = Unit.objects.create(
        key=f"bench-{Unit.objects.count()}",
        hierarchy=Hierarchy.STATE,
        kind=kind,
        name=name,
        short_name=name,
        sort_key=sort_key(name),
        provenance=Provenance.TEST,
    )
    UnitName.objects.create(
        unit=unit,
        name=name,
        short_name=name,
        sort_key=unit.sort_key,
        folded_name=name,
        folded_short_name=name,
    )
    parent_id = int(parent_path[-7:]) if parent_path else None
    UnitPlacement.objects.create(unit=unit, parent_id=parent_id, path=path_below(parent_path, unit.pk))
    return unit


def _path(unit: Unit) -> str:
    return unit.placements.get().path


def _indicators(owner: Unit) -> Iterator[Indicator]:
    for number in range(INDICATORS):
        is_ratio = number % 10 == 9
        yield Indicator(
            code=f"bench-{number}",
            name=f"Chỉ tiêu đo thử {number}",
            kind=IndicatorKind.RATIO if is_ratio else IndicatorKind.COUNT,
            measure="%" if is_ratio else "hồ sơ",
            numerator_name="đúng hạn" if is_ratio else "",
            denominator_name="đã giải quyết" if is_ratio else "",
            direction=Direction.UP,
            field=FieldOfWork.ECONOMY,
            owner=owner,
            rolls_up=True,
            cumulative=number % 3 != 0,
            order=number,
            provenance=Provenance.TEST,
        )


def _write_month(
    year: int,
    month: int,
    communes: list[Unit],
    indicators: list[Indicator],
    province: Unit,
    dice: random.Random,
) -> None:
    """Write one reporting round for each kind of period, its sheets, and the observations that came of them."""
    for cumulative in (True, False):
        asked = [indicator for indicator in indicators if indicator.cumulative is cumulative]
        period = Period.of_first_months(year, month) if cumulative else Period.of_month(year, month)
        due = period.end + timedelta(days=5)
        round_ = ReportingRound.objects.create(
            name=f"Kỳ đo thử {month}/{year}",
            slug=f"bench-{year}-{month}-{'year' if cumulative else 'month'}",
            starts_on=period.start,
            ends_on=period.end,
            due_on=due,
            opened_by=province,
            provenance=Provenance.TEST,
        )
        RoundIndicator.objects.bulk_create(RoundIndicator(round=round_, indicator=each) for each in asked)
        sheets = Sheet.objects.bulk_create(_sheet(round_, commune, due, dice) for commune in communes)
        came = [sheet for sheet in sheets if sheet.first_submitted_on]
        rows = [_observation(sheet, indicator, period, dice) for sheet in came for indicator in asked]
        Observation.objects.bulk_create(rows, batch_size=BATCH)


def _sheet(round_: ReportingRound, commune: Unit, due: date, dice: random.Random) -> Sheet:
    sheet = Sheet(round=round_, unit=commune, provenance=Provenance.TEST)
    if dice.random() >= MISSING:
        sheet.state = SheetState.SUBMITTED
        sheet.first_submitted_on = due + timedelta(days=3 if dice.random() < LATE else -1)
    return sheet


def _observation(sheet: Sheet, indicator: Indicator, period: Period, dice: random.Random) -> Observation:
    row = Observation(
        indicator=indicator,
        unit=sheet.unit,
        sheet=sheet,
        starts_on=period.start,
        ends_on=period.end,
        as_of=period.end,
        value=Decimal(dice.randrange(1, 5000)),
        provenance=Provenance.TEST,
    )
    if indicator.kind == IndicatorKind.RATIO:
        row.denominator = Decimal(dice.randrange(100, 400))
        row.numerator = row.denominator - dice.randrange(0, 20)
        row.value = row.numerator * 100 / row.denominator
    return row


def _plans(communes: list[Unit], indicators: list[Indicator], dice: random.Random) -> Iterator[Plan]:
    year = Period(date(YEAR, 1, 1), date(YEAR, 12, 31))
    for commune in communes:
        for indicator in indicators:
            yield Plan(
                indicator=indicator,
                unit=commune,
                starts_on=year.start,
                ends_on=year.end,
                value=Decimal(dice.randrange(100, 60_000)),
                authority=PlanAuthority.SUPERIOR,
                provenance=Provenance.TEST,
            )
