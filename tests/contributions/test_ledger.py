"""The way of a gift: promised, received, given on, shown; and sums that are the ledger's to the đồng."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db.models import Sum
from django.utils import timezone, translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories.movements import SmallProvince
from tests.factories.photos import photo_bytes
from tests.factories.records import drive, gift_content
from thidua.contributions.actions import (
    allocate,
    call_off_pledge,
    edit_gift,
    prove,
    receive_gift,
    reverse_allocation,
    reverse_receipt,
    strike_proof,
    take_pledge,
    withdraw_gift,
)
from thidua.contributions.content import AllocationContent, PledgeContent
from thidua.contributions.models import Allocation, Drive, Gift, LedgerLine, Pledge, Receipt
from thidua.contributions.queries import (
    Balance,
    MonthOfKind,
    balances,
    gift_totals,
    month_of,
    pledge_kept,
    public_lines,
)
from thidua.support.photos.actions import keep_photo
from thidua.support.refusals import NotAllowed, Refused

DAY = date(2019, 10, 31)


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def received(place: SmallProvince, to: Drive, amount: str = "1000000", **changes: Any) -> Receipt:
    pledge = changes.pop("pledge", None)
    content = gift_content(**{"amount": Decimal(amount), "received_on": DAY, "as_of": DAY, **changes})
    return receive_gift(drive=to, content=content, pledge=pledge, by=place.officer)


def allocated(
    place: SmallProvince, of: Drive, amount: str, day: date = DAY, kind: str = "money"
) -> Allocation:
    content = AllocationContent(kind=kind, amount=Decimal(amount), allocated_on=day, work="Đường thôn")
    return allocate(drive=of, content=content, by=place.officer)


def pledge(place: SmallProvince, to: Drive, **changes: Any) -> Pledge:
    given = {"kind": "money", "amount": Decimal(5000000), "donor_kind": "person", "promised_on": DAY}
    content = PledgeContent(**{**given, "donor_name": "Vi Văn Sơn", **changes})
    return take_pledge(drive=to, content=content, by=place.officer)


def test_receipts_are_numbered_without_gaps_in_their_drive_and_year(place: SmallProvince) -> None:
    first, second = drive(place), drive(place, name="Đợt khác")
    earlier = {"received_on": date(2018, 5, 1)}
    issued = [received(place, first), received(place, first), received(place, second)]
    with pytest.raises(Refused):
        received(place, first, received_on=None)
    issued += [received(place, first), received(place, first, **earlier)]
    assert [*map(str, issued)] == ["0001/2019", "0002/2019", "0001/2019", "0003/2019", "0001/2018"]
    assert Gift.objects.count() == 5


def test_a_pledge_is_kept_in_parts(place: SmallProvince) -> None:
    to = drive(place)
    promise = pledge(place, to)
    received(place, to, "2000000", pledge=promise)
    wrong = received(place, to, "500000", pledge=promise)
    assert pledge_kept(promise) == 2500000
    reverse_receipt(receipt=wrong, reason="Nhập nhầm", by=place.officer)
    assert pledge_kept(promise) == 2000000
    call_off_pledge(pledge=promise, reason="Người hứa xin thôi", by=place.officer)
    with pytest.raises(Refused) as caught:
        received(place, to, pledge=promise)
    assert caught.value.faults == {"pledge": ["This promise was called off. Receive the gift without it."]}


def test_no_more_is_allocated_than_is_left_on_any_later_day(place: SmallProvince) -> None:
    to = drive(place)
    received(place, to)
    allocated(place, to, "600000", date(2019, 12, 1))
    for amount, day in (("400001", date(2019, 12, 2)), ("400001", DAY), ("1", date(2019, 10, 30))):
        with pytest.raises(Refused):
            allocated(place, to, amount, day)
    with pytest.raises(Refused) as caught:
        allocated(place, to, "1", kind="goods")
    assert caught.value.faults == {
        "amount": ["Only 0 of this kind is left in the drive. Allocate at most that, or receive more first."]
    }
    allocated(place, to, "400000")
    assert balances(LedgerLine.objects.all()) == [Balance("money", Decimal(1000000), Decimal(1000000))]


def test_a_line_is_taken_back_by_another_and_stays(place: SmallProvince) -> None:
    received(place, drive(place, name="Đợt khác"))
    to = drive(place)
    receipt = received(place, to, consent="given", donor_name="Công ty A", donor_kind="collective")
    given_on = allocated(place, to, "1000000")
    with pytest.raises(Refused):
        reverse_receipt(receipt=receipt, reason="Nhập nhầm", by=place.officer)
    reverse_allocation(allocation=given_on, reason="Chưa bàn giao", by=place.officer)
    reverse_receipt(receipt=receipt, reason="Nhập nhầm", by=place.officer)
    with pytest.raises(Refused):
        reverse_receipt(receipt=receipt, reason="Nhập nhầm", by=place.officer)
    lines = public_lines(to, DAY, timezone.localdate())
    assert [(line.entry, line.amount, line.reason) for line in lines] == [
        ("received", 1000000, ""),
        ("allocated", 1000000, ""),
        ("allocated", -1000000, "Chưa bàn giao"),
        ("received", -1000000, "Nhập nhầm"),
    ]
    assert [(line.number, line.reverses) for line in lines] == [(1, None), (2, None), (3, 2), (4, 1)]
    assert gift_totals(Gift.objects.filter(drive=to)) == []
    assert str(received(place, to)) == "0002/2019"


def test_a_gift_with_a_receipt_is_neither_changed_nor_removed(place: SmallProvince) -> None:
    row = received(place, drive(place)).gift
    content = gift_content(amount=Decimal(2), received_on=DAY)
    with pytest.raises(Refused) as caught:
        edit_gift(gift=row, content=content, version=1, by=place.officer)
    assert [*caught.value.faults] == ["amount"]
    with pytest.raises(Refused):
        withdraw_gift(gift=row, reason="Nhầm", by=place.officer)
    assert Gift.objects.get().amount == 1000000


def test_only_donors_who_agreed_are_named_in_the_ledger(
    place: SmallProvince, django_assert_num_queries
) -> None:
    to = drive(place)
    for name, consent in (("Công ty A", "given"), ("Công ty B", "unknown"), ("Công ty C", "refused")):
        received(place, to, donor_kind="collective", donor_name=name, consent=consent)
    with django_assert_num_queries(1):
        lines = public_lines(to, DAY, DAY)
    assert [(line.donor, line.amount) for line in lines] == [
        ("Công ty A", 1000000),
        ("", 1000000),
        ("", 1000000),
    ]


def test_the_month_opens_with_what_the_one_before_left(
    place: SmallProvince, django_assert_num_queries
) -> None:
    to = drive(place)
    received(place, to)
    received(place, to, "12.5", kind="labour")
    allocated(place, to, "300000", date(2019, 11, 2))
    with django_assert_num_queries(1):
        months = month_of(to, 2019, 11)
    assert months == [
        MonthOfKind("labour", Decimal("12.5"), Decimal(0), Decimal(0)),
        MonthOfKind("money", Decimal(1000000), Decimal(0), Decimal(300000)),
    ]
    assert [row.closing for row in months] == [Decimal("12.5"), 700000]


def test_a_proof_is_struck_out_not_deleted(place: SmallProvince) -> None:
    to = drive(place)
    received(place, to)
    work = allocated(place, to, "1000")
    photo = keep_photo(data=photo_bytes(), name="duong.jpg", by=place.officer)
    said = {"caption": "Đường thôn sau khi đổ bê tông", "alternative": "Con đường bê tông giữa hai ruộng lúa"}
    with pytest.raises(Refused) as caught:
        prove(allocation=work, photo=photo, caption="", alternative="", shown_on=DAY, by=place.officer)
    assert [*caught.value.faults] == ["caption", "alternative"]
    proof = prove(allocation=work, photo=photo, shown_on=DAY, by=place.officer, **said)
    struck = strike_proof(proof=proof, reason="Nhầm công trình", by=place.officer)
    assert (struck.struck_reason, work.proofs.count()) == ("Nhầm công trình", 1)


def test_a_gift_for_one_work_is_not_given_on_twice(place: SmallProvince) -> None:
    to = drive(place)
    land, _second = (received(place, to, "350", kind="land") for _ in range(2))
    said = {"kind": "land", "allocated_on": DAY, "work": "Đường thôn", "receipt": land}
    first = allocate(drive=to, content=AllocationContent(amount=Decimal(300), **said), by=place.officer)
    with pytest.raises(Refused) as caught:
        allocate(drive=to, content=AllocationContent(amount=Decimal("50.01"), **said), by=place.officer)
    assert caught.value.faults == {
        "amount": ["Only 50 of this gift is left. Allocate at most that, or leave out the gift."]
    }
    with pytest.raises(Refused):
        reverse_receipt(receipt=land, reason="Nhầm", by=place.officer)
    money = AllocationContent(kind="money", amount=Decimal(1), allocated_on=DAY, work="x", receipt=land)
    received(place, to)
    with pytest.raises(Refused) as caught:
        allocate(drive=to, content=money, by=place.officer)
    assert [*caught.value.faults] == ["receipt"]
    reverse_allocation(allocation=first, reason="Nhầm", by=place.officer)
    reverse_receipt(receipt=land, reason="Nhầm", by=place.officer)
    assert balances(to.ledger_lines.filter(kind="land")) == [Balance("land", Decimal(350), Decimal(0))]


def test_only_who_keeps_the_gifts_writes_the_ledger(place: SmallProvince) -> None:
    to = drive(place)
    content = AllocationContent(kind="money", amount=Decimal(1), allocated_on=DAY, work="x")
    receipt = received(place, to)
    for attempt in (
        lambda: receive_gift(drive=to, content=gift_content(received_on=DAY), by=place.clerk),
        lambda: allocate(drive=to, content=content, by=place.clerk),
        lambda: reverse_receipt(receipt=receipt, reason="x", by=place.clerk),
    ):
        with pytest.raises(NotAllowed):
            attempt()
    assert LedgerLine.objects.count() == 1


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["in", "out", "back in", "back out"]), st.integers(1, 10**13), st.integers(1, 28)
    ),
    max_size=12,
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_sums_equal_the_ledger_whatever_was_done(
    place: SmallProvince, steps: list[tuple[str, int, int]]
) -> None:
    to = drive(place)
    for step, amount, day in steps:
        on = date(2019, 10, day)
        try:
            if step == "in":
                received(place, to, str(amount), received_on=on)
            elif step == "out":
                allocated(place, to, str(amount), on)
            elif step == "back in" and (receipt := to.receipts.first()):
                reverse_receipt(receipt=receipt, reason="Nhầm", by=place.officer)
            elif step == "back out" and (given_on := to.allocations.first()):
                reverse_allocation(allocation=given_on, reason="Nhầm", by=place.officer)
        except Refused:
            pass
    came = sum(row.gift.amount for row in to.receipts.filter(reversed_on=None))
    went = sum(row.parts for row in to.allocations.filter(reversed_on=None))
    lines = to.ledger_lines.all()
    expected = [Balance("money", Decimal(came), Decimal(went))] if lines else []
    assert balances(lines) == expected
    assert (
        sum(line.amount for line in public_lines(to, date(2019, 1, 1), timezone.localdate())) == came + went
    )
    assert all(row.closing == came - went for row in month_of(to, timezone.localdate().year + 1, 1))
    assert all(row.closing >= 0 for row in month_of(to, 2019, 10))
    assert (lines.aggregate(total=Sum("parts"))["total"] or 0) == came + went
