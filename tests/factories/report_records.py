"""The records behind the closing report of 2019: milestones, events, gifts, role models, awards, prizes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Final

from thidua.contests.models import Competition, Edition, Result
from thidua.contributions.models import Drive, Gift
from thidua.movements.models import Event, EventPartner, Milestone, Movement, RoleModel
from thidua.orgs.actions import add_position, create_household, create_person
from thidua.orgs.models import Household, Person, Unit
from thidua.registry.actions.recipient_names import store_awards
from thidua.registry.models import Award, Conferral
from thidua.support.provenance import Provenance

SOURCE: Final = "Báo cáo tổng kết năm 2019"
AS_OF: Final = date(2019, 10, 31)
CONTEST: Final = (
    "Tìm hiểu về cuộc đời hoạt động cách mạng và những cống hiến to lớn của đồng chí Hoàng Văn Thụ đối với sự nghiệp "
    "cách mạng của Đảng và dân tộc"
)


def enter_records(units: dict[str, Unit], movements: list[Movement]) -> None:
    """Enter everything that the report of 2019 tells besides its indicators."""
    _milestones(units, movements)
    _events(units, movements)
    _gifts(units, movements)
    _role_models(units, movements)
    _awards(units, movements)
    _competitions(units, movements)


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
    store_awards(
        [
            Award(
                conferral=conferral,
                ordinal=ordinal,
                recipient_kind=kind,
                recipient_name=f"Người nhận {ordinal}",
                year=(conferral.decision_date or conferral.presented_on).year,
                provenance=Provenance.ILLUSTRATIVE,
            )
            for ordinal, kind in enumerate(
                (kind for kind, count in kinds.items() for _number in range(count)), start=1
            )
        ]
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
