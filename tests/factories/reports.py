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
from thidua.accounts.models import User
from thidua.accounts.roles import AUDITOR, BOARD_LEADER, BOARD_OFFICER, UNIT_OFFICER
from thidua.contests.models import Competition, Edition, Result
from thidua.contributions.models import Drive, Gift
from thidua.movements.models import (
    Anniversary,
    ContentGroup,
    Event,
    EventPartner,
    Milestone,
    Movement,
    Review,
    RoleModel,
)
from thidua.orgs.actions import add_position, create_household, create_person
from thidua.orgs.enums import Hierarchy, UnitKind
from thidua.orgs.models import Household, Person, Unit
from thidua.registry.models import Award, Conferral
from thidua.reports.actions import create_report
from thidua.reports.frame import ReportFrame
from thidua.reports.models import ClosingReport
from thidua.support.provenance import Provenance
from thidua.targets.models import Indicator, Observation, Plan

SOURCE = "Báo cáo tổng kết năm 2019"
NINE_MONTHS = (date(2019, 1, 1), date(2019, 9, 30))
AS_OF = date(2019, 10, 31)
THEME = (
    "Đảng bộ, chính quyền, quân và dân các dân tộc tỉnh Lạng Sơn đoàn kết, sáng tạo, thi đua lập thành tích xuất sắc "
    "chào mừng kỷ niệm 110 năm ngày sinh đồng chí Hoàng Văn Thụ (04/11/1909 - 04/11/2019) và kỷ niệm 188 năm ngày "
    "thành lập tỉnh (04/11/1831 - 04/11/2019)"
)
PEAK_THEME = (
    "60 ngày đêm ra sức thi đua đoàn kết, sáng tạo, quyết tâm lập thành tích chào mừng kỷ niệm 110 năm ngày sinh đồng "
    "chí Hoàng Văn Thụ và kỷ niệm 188 năm ngày thành lập tỉnh"
)
CONTEST = (
    "Tìm hiểu về cuộc đời hoạt động cách mạng và những cống hiến to lớn của đồng chí Hoàng Văn Thụ đối với sự nghiệp "
    "cách mạng của Đảng và dân tộc"
)


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


def province_2019() -> Province2019:
    """Return the province of 2019 with the draft of its closing report."""
    units = _units()
    officer = making.account(BOARD_OFFICER.code, units["province"], "Nguyễn Văn Soạn")
    special, peak, standing = _movements(units)
    movements = [special, peak, standing]
    indicators = _indicators(units, movements)
    _measure(units, indicators, officer)
    _milestones(units, movements)
    _events(units, movements)
    _gifts(units, movements)
    _role_models(units, movements)
    _awards(units, movements)
    _competitions(units, movements)
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


def _milestones(units: dict[str, Unit], movements: list[Movement]) -> None:
    for row in (
        {
            "field": "economy",
            "kind": "completed",
            "project": "Dự án cao tốc Bắc Giang - Lạng Sơn",
            "reached": "hoàn thành thông xe kỹ thuật",
            "segment": "đoạn Bắc Giang - Chi Lăng",
        },
        {
            "field": "administrative_reform",
            "kind": "submitted",
            "project": "Đề án sắp xếp các đơn vị hành chính cấp huyện, cấp xã của tỉnh Lạng Sơn, giai đoạn 2019 – 2021",
            "reached": "hoàn thành trình",
            "receiver": "Chính phủ",
        },
        {
            "field": "political_system",
            "kind": "under_way",
            "project": "Đại hội Đảng bộ các cấp tiến tới Đại hội Đại biểu toàn quốc lần thứ XIII của Đảng",
            "reached": "triển khai, thực hiện các nội dung theo kế hoạch của Tỉnh ủy về",
        },
        {
            "field": "culture_society",
            "kind": "plaque",
            "project": "các công trình chào mừng",
            "reached": "gắn biển",
        },
        {
            "field": "culture_society",
            "kind": "model",
            "project": "mô hình điểm, cụm dân cư điểm về mô hình thôn xanh - sạch - đẹp",
            "reached": "xây dựng",
        },
    ):
        made = Milestone.objects.create(
            year=2019, unit=units["province"], source=SOURCE, provenance=Provenance.REPORTED, **row
        )
        made.movements.add(*movements[:2])


EVENTS = (
    "Đón và tiễn Đoàn Chủ tịch Đảng Lao động Triều Tiên sang thăm hữu nghị chính thức Việt Nam và dự Hội nghị thượng "
    "đỉnh Mỹ - Triều",
    "Hội nghị gặp gỡ đầu xuân giữa Bí thư 04 tỉnh (Lạng Sơn, Cao Bằng, Hà Giang, Quảng Ninh) và Bí thư khu ủy Quảng "
    "Tây, Trung Quốc",
    "Hội nghị xúc tiến đầu tư tỉnh Lạng Sơn năm 2019",
    "Ngày hội khởi nghiệp đổi mới sáng tạo tỉnh Lạng Sơn năm 2019",
)


def _events(units: dict[str, Unit], movements: list[Movement]) -> None:
    for order, name in enumerate(EVENTS, start=1):
        event = Event.objects.create(
            name=name,
            scale="national" if order == 1 else "provincial",
            year=2019,
            host=units["province"],
            incidents=0,
            order=order,
            source=SOURCE,
            provenance=Provenance.REPORTED,
        )
        event.movements.add(*movements[:2])
        if order == 2:
            for place, partner in enumerate(("Cao Bằng", "Hà Giang", "Quảng Ninh", "Quảng Tây"), start=1):
                EventPartner.objects.create(event=event, order=place, name=partner)


def person(name: str, honorific: str = "ong") -> Person:
    """Return a new person of the report."""
    return create_person(
        full_name=name, honorific=honorific, by=None, source=SOURCE, provenance=Provenance.REPORTED
    )


def family(head: str, village: Unit, address: str) -> Household:
    """Return a new household of the report."""
    return create_household(
        head=person(head), by=None, address_unit=village, address_text=address, address_on=AS_OF
    )


def _gifts(units: dict[str, Unit], movements: list[Movement]) -> None:
    drive = Drive.objects.create(
        slug="giao-thong-nong-thon",
        name="Làm đường giao thông nông thôn, xây dựng nông thôn mới",
        purpose="làm đường giao thông nông thôn, xây dựng nông thôn mới",
        unit=units["province"],
        provenance=Provenance.REPORTED,
    )
    drive.movements.add(*movements[:2])
    reported = {"drive": drive, "as_of": AS_OF, "source": SOURCE, "provenance": Provenance.REPORTED}
    Gift.objects.create(
        kind="money", amount=Decimal(20_000_000_000), is_lower_bound=True, donor_kind="many", **reported
    )
    for head, village, address in (
        ("Vi Thanh Liêm", "ban_dooc", "thôn Bản Đoóc, xã Hiệp Hạ, huyện Lộc Bình"),
        ("Lương Hồng Chắn", "na_peo", "thôn Nà Pẻo, xã Bắc Lãng, huyện Đình Lập"),
    ):
        household = family(head, units[village], address)
        Gift.objects.create(
            kind="land",
            donor_kind="household",
            household=household,
            consent="published",
            place=units[village],
            **reported,
        )


def role_model(who: Person, movement: Movement, unit: Unit, **changes: Any) -> RoleModel:
    """Return a new role model of 2019, already named by an official publication, with `changes`."""
    said: dict[str, Any] = {
        "subject_kind": "person",
        "person": who,
        "deed": "bám sát cơ sở, có nhiều sáng kiến, giải pháp trong thực hiện nhiệm vụ",
        "field": "political_system",
        "year": 2019,
        "consent": "published",
        "found_by": unit,
        "source": SOURCE,
        "provenance": Provenance.REPORTED,
    }
    made = RoleModel.objects.create(**{**said, **changes})
    made.movements.add(movement)
    return made


def _role_models(units: dict[str, Unit], movements: list[Movement]) -> None:
    people = (
        ("Hoàng Mạnh Cương", "ong", "hospital", ("Trưởng phòng Kế hoạch tổng hợp",)),
        ("Nguyễn Khắc Phương", "ong", "home", ("Trưởng phòng Xây dựng chính quyền và Công tác thanh niên",)),
        ("Hà Thị Lư", "ba", "culture", ("Trưởng phòng Quản lý Văn hóa",)),
        (
            "Lương Thị Bình",
            "ba",
            "na_ao_2",
            ("Bí thư Chi bộ", "Trưởng Ban công tác Mặt trận", "Trưởng thôn"),
        ),
    )
    for order, (name, honorific, unit, titles) in enumerate(people, start=1):
        who = person(name, honorific)
        for place, title in enumerate(titles, start=1):
            add_position(
                person=who,
                unit=units[unit],
                title=title,
                by=None,
                valid_from=date(2019, 1, 1),
                order=place,
            )
        role_model(who, movements[0], units["province"], order=order)


def confer(unit: Unit, movement: Movement, kinds: dict[str, int], **changes: Any) -> Conferral:
    """Return a conferral with so many recipients of each kind, their names illustrative."""
    said: dict[str, Any] = {
        "award_form": "Bằng khen của Chủ tịch UBND tỉnh",
        "presented_on": AS_OF,
        "presented_by": "Phạm Ngọc Thưởng, Chủ tịch UBND tỉnh Lạng Sơn",
        "deciding_unit": unit,
        "source": SOURCE,
        "provenance": Provenance.REPORTED,
    }
    conferral = Conferral.objects.create(**{**said, **changes})
    Award.objects.bulk_create(
        Award(
            conferral=conferral,
            ordinal=ordinal,
            recipient_kind=kind,
            recipient_name=f"Người nhận {ordinal}",
            recipient_sort_key=f"{ordinal:03d}",
            provenance=Provenance.ILLUSTRATIVE,
        )
        for ordinal, kind in enumerate(
            (kind for kind, count in kinds.items() for _number in range(count)), start=1
        )
    )
    movement.conferrals.add(conferral)
    return conferral


def _awards(units: dict[str, Unit], movements: list[Movement]) -> None:
    confer(units["people"], movements[0], {"collective": 27, "individual": 24, "household": 2})


def _competitions(units: dict[str, Unit], movements: list[Movement]) -> None:
    rows: tuple[tuple[dict[str, Any], int | None, dict[str, int]], ...] = (
        (
            {
                "slug": "giai-thuong-hoang-van-thu",
                "kind": "prize",
                "name": "Giải thưởng Hoàng Văn Thụ về văn học nghệ thuật",
            },
            5,
            {"author": 36},
        ),
        (
            {"slug": "cuoc-thi-viet", "kind": "contest", "name": CONTEST, "genre": "cuộc thi viết"},
            None,
            {"collective": 9, "individual": 35},
        ),
    )
    for said, number, kinds in rows:
        edition = Edition.objects.create(
            competition=Competition.objects.create(organiser=units["culture"], **said),
            number=number,
            year=2019,
            awarded_on=AS_OF,
            source=SOURCE,
            provenance=Provenance.REPORTED,
        )
        edition.movements.add(*movements[:2])
        Result.objects.bulk_create(
            Result(
                edition=edition,
                ordinal=ordinal,
                recipient_kind=kind,
                recipient_name=f"Người đoạt giải {ordinal}",
                recipient_sort_key=f"{ordinal:03d}",
                provenance=Provenance.ILLUSTRATIVE,
            )
            for ordinal, kind in enumerate(
                (kind for kind, count in kinds.items() for _number in range(count)), start=1
            )
        )
