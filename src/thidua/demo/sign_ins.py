"""One sign-in per role, so that a newcomer can look at each desk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from thidua.accounts.models import User
from thidua.accounts.roles import (
    ADMINISTRATOR,
    AUDITOR,
    BOARD_LEADER,
    BOARD_OFFICER,
    CHAIRMAN,
    COUNCIL_MEMBER,
    EDITOR,
    UNIT_OFFICER,
    Role,
)
from thidua.orgs.actions import grant_role, open_account
from thidua.orgs.models import Unit

# Printed on every start of the demonstration: it protects nothing.
PASSWORD: Final = "thu-nghiem-2019"
PROVINCE: Final = "tinh-lang-son"


@dataclass(frozen=True)
class SignIn:
    """A demonstration account: nobody's name, one role, one unit."""

    username: str
    full_name: str
    role: Role
    unit: str


SIGN_INS: Final = (
    SignIn("quan-tri", "Quản trị viên (mẫu)", ADMINISTRATOR, PROVINCE),
    SignIn("chuyen-vien", "Chuyên viên Ban Thi đua – Khen thưởng (mẫu)", BOARD_OFFICER, PROVINCE),
    SignIn("lanh-dao-ban", "Lãnh đạo Ban Thi đua – Khen thưởng (mẫu)", BOARD_LEADER, PROVINCE),
    SignIn("chu-tich", "Chủ tịch UBND tỉnh (mẫu)", CHAIRMAN, PROVINCE),
    SignIn("uy-vien", "Ủy viên Hội đồng (mẫu)", COUNCIL_MEMBER, PROVINCE),
    SignIn("don-vi", "Cán bộ xã Tràng Định (mẫu)", UNIT_OFFICER, "xa-trang-dinh-2025"),
    SignIn("bien-tap", "Biên tập viên (mẫu)", EDITOR, PROVINCE),
    SignIn("kiem-tra", "Thanh tra (mẫu)", AUDITOR, PROVINCE),
)


def open_sign_ins() -> dict[str, User]:
    """Open the accounts and return them by role code. The installation itself is the actor."""
    units = Unit.objects.in_bulk([sign_in.unit for sign_in in SIGN_INS], field_name="key")
    return {
        sign_in.role.code: open_account(
            username=sign_in.username,
            full_name=sign_in.full_name,
            password=PASSWORD,
            role=sign_in.role.code,
            unit=units[sign_in.unit],
            by=None,
            must_change_password=False,
        )
        for sign_in in SIGN_INS
    }


def give_second_desk(users: dict[str, User]) -> None:
    """Let the unit's officer hold the same role on a district of 2019, whose figures stand in the old rounds."""
    district = Unit.objects.get(key="huyen-trang-dinh")
    grant_role(user=users[UNIT_OFFICER.code], role=UNIT_OFFICER.code, unit=district, by=None)
