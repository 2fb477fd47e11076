"""Two who give on the same money at once: one of them is refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from threading import Barrier, Thread

import pytest
from django.db import connections

from tests.factories.movements import small_province
from tests.factories.records import drive, gift_content
from thidua.contributions.actions import allocate, receive_gift
from thidua.contributions.content import AllocationContent
from thidua.contributions.models import Allocation, Receipt
from thidua.support.refusals import Refused

pytestmark = pytest.mark.django_db(transaction=True)
DAY = date(2019, 10, 31)


def test_two_allocations_at_once_never_spend_more_than_there_is() -> None:
    place = small_province()
    to = drive(place)
    receive_gift(drive=to, content=gift_content(received_on=DAY), by=place.officer)
    content = AllocationContent(kind="money", amount=Decimal(600000), allocated_on=DAY, work="Đường thôn")
    barrier, refused = Barrier(2), []

    def spend() -> None:
        try:
            barrier.wait(timeout=20)
            allocate(drive=to, content=content, by=place.officer)
        except Refused as refusal:
            refused.append(refusal)
        finally:
            connections.close_all()

    threads = [Thread(target=spend) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert (Allocation.objects.count(), len(refused)) == (1, 1)


def test_receipts_issued_at_once_take_different_numbers() -> None:
    place = small_province()
    to = drive(place)
    barrier = Barrier(3)

    def receive() -> None:
        try:
            barrier.wait(timeout=20)
            receive_gift(drive=to, content=gift_content(received_on=DAY), by=place.officer)
        finally:
            connections.close_all()

    threads = [Thread(target=receive) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert sorted(Receipt.objects.values_list("number", flat=True)) == [1, 2, 3]
