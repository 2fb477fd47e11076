"""Two drives of the present with promises, receipts, works and photos: invented, and marked."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

from django.utils import timezone

from thidua.accounts.models import User
from thidua.accounts.roles import BOARD_OFFICER
from thidua.contributions.actions import (
    allocate,
    open_drive,
    prove,
    publish_statement,
    receive_gift,
    reverse_receipt,
    send_pledge,
    take_pledge,
)
from thidua.contributions.content import AllocationContent, DriveContent, GiftContent, PledgeContent
from thidua.contributions.enums import DonorKind, GiftKind
from thidua.contributions.models import Allocation, Drive, Pledge, Receipt
from thidua.contributions.queries import months_to_publish
from thidua.demo.illustration.photos import drawn_house, drawn_road
from thidua.demo.reported.statement import Statement
from thidua.movements.enums import Consent
from thidua.movements.models import Movement
from thidua.support.photos.actions import keep_photo
from thidua.support.provenance import Provenance

ROADS: Final = "be-tong-duong-thon"
HOUSES: Final = "xoa-nha-tam"
# Days ago, kind, amount, kind of donor, name, may be named.
_GIFTS: Final = (
    (52, "money", 50_000_000, DonorKind.COLLECTIVE, "Công ty TNHH Hoa Hồi (minh họa)", True),
    (47, "money", 2_000_000, DonorKind.PERSON, "Nông Thị Hoa (minh họa)", True),
    (45, "money", 500_000, DonorKind.PERSON, "Một người dân (minh họa)", False),
    (41, "labour", 120, DonorKind.MANY, "Đoàn thanh niên xã (minh họa)", True),
    (38, "goods", 18_500_000, DonorKind.COLLECTIVE, "Cửa hàng vật liệu Bản Chu (minh họa)", True),
    (35, "land", 350, DonorKind.HOUSEHOLD, "Hộ gia đình (minh họa)", False),
    (20, "money", 10_000_000, DonorKind.COLLECTIVE, "Hội đồng hương (minh họa)", True),
    (6, "money", 1_234_567, DonorKind.HOUSEHOLD, "Gia đình ông Vi Văn Sơn (minh họa)", False),
)


def invent_gifts(statement: Statement, movement: Movement) -> None:
    """Open a drive that runs and one that is over, and let both go from promises to photos."""
    officer, today = statement.users[BOARD_OFFICER.code], timezone.localdate()
    roads = _drive(
        statement,
        movement,
        slug=ROADS,
        name="Chung tay bê tông hóa đường thôn (minh họa)",
        purpose="đổ bê tông 2,4 km đường thôn vùng biên",
        starts_on=today - timedelta(days=55),
        ends_on=today + timedelta(days=60),
        target=Decimal(150_000_000),
    )
    _fill_roads(roads, today, officer)
    houses = _drive(
        statement,
        movement,
        slug=HOUSES,
        name="Xóa nhà tạm cho hộ nghèo (minh họa)",
        purpose="làm nhà mới cho hộ nghèo",
        starts_on=today - timedelta(days=200),
        ends_on=today - timedelta(days=80),
        target=Decimal(80_000_000),
    )
    _fill_houses(houses, today, officer)
    for drive in (roads, houses):
        for year, month in months_to_publish(drive, today):
            publish_statement(drive=drive, year=year, month=month, by=officer)


def _drive(statement: Statement, movement: Movement, **said: Any) -> Drive:
    return open_drive(
        unit=statement.units["province"],
        content=DriveContent(provenance=Provenance.ILLUSTRATIVE, **said),
        movements=[movement],
        by=statement.users[BOARD_OFFICER.code],
    )


def _fill_roads(drive: Drive, today: date, officer: User) -> None:
    promise = _pledge(drive, officer, "Hội đồng hương (minh họa)", 30_000_000, today - timedelta(days=30))
    issued: dict[str, Receipt] = {}  # the last of each kind
    for ago, kind, amount, donor_kind, name, named in _GIFTS:
        pledge = promise if name == promise.donor_name else None
        day = today - timedelta(days=ago)
        issued[kind] = _receive(drive, officer, kind, amount, day, donor_kind, name, named, pledge)
    wrong = _receive(drive, officer, "money", 500_000, today, DonorKind.PERSON, "", False)
    reverse_receipt(receipt=wrong, reason="Ghi hai lần một khoản chuyển", by=officer)
    first = _spend(
        drive,
        officer,
        "money",
        45_000_000,
        today - timedelta(days=25),
        "Đường thôn Bản Chu, 600 m (minh họa)",
    )
    _show(
        first,
        officer,
        drawn_road(),
        "Đường thôn Bản Chu sau khi đổ bê tông (tranh minh họa)",
        "Con đường bê tông thẳng giữa hai thửa ruộng, phía sau là đồi",
        today,
    )
    _spend(drive, officer, "labour", 90, today - timedelta(days=24), "Đường thôn Bản Chu, 600 m (minh họa)")
    widened = _spend(
        drive,
        officer,
        "land",
        350,
        today - timedelta(days=22),
        "Mở rộng đường vào trường (minh họa)",
        issued["land"],
    )
    _show(
        widened,
        officer,
        drawn_road(),
        "Đoạn đường mở rộng (tranh minh họa)",
        "Con đường rộng chạy về phía đồi",
        today,
    )
    _spend(
        drive,
        officer,
        "goods",
        12_000_000,
        today - timedelta(days=10),
        "Ngầm qua suối thôn Nà Pẻo (minh họa)",
    )
    send_pledge(
        drive=drive,
        kind=GiftKind.MONEY,
        amount=Decimal(3_000_000),
        donor_kind=DonorKind.PERSON,
        donor_name="Lý Văn Khách (minh họa)",
        contact="số điện thoại minh họa",
        may_be_named=False,
    )


def _fill_houses(drive: Drive, today: date, officer: User) -> None:
    for ago, amount, name in (
        (190, 60_000_000, "Doanh nghiệp Xứ Lạng (minh họa)"),
        (150, 22_000_000, "Cán bộ, công chức (minh họa)"),
    ):
        day = today - timedelta(days=ago)
        _receive(drive, officer, "money", amount, day, DonorKind.COLLECTIVE, name, True)
    built = _spend(
        drive, officer, "money", 82_000_000, today - timedelta(days=90), "Hai ngôi nhà mới (minh họa)"
    )
    _show(
        built,
        officer,
        drawn_house(),
        "Một trong hai ngôi nhà (tranh minh họa)",
        "Ngôi nhà mới tường vàng, mái đỏ, trước những quả đồi",
        today - timedelta(days=82),
    )


def _pledge(drive: Drive, officer: User, name: str, amount: int, day: date) -> Pledge:
    content = PledgeContent(
        kind=GiftKind.MONEY,
        amount=Decimal(amount),
        donor_kind=DonorKind.COLLECTIVE,
        donor_name=name,
        consent=Consent.GIVEN,
        promised_on=day,
        provenance=Provenance.ILLUSTRATIVE,
    )
    return take_pledge(drive=drive, content=content, by=officer)


def _receive(
    drive: Drive,
    officer: User,
    kind: str,
    amount: int,
    day: date,
    donor_kind: str,
    name: str,
    named: bool,
    pledge: Pledge | None = None,
) -> Receipt:
    content = GiftContent(
        kind=kind,
        amount=Decimal(amount),
        donor_kind=donor_kind,
        donor_name=name,
        consent=Consent.GIVEN if named else Consent.REFUSED,
        description="xi măng, cát, sỏi" if kind == GiftKind.GOODS else "",
        received_on=day,
        as_of=day,
        provenance=Provenance.ILLUSTRATIVE,
    )
    return receive_gift(drive=drive, content=content, pledge=pledge, by=officer)


def _spend(
    drive: Drive, officer: User, kind: str, amount: int, day: date, work: str, receipt: Receipt | None = None
) -> Allocation:
    content = AllocationContent(
        kind=kind,
        amount=Decimal(amount),
        allocated_on=day,
        work=work,
        receipt=receipt,
        provenance=Provenance.ILLUSTRATIVE,
    )
    return allocate(drive=drive, content=content, by=officer)


def _show(work: Allocation, officer: User, data: bytes, caption: str, alternative: str, day: date) -> None:
    photo = keep_photo(data=data, name="minh-hoa.jpg", by=officer)
    prove(allocation=work, photo=photo, caption=caption, alternative=alternative, shown_on=day, by=officer)
