"""The invented province in which the year passes."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date
from typing import Final

from thidua.accounts.models import User
from thidua.accounts.roles import BOARD_LEADER, BOARD_OFFICER, CHAIRMAN, COUNCIL_MEMBER, UNIT_OFFICER
from thidua.council.actions import add_member
from thidua.council.enums import MemberPost
from thidua.orgs.actions import create_person, create_unit, open_account
from thidua.orgs.drafts import UnitDraft
from thidua.orgs.enums import Hierarchy, UnitKind
from thidua.orgs.models import Unit
from thidua.support.provenance import Provenance

MOST_COMMUNES: Final = 65
MEMBERS: Final = ("Lý Văn An", "Hoàng Thị Bích", "Nông Văn Cao", "Vi Thị Dung", "Triệu Văn Đạt",
                  "Lương Thị Én", "Hứa Văn Giang", "Đặng Thị Hòa", "Bế Văn Ích")  # fmt: skip
OFFICERS: Final = ("Hoàng Văn Chuyên", "Nông Thị Viên", "Lô Văn Thẩm", "Mông Thị Định", "Vy Văn Tra",
                   "Đinh Thị Xét", "Dương Văn Duyệt", "Phùng Thị Kiểm")  # fmt: skip


@dataclass(frozen=True)
class Places:
    """Communes with a clerk each, and the people of the province's office."""

    province: Unit
    communes: tuple[tuple[Unit, User], ...]
    officers: tuple[User, ...]
    leader: User
    chairman: User
    members: tuple[User, ...]


def build_places(dossiers: int, first_day: date) -> Places:
    """Make the province, sized for so many dossiers a year, through the actions, and return it."""
    province = _unit("Tỉnh Mô Phỏng", UnitKind.PROVINCE, None, first_day)
    communes = []
    for number in range(1, min(MOST_COMMUNES, max(5, dossiers // 20)) + 1):
        commune = _unit(f"Xã Mô Phỏng {number}", UnitKind.COMMUNE, province, first_day)
        communes.append((commune, _account(UNIT_OFFICER.code, commune, f"Cán bộ xã {number}")))
    desks = OFFICERS[: min(len(OFFICERS), max(2, dossiers // 1500))]
    officers = tuple(_account(BOARD_OFFICER.code, province, name) for name in desks)
    return Places(
        province=province,
        communes=tuple(communes),
        officers=officers,
        leader=_account(BOARD_LEADER.code, province, "Vi Văn Trưởng"),
        chairman=_account(CHAIRMAN.code, province, "Lý Thị Chủ"),
        members=_council(province, officers[0], first_day),
    )


def _council(province: Unit, keeper: User, first_day: date) -> tuple[User, ...]:
    posts = [MemberPost.CHAIR, MemberPost.SECRETARY, *[MemberPost.MEMBER] * (len(MEMBERS) - 2)]
    seated = []
    for name, post in zip(MEMBERS, posts, strict=True):
        user = _account(COUNCIL_MEMBER.code, province, name)
        add_member(
            unit=province,
            user=user,
            person=create_person(full_name=name, by=None),
            post=post,
            since=first_day,
            by=keeper,
            provenance=Provenance.ILLUSTRATIVE,
        )
        seated.append(user)
    return tuple(seated)


def _unit(name: str, kind: UnitKind, parent: Unit | None, day: date) -> Unit:
    draft = UnitDraft(
        name=name,
        kind=kind,
        hierarchy=Hierarchy.STATE,
        parent=parent,
        exists_from=day,
        provenance=Provenance.ILLUSTRATIVE,
    )
    return create_unit(draft=draft, by=None)


def _account(role: str, unit: Unit, full_name: str) -> User:
    """Open an account that nobody can sign in with: its password is told to nobody."""
    return open_account(
        username=f"mo-phong-{User.objects.count() + 1}",
        full_name=full_name,
        password=secrets.token_urlsafe(32),
        role=role,
        unit=unit,
        by=None,
        must_change_password=True,
    )
