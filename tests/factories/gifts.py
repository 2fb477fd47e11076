"""The way of gifts in a small province: promised, received, given on, shown."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from tests.factories.movements import SmallProvince
from tests.factories.photos import photo_bytes
from tests.factories.records import drive, gift_content
from thidua.contributions.actions import allocate, prove, receive_gift, take_pledge
from thidua.contributions.content import AllocationContent, PledgeContent
from thidua.contributions.models import Allocation, Drive, Pledge, Proof, Receipt
from thidua.support.photos.actions import keep_photo


def running_drive(place: SmallProvince, **changes: Any) -> Drive:
    """Return a drive that takes gifts today."""
    today = timezone.localdate()
    times = {"starts_on": today - timedelta(days=20), "ends_on": today + timedelta(days=20)}
    return drive(place, **{"slug": "lam-duong", **times, **changes})


def received(place: SmallProvince, to: Drive, amount: str = "1000000", **changes: Any) -> Receipt:
    """Return the receipt of a gift of money that came today."""
    pledge, today = changes.pop("pledge", None), timezone.localdate()
    content = gift_content(**{"amount": Decimal(amount), "received_on": today, "as_of": today, **changes})
    return receive_gift(drive=to, content=content, pledge=pledge, by=place.officer)


def allocated(place: SmallProvince, of: Drive, amount: str = "400000", **changes: Any) -> Allocation:
    """Return an allocation of money to a road, made today."""
    said = {"kind": "money", "allocated_on": timezone.localdate(), "work": "Đường thôn Nà Ao 2", **changes}
    content = AllocationContent(amount=Decimal(amount), **said)
    return allocate(drive=of, content=content, by=place.officer)


def proved(place: SmallProvince, work: Allocation, day: date | None = None) -> Proof:
    """Return a photo that shows what an allocation became."""
    return prove(
        allocation=work,
        photo=keep_photo(data=photo_bytes(), name="duong.jpg", by=place.officer),
        caption="Đường thôn sau khi đổ bê tông",
        alternative="Con đường bê tông giữa hai ruộng lúa",
        shown_on=day or timezone.localdate(),
        by=place.officer,
    )


def pledged(place: SmallProvince, to: Drive, **changes: Any) -> Pledge:
    """Return a promise of five million đồng that the office wrote down."""
    said = {"kind": "money", "amount": Decimal(5000000), "donor_kind": "person", "donor_name": "Vi Văn Sơn"}
    content = PledgeContent(**{**said, "promised_on": timezone.localdate(), **changes})
    return take_pledge(drive=to, content=content, by=place.officer)
