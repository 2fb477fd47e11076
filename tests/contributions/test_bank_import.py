"""Lines of a statement find their promises, are received all or none, never twice, and are taken back together."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone, translation

from tests.factories.gifts import allocated, pledged, received, running_drive
from tests.factories.movements import SmallProvince
from tests.factories.records import drive
from thidua.contributions.actions import (
    ChosenLine,
    call_off_pledge,
    import_bank_lines,
    publish_statement,
    reverse_allocation,
    reverse_receipt,
    undo_bank_import,
)
from thidua.contributions.bank.lines import BankLine, read_bank_statement
from thidua.contributions.bank.matching import Ground, MatchedLine, matched_lines
from thidua.contributions.models import Drive, Gift, LedgerLine, Receipt
from thidua.contributions.queries import balances, bank_imports_of, open_pledges, pledge_kept
from thidua.support.audit.models import AuditEntry
from thidua.support.refusals import NotAllowed, Refused

HEAD = "Ngày giao dịch;Số tham chiếu;Ghi nợ;Ghi có;Nội dung;Người chuyển\n"


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def statement(*rows: tuple[str, str, str, str], day: date | None = None) -> list[BankLine]:
    """Return lines of (reference, amount, memo, sender), all of today."""
    on = f"{day or timezone.localdate():%d/%m/%Y}"
    text = "".join(f"{on};{ref};;{amount};{memo};{sender}\n" for ref, amount, memo, sender in rows)
    return read_bank_statement((HEAD + text).encode(), "sao-ke.csv")


def taken(place: SmallProvince, to: Drive, found: Iterable[MatchedLine]) -> list[Receipt]:
    chosen = [ChosenLine(one.line, one.pledge) for one in found if one.may_be_received]
    return import_bank_lines(drive=to, chosen=chosen, name="sao-ke.csv", by=place.officer)


def test_a_line_finds_its_promise_by_the_surest_ground(
    place: SmallProvince, django_assert_num_queries: Any
) -> None:
    to = running_drive(place)
    hoa = pledged(place, to, donor_name="Nông Thị Hoa", amount=Decimal(3000000))
    son = pledged(place, to, donor_name="Vi Văn Sơn", amount=Decimal(7000000))
    an = pledged(place, to, donor_name="Công ty An Phát", donor_kind="collective", amount=Decimal(9000001))
    pledged(place, to, donor_name="Lương Thị Bình", amount=Decimal(100), kind="labour")
    lines = statement(
        ("1", "1.000.000", f"MBVCB.123.UNG HO {hoa.code.replace('-', '').lower()}.CT tu 010", ""),
        ("2", "2.000.000", f"gop not {hoa.code.replace('-', ' ')}", "TRAN VAN C"),
        ("3", "7.000.000", "chuyen tien", "VI VAN SON"),
        ("4", "9.000.001", "ung ho", "NGUYEN D"),
        ("5", "50.000", "CONG TY AN PHAT ung ho", ""),
        ("6", "100", "luong thi binh", ""),
    )
    with django_assert_num_queries(4):
        found = matched_lines(to, lines)
    assert [(one.pledge, one.ground, one.is_sure) for one in found] == [
        (hoa, Ground.CODE, True),
        (hoa, Ground.CODE, True),
        (son, Ground.NAME_AND_AMOUNT, True),
        (an, Ground.AMOUNT, False),
        (None, None, False),
        (None, None, False),
    ]
    taken(place, to, found)
    assert (pledge_kept(hoa), pledge_kept(son)) == (3000000, 7000000)
    assert [*open_pledges(to).filter(kind="money")] == []


def test_two_promises_of_one_name_are_left_to_the_officer(place: SmallProvince) -> None:
    to = running_drive(place)
    for _number in range(2):
        pledged(place, to, donor_name="Nông Thị Hoa", amount=Decimal(3000000))
    (one,) = matched_lines(to, statement(("1", "3.000.000", "NONG THI HOA", "")))
    assert (one.pledge, one.may_be_received, one.is_sure) == (None, True, False)


def test_sums_equal_the_statement_to_the_dong_and_no_line_is_received_twice(place: SmallProvince) -> None:
    to = running_drive(place)
    rows = [(f"FT{number}", "63.734.567", "ung ho", f"NGUYEN VAN {number}") for number in range(3)]
    rows.append(("FT2", "63.734.567", "ung ho lan hai", "NGUYEN VAN 2"))
    lines = statement(*rows)
    issued = taken(place, to, matched_lines(to, lines))
    assert [*map(str, issued)] == [f"000{number}/{timezone.localdate().year}" for number in (1, 2, 3, 4)]
    assert [row.received for row in balances(to.ledger_lines.all())] == [Decimal(4 * 63734567)]

    more = statement(*rows, ("FT9", "1", "x", ""))
    found = matched_lines(to, more)
    assert [one.known for one in found] == [True, True, True, True, False]
    other = matched_lines(drive(place, name="Đợt khác"), more)
    assert [one.known for one in other] == [True, True, True, True, False]
    with pytest.raises(Refused) as caught:
        import_bank_lines(
            drive=to,
            chosen=[ChosenLine(more[4], None), ChosenLine(more[0], None)],
            name="x",
            by=place.officer,
        )
    assert str(caught.value) == (
        "Row 2 cannot be received, or was received meanwhile. Look at the rows again."
    )
    assert Gift.objects.count() == 4
    with pytest.raises(Refused):
        import_bank_lines(drive=to, chosen=[ChosenLine(more[4], None)] * 2, name="x", by=place.officer)
    assert Gift.objects.count() == 4


def test_who_the_bank_names_is_kept_from_the_public_and_from_the_log(place: SmallProvince) -> None:
    to = running_drive(place)
    rows = (("1", "5.000", "ung ho", "CONG TY TNHH AN PHAT"), ("2", "6.000", "NGUYEN VAN BI MAT ung ho", ""))
    first, second = (receipt.gift for receipt in taken(place, to, matched_lines(to, statement(*rows))))
    assert (first.donor_kind, first.donor_name, first.consent) == (
        "collective",
        "CONG TY TNHH AN PHAT",
        "unknown",
    )
    assert (second.donor_kind, second.donor_name) == ("person", "NGUYEN VAN BI MAT ung ho")
    assert first.source == second.source
    logged = " ".join(AuditEntry.objects.values_list("details", flat=True))
    assert "AN PHAT" not in logged
    assert "BI MAT" not in logged


def test_a_fault_in_one_row_receives_none(place: SmallProvince) -> None:
    to = running_drive(place)
    called_off = pledged(place, to)
    call_off_pledge(pledge=called_off, reason="Thôi", by=place.officer)
    first, second = statement(("1", "5.000", "a", ""), ("2", "6.000", "b", ""))
    with pytest.raises(Refused) as caught:
        import_bank_lines(
            drive=to,
            chosen=[ChosenLine(first, None), ChosenLine(second, called_off)],
            name="x",
            by=place.officer,
        )
    assert str(caught.value) == (
        "Row 3: This promise was called off. Receive the gift without it. Nothing was changed."
    )
    assert (Gift.objects.count(), LedgerLine.objects.count()) == (0, 0)
    with pytest.raises(Refused):
        import_bank_lines(drive=to, chosen=[], name="x", by=place.officer)


def test_what_should_be_looked_at_first_is_told(place: SmallProvince) -> None:
    to, other = running_drive(place), running_drive(place, slug="khac", name="Đợt khác")
    elsewhere, gone = pledged(place, other), pledged(place, to)
    call_off_pledge(pledge=gone, reason="Thôi", by=place.officer)
    by_hand = received(place, to, "1234567")
    lines = statement(
        ("1", "1", elsewhere.code, ""), ("2", "2", gone.code, ""), ("3", "1.234.567", "ung ho", "")
    )
    found = matched_lines(to, lines)
    assert [one.remarks for one in found] == [
        ("The code belongs to the drive “Đợt khác”. Receive it there.",),
        ("The promise with this code was called off.",),
        (f"Receipt {by_hand} of this day and amount was issued by hand. It may be the same gift.",),
    ]
    assert [one.is_sure for one in found] == [False, False, False]


def test_days_of_published_months_and_days_to_come_are_not_received(place: SmallProvince) -> None:
    to = running_drive(place)
    past = timezone.localdate().replace(day=1) - timedelta(days=1)
    received(place, to, received_on=past, as_of=past)
    publish_statement(drive=to, year=past.year, month=past.month, by=place.officer)
    (published,) = matched_lines(to, statement(("1", "5", "x", ""), day=past))
    (to_come,) = matched_lines(
        to, statement(("2", "5", "x", ""), day=timezone.localdate() + timedelta(days=1))
    )
    assert published.faults == (
        f"The ledger is published to the end of {past:%d/%m/%Y}. Receive this one by hand with a later day.",
    )
    assert to_come.faults == ("This day has not come yet. Correct it in the file.",)


def test_an_import_is_taken_back_as_a_whole_or_not_at_all(
    place: SmallProvince, django_assert_num_queries: Any
) -> None:
    to = running_drive(place)
    lines = statement(("1", "5.000", "a", ""), ("2", "6.000", "b", ""))
    receipts = taken(place, to, matched_lines(to, lines))
    later = taken(place, to, matched_lines(to, statement(("3", "100", "c", ""))))
    reverse_receipt(receipt=receipts[0], reason="Nhầm", by=place.officer)
    with django_assert_num_queries(1):
        newest, oldest = bank_imports_of(to)
    assert (newest.receipts, newest.standing, newest.total) == (1, 1, 100)
    assert (oldest.first, oldest.receipts, oldest.standing, oldest.total) == (
        receipts[0].gift_id,
        2,
        1,
        6000,
    )
    work = allocated(place, to, "6050")
    with pytest.raises(Refused) as caught:
        undo_bank_import(drive=to, source=oldest.source, reason="Nhầm tệp", by=place.officer)
    assert str(caught.value) == (
        f"Receipt {receipts[1]}: What this receipt brought has been allocated. Reverse an allocation first, "
        "then the receipt. Nothing was changed."
    )
    reverse_allocation(allocation=work, reason="Nhầm", by=place.officer)
    with pytest.raises(Refused) as caught:
        undo_bank_import(drive=to, source=oldest.source, reason="", by=place.officer)
    assert [*caught.value.faults] == ["reason"]
    assert undo_bank_import(drive=to, source=oldest.source, reason="Nhầm tệp", by=place.officer) == 1
    with pytest.raises(Refused):
        undo_bank_import(drive=to, source=oldest.source, reason="Nhầm tệp", by=place.officer)
    later[0].refresh_from_db()
    assert later[0].reversed_on is None
    assert [row.received for row in balances(to.ledger_lines.all())] == [100]
    assert [one.known for one in matched_lines(to, lines)] == [False, False]
    assert len(taken(place, to, matched_lines(to, lines))) == 2


def test_the_log_tells_of_imports(place: SmallProvince) -> None:
    to = running_drive(place)
    (receipt,) = taken(place, to, matched_lines(to, statement(("1", "5.000", "a", ""))))
    undo_bank_import(drive=to, source=receipt.gift.source, reason="Nhầm tệp", by=place.officer)
    actions = AuditEntry.objects.order_by("sequence").values_list("action", flat=True)
    assert [*actions][-5:] == [
        "contributions.gift_recorded",
        "contributions.gift_received",
        "contributions.bank_imported",
        "contributions.receipt_reversed",
        "contributions.bank_import_undone",
    ]


def test_only_who_keeps_the_gifts_imports(place: SmallProvince) -> None:
    to = running_drive(place)
    lines = statement(("1", "5.000", "a", ""))
    with pytest.raises(NotAllowed):
        import_bank_lines(drive=to, chosen=[ChosenLine(lines[0], None)], name="x", by=place.clerk)
    (receipt,) = taken(place, to, matched_lines(to, lines))
    with pytest.raises(NotAllowed):
        undo_bank_import(drive=to, source=receipt.gift.source, reason="x", by=place.clerk)
    assert LedgerLine.objects.count() == 1
