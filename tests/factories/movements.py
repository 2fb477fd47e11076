"""A small province and movements in it, made through the actions of the product."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import date
from typing import Any

from tests.factories.built_once import built_once
from thidua.accounts.models import User
from thidua.accounts.roles import BOARD_OFFICER, CHAIRMAN, UNIT_OFFICER
from thidua.movements.actions import (
    GroupContent,
    MovementContent,
    RegistrationContent,
    accept_registration,
    answer_movement,
    create_movement,
    launch_movement,
    name_content_groups,
    register,
    send_registration,
)
from thidua.movements.enums import FieldOfWork, MovementKind, UnitLevel
from thidua.movements.models import Movement, Registration
from thidua.orgs.actions import create_unit, open_account
from thidua.orgs.drafts import UnitDraft
from thidua.orgs.enums import Hierarchy, UnitKind
from thidua.orgs.models import Unit

PASSWORD = "một câu đủ dài để thử"
_numbers = itertools.count(1)


def account(role: str, unit: Unit, full_name: str = "Nông Thị Thử") -> User:
    """Return a new account that holds `role` on `unit`."""
    return open_account(
        username=f"{role}-{next(_numbers)}",
        full_name=full_name,
        password=PASSWORD,
        role=role,
        unit=unit,
        by=None,
        must_change_password=False,
    )


def unit(
    name: str, kind: UnitKind, parent: Unit | None, hierarchy: Hierarchy = Hierarchy.STATE, **more: Any
) -> Unit:
    """Return a new unit below `parent`."""
    draft = UnitDraft(name=name, kind=kind, hierarchy=hierarchy, parent=parent, **more)
    return create_unit(draft=draft, by=None)


@dataclass(frozen=True)
class SmallProvince:
    """Six units below a province: a department, the Party committee, a district, two communes, a village."""

    province: Unit
    department: Unit
    party: Unit
    district: Unit
    de_tham: Unit
    hung_son: Unit
    village: Unit
    officer: User
    chairman: User
    clerk: User  # of Đề Thám
    district_clerk: User
    other_clerk: User  # of Hùng Sơn


@built_once
def small_province() -> SmallProvince:
    """Return a new small province with an officer of the Board, a chairman and three clerks of units."""
    province = unit("Tỉnh Lạng Sơn", UnitKind.PROVINCE, None)
    district = unit("Huyện Tràng Định", UnitKind.DISTRICT, province)
    de_tham = unit("Xã Đề Thám", UnitKind.COMMUNE, district)
    hung_son = unit("Xã Hùng Sơn", UnitKind.COMMUNE, district)
    return SmallProvince(
        province=province,
        department=unit("Sở Nội vụ", UnitKind.BODY, province),
        party=unit("Tỉnh ủy", UnitKind.BODY, province, Hierarchy.PARTY),
        district=district,
        de_tham=de_tham,
        hung_son=hung_son,
        village=unit("Thôn Nà Ao 2", UnitKind.VILLAGE, de_tham, Hierarchy.VILLAGE),
        officer=account(BOARD_OFFICER.code, province, "Hoàng Văn Chuyên"),
        chairman=account(CHAIRMAN.code, province, "Lý Thị Chủ"),
        clerk=account(UNIT_OFFICER.code, de_tham, "Lương Văn Đề"),
        district_clerk=account(UNIT_OFFICER.code, district, "Vi Thị Tràng"),
        other_clerk=account(UNIT_OFFICER.code, hung_son, "Hứa Văn Hùng"),
    )


def content(**changes: Any) -> MovementContent:
    """Return what is said of a movement, complete, with `changes`."""
    return MovementContent(
        **{
            "kind": MovementKind.PEAK,
            "short_name": "Đợt thi đua cao điểm 60 ngày đêm",
            "theme": "60 ngày đêm ra sức thi đua lập thành tích chào mừng 188 năm ngày thành lập tỉnh",
            "starts_on": date(2019, 8, 19),
            "planned_end": date(2019, 10, 17),
            "slogan_days": 60,
            "fields": (FieldOfWork.ECONOMY, FieldOfWork.CULTURE_SOCIETY),
            **changes,
        }
    )


def draft_movement(place: SmallProvince, groups: int = 0, slug: str = "", **changes: Any) -> Movement:
    """Return a draft of the province with so many unnamed content groups."""
    movement = create_movement(
        content=content(**changes), launched_by=place.province, by=place.officer, slug=slug
    )
    if groups:
        name_content_groups(
            movement=movement, groups=[GroupContent()] * groups, version=movement.version, by=place.officer
        )
        movement.refresh_from_db()
    return movement


def running_movement(place: SmallProvince, groups: int = 0, slug: str = "", **changes: Any) -> Movement:
    """Return a launched movement of the province."""
    movement = draft_movement(place, groups, slug, **changes)
    return launch_movement(movement=movement, by=place.chairman)


def answer(parent: Movement, unit: Unit, by: User, on: date, **changes: Any) -> Movement:
    """Return a launched movement by which `unit` answers `parent`."""
    said = content(
        **{"short_name": f"{unit.short_name} thi đua", "theme": f"{unit.short_name} thi đua", **changes}
    )
    drafted = answer_movement(parent=parent, unit=unit, content=said, by=by, on=on)
    return launch_movement(movement=drafted, by=by)


def drafted_registration(movement: Movement, unit: Unit, by: User, **said: Any) -> Registration:
    """Return a registration that was written and not sent."""
    words = RegistrationContent(**{"content": "Làm 2 km đường giao thông nông thôn", **said})
    return register(movement=movement, unit=unit, content=words, by=by)


def sent_registration(movement: Movement, unit: Unit, by: User, **said: Any) -> Registration:
    """Return a registration that waits for a decision."""
    return send_registration(registration=drafted_registration(movement, unit, by, **said), by=by)


def accepted_registration(
    movement: Movement, unit: Unit, by: User, officer: User, **said: Any
) -> Registration:
    """Return a registration that was accepted by `officer`."""
    return accept_registration(registration=sent_registration(movement, unit, by, **said), by=officer)


ALL_LEVELS = tuple(UnitLevel)
