"""Lạng Sơn 2019 in as many rows as its closing report needs, as the report states them.

Plan and same period of the budget are test data; the names of recipients are illustrative. Rows of other rooms are
written directly, because what is tested here is what the report makes of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from tests.factories import movements as making
from tests.factories.built_once import built_once
from tests.factories.report_records import AS_OF, SOURCE, confer, enter_records, family, person, role_model
from thidua.accounts.models import User
from thidua.accounts.roles import AUDITOR, BOARD_LEADER, BOARD_OFFICER, UNIT_OFFICER
from thidua.movements.models import Anniversary, ContentGroup, Movement, Review
from thidua.orgs.enums import Hierarchy, UnitKind
from thidua.orgs.models import Unit
from thidua.reports.actions import create_report
from thidua.reports.frame import ReportFrame
from thidua.reports.models import ClosingReport
from thidua.support.provenance import Provenance
from thidua.targets.models import Indicator, Observation, Plan

NINE_MONTHS = (date(2019, 1, 1), date(2019, 9, 30))
THEME = (
    "Đảng bộ, chính quyền, quân và dân các dân tộc tỉnh Lạng Sơn đoàn kết, sáng tạo, thi đua lập thành tích xuất sắc "
    "chào mừng kỷ niệm 110 năm ngày sinh đồng chí Hoàng Văn Thụ (04/11/1909 - 04/11/2019) và kỷ niệm 188 năm ngày "
    "thành lập tỉnh (04/11/1831 - 04/11/2019)"
)
PEAK_THEME = (
    "60 ngày đêm ra sức thi đua đoàn kết, sáng tạo, quyết tâm lập thành tích chào mừng kỷ niệm 110 năm ngày sinh đồng "
    "chí Hoàng Văn Thụ và kỷ niệm 188 năm ngày thành lập tỉnh"
)


__all__ = [
    "AS_OF",
    "Province2019",
    "confer",
    "family",
    "frame_2019",
    "observe",
    "person",
    "province_2019",
    "role_model",
]


@dataclass
class Province2019:
    """The units, accounts and rows of the year, and its closing report."""

    units: dict[str, Unit]
    officer: User
    leader: User
    finance: User
    centre: User
    auditor: User
    special: Movement
    peak: Movement
    standing: Movement
    indicators: dict[str, Indicator]
    report: ClosingReport

    def unit(self, key: str) -> Unit:
        """Return a unit by its short handle."""
        return self.units[key]


@built_once
def province_2019() -> Province2019:
    """Return the province of 2019 with the draft of its closing report."""
    units = _units()
    officer = making.account(BOARD_OFFICER.code, units["province"], "Nguyễn Văn Soạn")
    special, peak, standing = _movements(units)
    movements = [special, peak, standing]
    indicators = _indicators(units, movements)
    _measure(units, indicators, officer)
    enter_records(units, movements)
    report = create_report(
        frame=frame_2019(movements),
        unit=units["province"],
        issuer=units["board"],
        slug="lang-son-2019",
        by=officer,
        responsible={
            "economy": units["finance"],
            "administrative_reform": units["centre"],
            "defence_security": units["police"],
            "political_system": units["party"],
        },
    )
    return Province2019(
        units=units,
        officer=officer,
        leader=making.account(BOARD_LEADER.code, units["province"], "Hoàng Thị Trưởng"),
        finance=making.account(UNIT_OFFICER.code, units["finance"], "Lâm Văn Chính"),
        centre=making.account(UNIT_OFFICER.code, units["centre"], "Triệu Thị Trung"),
        auditor=making.account(AUDITOR.code, units["province"], "Dương Văn Tra"),
        special=special,
        peak=peak,
        standing=standing,
        indicators=indicators,
        report=report,
    )


def frame_2019(movements: list[Movement], **changes: Any) -> ReportFrame:
    """Return the frame of the report over nine months of 2019, with `changes`."""
    said: dict[str, Any] = {
        "year": 2019,
        "starts_on": NINE_MONTHS[0],
        "ends_on": NINE_MONTHS[1],
        "as_of": AS_OF,
        "movements": movements,
        "author_name": "Trần Văn Ba",
    }
    return ReportFrame(**{**said, **changes})


def _units() -> dict[str, Unit]:
    make = making.unit
    province = make("Tỉnh Lạng Sơn", UnitKind.PROVINCE, None, short_name="Lạng Sơn")
    people = make("Ủy ban nhân dân tỉnh", UnitKind.BODY, province)
    home = make("Sở Nội vụ", UnitKind.BODY, people)
    board = make(
        "Ban Thi đua – Khen thưởng tỉnh", UnitKind.BODY, home, short_name="Ban Thi đua – Khen thưởng"
    )
    units = {"province": province, "people": people, "home": home, "board": board}
    for handle, name in {
        "finance": "Sở Tài chính",
        "centre": "Trung tâm Phục vụ hành chính công",
        "statistics": "Cục Thống kê tỉnh",
        "hospital": "Bệnh viện đa khoa tỉnh",
        "culture": "Sở Văn hóa, Thể thao và Du lịch",
        "police": "Công an tỉnh",
    }.items():
        units[handle] = make(name, UnitKind.BODY, people)
    units["party"] = make("Tỉnh ủy", UnitKind.BODY, province, Hierarchy.PARTY)
    for handle, district, commune, village in (
        ("na_ao_2", "Huyện Tràng Định", "Xã Đề Thám", "Thôn Nà Ao 2"),
        ("ban_dooc", "Huyện Lộc Bình", "Xã Hiệp Hạ", "Thôn Bản Đoóc"),
        ("na_peo", "Huyện Đình Lập", "Xã Bắc Lãng", "Thôn Nà Pẻo"),
    ):
        above = make(commune, UnitKind.COMMUNE, make(district, UnitKind.DISTRICT, province))
        units[handle] = make(village, UnitKind.VILLAGE, above, Hierarchy.VILLAGE)
    return units


def _movements(units: dict[str, Unit]) -> tuple[Movement, Movement, Movement]:
    launched = {"state": "closed", "launched_at": datetime(2018, 12, 1, tzinfo=UTC)}
    reported = {"launched_by": units["province"], "provenance": Provenance.REPORTED, **launched}
    special = Movement.objects.create(
        slug="dac-biet-2019",
        kind="special",
        short_name="Đợt thi đua đặc biệt",
        theme=THEME,
        starts_on=date(2018, 12, 31),
        starts_precision="end_of_year",
        ended_on=AS_OF,
        fields=["economy", "culture_society", "defence_security", "political_system"],
        **reported,
    )
    peak = Movement.objects.create(
        slug="cao-diem-2019",
        kind="peak",
        short_name="Đợt thi đua cao điểm",
        theme=PEAK_THEME,
        starts_on=date(2019, 8, 19),
        planned_end=date(2019, 10, 17),
        ended_on=AS_OF,
        slogan_days=60,
        **reported,
    )
    standing = Movement.objects.create(
        slug="nang-cao-nang-luc",
        kind="regular",
        short_name="Nâng cao năng lực lãnh đạo",
        theme="Nâng cao năng lực lãnh đạo và sức chiến đấu của tổ chức cơ sở Đảng",
        **{**reported, "state": "launched", "launched_by": units["party"]},
    )
    ContentGroup.objects.bulk_create(ContentGroup(movement=peak, order=order) for order in range(1, 7))
    for movement in (special, peak):
        Review.objects.create(movement=movement, kind="final", held_on=AS_OF)
    special.anniversaries.add(
        Anniversary.objects.create(name="thực hiện Di chúc của Chủ tịch Hồ Chí Minh", started_year=1969),
        Anniversary.objects.create(
            name="ngày sinh đồng chí Hoàng Văn Thụ", started_year=1909, started_on=date(1909, 11, 4)
        ),
        Anniversary.objects.create(
            name="ngày thành lập tỉnh", started_year=1831, started_on=date(1831, 11, 4)
        ),
    )
    return special, peak, standing


def _indicators(units: dict[str, Unit], movements: list[Movement]) -> dict[str, Indicator]:
    rows: dict[str, dict[str, Any]] = {
        "industrial_production_index": {
            "name": "Chỉ số sản xuất công nghiệp",
            "kind": "growth",
            "measure": "%",
            "decimals": 2,
            "field": "economy",
            "owner": units["statistics"],
        },
        "budget_revenue": {
            "name": "Tổng thu ngân sách trên địa bàn",
            "name_en": "Total budget revenue",
            "kind": "level",
            "measure": "tỷ đồng",
            "measure_en": "billion đồng",
            "field": "economy",
            "owner": units["finance"],
        },
        "one_stop_received": {
            "name": "Hồ sơ tiếp nhận tại Trung tâm Phục vụ hành chính công",
            "kind": "count",
            "measure": "hồ sơ",
            "field": "administrative_reform",
            "owner": units["centre"],
        },
        "one_stop_on_time": {
            "name": "Tỷ lệ hồ sơ giải quyết trước hạn và đúng hạn",
            "kind": "ratio",
            "measure": "%",
            "decimals": 2,
            "numerator_name": "hồ sơ giải quyết trước hạn và đúng hạn",
            "denominator_name": "hồ sơ tiếp nhận",
            "field": "administrative_reform",
            "owner": units["centre"],
        },
    }
    made = {
        code: Indicator.objects.create(code=code, direction="up", provenance=Provenance.REPORTED, **row)
        for code, row in rows.items()
    }
    for indicator in made.values():
        indicator.movements.set(movements[:2])
    return made


def observe(
    indicator: Indicator, unit: Unit, value: str, by: User | None = None, **changes: Any
) -> Observation:
    """Return an accepted observation over the nine months of 2019, with `changes`."""
    said: dict[str, Any] = {
        "indicator": indicator,
        "unit": unit,
        "starts_on": NINE_MONTHS[0],
        "ends_on": NINE_MONTHS[1],
        "as_of": NINE_MONTHS[1],
        "value": Decimal(value),
        "source": SOURCE,
        "provenance": Provenance.REPORTED,
        "accepted_by": by,
    }
    return Observation.objects.create(**{**said, **changes})


def _measure(units: dict[str, Unit], indicators: dict[str, Indicator], by: User) -> None:
    province = units["province"]
    observe(indicators["industrial_production_index"], province, "6.86", by)
    observe(indicators["budget_revenue"], province, "5027", by)
    observe(
        indicators["budget_revenue"],
        province,
        "3688",
        by,
        starts_on=date(2018, 1, 1),
        ends_on=date(2018, 9, 30),
        as_of=date(2018, 9, 30),
        source="",
        provenance=Provenance.TEST,
    )
    Plan.objects.create(
        indicator=indicators["budget_revenue"],
        unit=province,
        starts_on=date(2019, 1, 1),
        ends_on=date(2019, 12, 31),
        value=Decimal(5452),
        authority="budget",
        provenance=Provenance.TEST,
        set_by=by,
    )
    until = {"ends_on": AS_OF, "as_of": AS_OF}
    observe(indicators["one_stop_received"], province, "12537", by, **until)
    observe(indicators["one_stop_on_time"], province, "99.08", by, **until)
