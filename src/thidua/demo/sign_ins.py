"""One sign-in per role, so that a newcomer can look at each desk."""

from __future__ import annotations

from collections.abc import Sequence
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
    JUROR,
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
    """A demonstration account: nobody's name, one role, one unit, and a word on what it shows of the dossiers."""

    username: str
    full_name: str
    role: Role
    unit: str
    shows: str = ""


SIGN_INS: Final = (
    SignIn("quan-tri", "Quản trị viên (mẫu)", ADMINISTRATOR, PROVINCE),
    SignIn(
        "chuyen-vien",
        "Chuyên viên Ban Thi đua – Khen thưởng (mẫu)",
        BOARD_OFFICER,
        PROVINCE,
        "tiếp nhận, thẩm định, lấy ý kiến, phiên họp, in bằng",
    ),
    SignIn(
        "lanh-dao-ban",
        "Lãnh đạo Ban Thi đua – Khen thưởng (mẫu)",
        BOARD_LEADER,
        PROVINCE,
        "tờ trình, dự thảo quyết định, một đề nghị chờ cấp Nhà nước",
    ),
    SignIn("chu-tich", "Chủ tịch UBND tỉnh (mẫu)", CHAIRMAN, PROVINCE, "một quyết định chờ ký"),
    SignIn("uy-vien", "Ủy viên Hội đồng (mẫu)", COUNCIL_MEMBER, PROVINCE, "phiên họp đang mở, chưa bỏ phiếu"),
    SignIn(
        "don-vi",
        "Cán bộ xã Tràng Định (mẫu)",
        UNIT_OFFICER,
        "xa-trang-dinh-2025",
        "một hồ sơ đang soạn, một hồ sơ bị trả lại",
    ),
    SignIn("bien-tap", "Biên tập viên (mẫu)", EDITOR, PROVINCE),
    SignIn("kiem-tra", "Thanh tra (mẫu)", AUDITOR, PROVINCE),
)
# Further accounts of the dossiers on their way: who writes for other units, and who sits in the council.
UNIT_SIGN_INS: Final = (
    SignIn(
        "cac-xa",
        "Cán bộ nhập hồ sơ của các xã (mẫu)",
        UNIT_OFFICER,
        "xa-that-khe-2025",
        "hồ sơ của bảy xã ở nhiều bước",
    ),
    SignIn(
        "cac-so",
        "Cán bộ nhập hồ sơ của các sở (mẫu)",
        UNIT_OFFICER,
        "so-y-te",
        "hồ sơ đang lấy ý kiến và trước Hội đồng",
    ),
)
COUNCIL_SIGN_INS: Final = (
    SignIn(
        "uy-vien-2", "Chủ tịch Hội đồng (mẫu)", COUNCIL_MEMBER, PROVINCE, "phiên họp đang mở, đã bỏ phiếu"
    ),
    SignIn("uy-vien-3", "Phó Chủ tịch Hội đồng (mẫu)", COUNCIL_MEMBER, PROVINCE, "đã bỏ phiếu"),
    SignIn("uy-vien-4", "Ủy viên thư ký Hội đồng (mẫu)", COUNCIL_MEMBER, PROVINCE, "đã bỏ phiếu"),
    SignIn("uy-vien-5", "Ủy viên Hội đồng, ghế thứ năm (mẫu)", COUNCIL_MEMBER, PROVINCE, "chưa bỏ phiếu"),
    SignIn("uy-vien-6", "Ủy viên Hội đồng, ghế thứ sáu (mẫu)", COUNCIL_MEMBER, PROVINCE, "chưa bỏ phiếu"),
    SignIn("uy-vien-7", "Ủy viên Hội đồng, ghế thứ bảy (mẫu)", COUNCIL_MEMBER, PROVINCE, "chưa bỏ phiếu"),
)
JUROR_SIGN_INS: Final = (
    SignIn("giam-khao", "Giám khảo thứ nhất (mẫu)", JUROR, PROVINCE, "một cuộc thi chờ chấm"),
    SignIn("giam-khao-2", "Trưởng ban giám khảo (mẫu)", JUROR, PROVINCE, "đã nộp điểm"),
    SignIn("giam-khao-3", "Giám khảo thứ ba (mẫu)", JUROR, PROVINCE, "đã nộp điểm"),
)
ALL_SIGN_INS: Final = (*SIGN_INS, *UNIT_SIGN_INS, *COUNCIL_SIGN_INS, *JUROR_SIGN_INS)


def open_sign_ins() -> dict[str, User]:
    """Open the accounts and return them by role code. The installation itself is the actor."""
    return {sign_in.role.code: user for sign_in, user in zip(SIGN_INS, open_accounts(SIGN_INS), strict=True)}


def open_accounts(sign_ins: Sequence[SignIn]) -> list[User]:
    """Open the accounts of `sign_ins` and return them in this order."""
    units = Unit.objects.in_bulk([sign_in.unit for sign_in in sign_ins], field_name="key")
    return [
        open_account(
            username=sign_in.username,
            full_name=sign_in.full_name,
            password=PASSWORD,
            role=sign_in.role.code,
            unit=units[sign_in.unit],
            by=None,
            must_change_password=False,
        )
        for sign_in in sign_ins
    ]


def give_second_desk(users: dict[str, User]) -> None:
    """Let the unit's officer hold the same role on a district of 2019, whose figures stand in the old rounds."""
    district = Unit.objects.get(key="huyen-trang-dinh")
    grant_role(user=users[UNIT_OFFICER.code], role=UNIT_OFFICER.code, unit=district, by=None)
