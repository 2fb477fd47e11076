"""Records of a small province, made through the actions of the product."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from tests.factories.movements import SmallProvince
from thidua.contests.actions import ResultLine, create_competition, record_edition
from thidua.contests.content import EditionContent
from thidua.contests.models import Competition, Edition
from thidua.contributions.actions import open_drive, record_gift
from thidua.contributions.content import DriveContent, GiftContent
from thidua.contributions.enums import DonorKind, GiftKind
from thidua.contributions.models import Drive, Gift
from thidua.movements.actions.commend import commend
from thidua.movements.actions.record_event import record_event
from thidua.movements.actions.record_milestone import record_milestone
from thidua.movements.actions.record_role_model import record_role_model
from thidua.movements.content.event import EventContent
from thidua.movements.content.milestone import MilestoneContent
from thidua.movements.content.role_model import RoleModelContent
from thidua.movements.enums import EventScale, FieldOfWork, MilestoneKind
from thidua.movements.models import Event, Milestone, Movement, RoleModel
from thidua.orgs.actions import create_household, create_person
from thidua.orgs.models import Household, Person, Unit
from thidua.registry.content import ConferralContent, RecipientLine
from thidua.registry.models import Conferral


def person(place: SmallProvince, name: str = "Lương Thị Bình", **more: Any) -> Person:
    """Return a new person."""
    return create_person(full_name=name, by=place.officer, **more)


def household(place: SmallProvince, head: str = "Vi Thanh Liêm", **more: Any) -> Household:
    """Return a new household in the village of the small province."""
    return create_household(
        head=person(place, head, honorific="ong"),
        address_unit=more.pop("address_unit", place.village),
        by=place.officer,
        **more,
    )


def milestone_content(**changes: Any) -> MilestoneContent:
    """Return what is said of a milestone, complete, with `changes`."""
    return MilestoneContent(
        **{
            "field": FieldOfWork.ECONOMY,
            "kind": MilestoneKind.COMPLETED,
            "project": "Dự án cao tốc Bắc Giang - Lạng Sơn",
            "reached": "thông xe kỹ thuật",
            "segment": "đoạn Bắc Giang - Chi Lăng",
            "year": 2019,
            **changes,
        }
    )


def milestone(
    place: SmallProvince, unit: Unit | None = None, movements: Iterable[Movement] = (), **changes: Any
) -> Milestone:
    """Return a milestone of `unit` (the province)."""
    return record_milestone(
        unit=unit or place.province,
        content=milestone_content(**changes),
        movements=movements,
        by=place.officer,
    )


def event_content(**changes: Any) -> EventContent:
    """Return what is said of an event, complete, with `changes`."""
    return EventContent(
        **{
            "name": "Hội nghị xúc tiến đầu tư tỉnh Lạng Sơn năm 2019",
            "scale": EventScale.PROVINCIAL,
            "year": 2019,
            "partners": ("Cao Bằng", "Hà Giang", "Quảng Ninh"),
            **changes,
        }
    )


def event(
    place: SmallProvince, host: Unit | None = None, movements: Iterable[Movement] = (), **changes: Any
) -> Event:
    """Return an event hosted by `host` (the province)."""
    return record_event(
        host=host or place.province, content=event_content(**changes), movements=movements, by=place.officer
    )


def role_model_content(**changes: Any) -> RoleModelContent:
    """Return what is said of a role model, all but the subject, with `changes`."""
    return RoleModelContent(
        **{
            "deed": "Hiến đất xây dựng nông thôn mới",
            "field": FieldOfWork.CULTURE_SOCIETY,
            "year": 2019,
            **changes,
        }
    )


def role_model(
    place: SmallProvince, found_by: Unit | None = None, movements: Iterable[Movement] = (), **changes: Any
) -> RoleModel:
    """Return a role model, a new person unless the subject is given."""
    if not {"person", "unit", "household"} & changes.keys():
        changes["person"] = person(place)
    return record_role_model(
        found_by=found_by or place.province,
        content=role_model_content(**changes),
        movements=movements,
        by=place.officer,
    )


def drive(
    place: SmallProvince, unit: Unit | None = None, movements: Iterable[Movement] = (), **changes: Any
) -> Drive:
    """Return a drive of `unit` (the province)."""
    content = DriveContent(
        **{"name": "Quyên góp làm đường", "purpose": "làm đường giao thông nông thôn", **changes}
    )
    return open_drive(unit=unit or place.province, content=content, movements=movements, by=place.officer)


def gift_content(**changes: Any) -> GiftContent:
    """Return what is said of a gift of money by nobody in particular, with `changes`."""
    return GiftContent(
        **{
            "kind": GiftKind.MONEY,
            "donor_kind": DonorKind.MANY,
            "amount": Decimal("1000000"),
            "as_of": date(2019, 10, 31),
            **changes,
        }
    )


def gift(place: SmallProvince, to: Drive | None = None, **changes: Any) -> Gift:
    """Return a gift to the drive `to` (a new one)."""
    return record_gift(drive=to or drive(place), content=gift_content(**changes), by=place.officer)


def conferral_content(**changes: Any) -> ConferralContent:
    """Return what is said of awards presented on 31/10/2019 by a decision that is not known, with `changes`."""
    return ConferralContent(
        **{
            "award_form": "Bằng khen của Chủ tịch UBND tỉnh",
            "presented_on": date(2019, 10, 31),
            "occasion": "Tổng kết phong trào thi đua",
            **changes,
        }
    )


RECIPIENTS = (
    RecipientLine(kind="collective", name="Trạm Y tế xã Đề Thám"),
    RecipientLine(
        kind="individual", name="Nguyễn Văn Đức", post_then="Giáo viên", unit_then="Trường THCS Đề Thám"
    ),
    RecipientLine(kind="individual", name="Lương Thị Bình", post_then="Trưởng thôn"),
    RecipientLine(
        kind="household", name="Hộ ông Vi Thanh Liêm", unit_then="thôn Bản Đoóc, xã Hiệp Hạ, huyện Lộc Bình"
    ),
)


def conferral(
    place: SmallProvince,
    unit: Unit | None = None,
    recipients: Sequence[RecipientLine] = RECIPIENTS,
    movements: Iterable[Movement] = (),
    **changes: Any,
) -> Conferral:
    """Return a conferral decided by `unit` (the province)."""
    return commend(
        deciding_unit=unit or place.province,
        content=conferral_content(**changes),
        recipients=recipients,
        movements=movements,
        by=place.officer,
    )


def competition(place: SmallProvince, **changes: Any) -> Competition:
    """Return a prize of the province."""
    return create_competition(
        organiser=changes.pop("organiser", place.province),
        by=place.officer,
        **{"kind": "prize", "name": "Giải thưởng Hoàng Văn Thụ về văn học nghệ thuật", **changes},
    )


WINNERS = (
    ResultLine(kind="author", name="Hoàng Văn An", work="Hồi ký", prize="Giải A"),
    ResultLine(kind="collective", name="Trường THPT Chi Lăng", prize="Giải Nhì"),
)


def edition(
    place: SmallProvince,
    of: Competition | None = None,
    results: Sequence[ResultLine] = WINNERS,
    movements: Iterable[Movement] = (),
    **changes: Any,
) -> Edition:
    """Return an edition of the competition `of` (a new one)."""
    return record_edition(
        competition=of or competition(place),
        content=EditionContent(**{"year": 2019, "number": 5, "awarded_on": date(2019, 10, 31), **changes}),
        results=results,
        movements=movements,
        by=place.officer,
    )
