"""The statement of a month: published once, never changed, and nothing is dated into its month afterwards."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.utils import translation

from tests.factories.gifts import allocated, received
from tests.factories.movements import SmallProvince
from tests.factories.records import drive
from thidua.contributions.actions import publish_statement, reverse_receipt
from thidua.contributions.models import LedgerLine, MonthlyStatement, Receipt
from thidua.contributions.queries import months_to_publish
from thidua.support.refusals import NotAllowed, Refused

OCTOBER = {"received_on": date(2019, 10, 31), "as_of": date(2019, 10, 31)}


@pytest.fixture(autouse=True)
def in_english() -> Any:
    with translation.override("en"):
        yield


def bytes_of(statement: MonthlyStatement) -> bytes:
    with statement.file.content.open("rb") as content:
        return bytes(content.read())


def test_a_published_month_takes_no_more_lines_and_says_what_to_do(place: SmallProvince) -> None:
    to = drive(place)
    wrong = received(place, to, **OCTOBER)
    statement = publish_statement(drive=to, year=2019, month=10, by=place.officer)
    before = bytes_of(statement)
    for attempt, field in (
        (lambda: received(place, to, **OCTOBER), "received_on"),
        (lambda: received(place, to, received_on=date(2019, 9, 1), as_of=date(2019, 9, 1)), "received_on"),
        (lambda: allocated(place, to, "1", allocated_on=date(2019, 10, 31)), "allocated_on"),
    ):
        with pytest.raises(Refused) as caught:
            attempt()
        assert caught.value.faults == {
            field: [
                "The ledger is published to the end of 31/10/2019 and does not change. Write a later day here, "
                "and the true day in the description: it becomes a line of the present month."
            ]
        }
    received(place, to, received_on=date(2019, 11, 1), as_of=date(2019, 11, 1))
    reverse_receipt(receipt=wrong, reason="Ghi nhầm", by=place.officer)
    assert LedgerLine.objects.filter(entered_on__lte=date(2019, 10, 31)).count() == 1
    assert (before[:5], bytes_of(MonthlyStatement.objects.get())) == (b"%PDF-", before)


def test_another_drive_goes_on_in_the_month(place: SmallProvince) -> None:
    first, second = drive(place), drive(place, name="Đợt khác")
    received(place, first, **OCTOBER)
    publish_statement(drive=first, year=2019, month=10, by=place.officer)
    assert str(received(place, second, **OCTOBER)) == "0001/2019"


def test_a_month_is_published_once_when_it_is_over_and_has_lines(place: SmallProvince) -> None:
    to = drive(place)
    received(place, to, **OCTOBER)
    received(place, to, amount="12.5", kind="labour")
    assert months_to_publish(to, date(2019, 12, 1)) == [(2019, 10)]
    publish_statement(drive=to, year=2019, month=10, by=place.officer)
    assert months_to_publish(to, date(2019, 12, 1)) == []
    for year, month in ((2019, 10), (2019, 9), (2100, 1), (2019, 13)):
        with pytest.raises(Refused):
            publish_statement(drive=to, year=year, month=month, by=place.officer)
    assert MonthlyStatement.objects.count() == 1


def test_only_who_keeps_the_gifts_publishes(place: SmallProvince) -> None:
    to = drive(place)
    received(place, to, **OCTOBER)
    with pytest.raises(NotAllowed):
        publish_statement(drive=to, year=2019, month=10, by=place.clerk)
    assert MonthlyStatement.objects.count() == 0


def test_no_donor_is_named_in_a_file_that_never_changes(place: SmallProvince, monkeypatch: Any) -> None:
    from thidua.contributions.papers import statement as paper

    told: list[Any] = []
    monkeypatch.setattr(paper, "write_list_pdf", lambda content: told.append(content) or b"%PDF-1.7\n")
    to = drive(place)
    donor = {"donor_kind": "collective", "donor_name": "Công ty Hoa Hồi", "consent": "given"}
    received(place, to, "1234567", **OCTOBER, **donor)
    allocated(place, to, "234567", allocated_on=date(2019, 10, 31))
    publish_statement(drive=to, year=2019, month=10, by=place.officer)
    (content,) = told
    (group,) = content.groups
    heading = (
        "Tiền: đầu tháng 0 đồng; nhận 1.234.567 đồng; phân bổ 234.567 đồng; cuối tháng còn 1.000.000 đồng"
    )
    assert group.heading.replace("\xa0", " ") == heading
    assert [row[2:4] for row in group.rows] == [
        (str(Receipt.objects.get()), "Ủng hộ của tập thể, doanh nghiệp"),
        ("", "Cho Đường thôn Nà Ao 2"),
    ]
    assert "Hoa Hồi" not in str(content)
    assert Decimal(1234567) == Receipt.objects.get().gift.amount
