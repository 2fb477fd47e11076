"""The ledger of the fund: counter-entries, what decisions set aside, and whether there is enough."""

from __future__ import annotations

import pytest
from django.utils import timezone

from tests.factories.decisions import Office, draft, signed, waiting
from thidua.decisions.actions import allocate_fund, correct_entry
from thidua.decisions.enums import FundEntryKind
from thidua.decisions.models import FundEntry
from thidua.decisions.queries import fund_balance, fund_check, funds_seen_by, money_by_decision
from thidua.support.refusals import NotAllowed, Refused

AMOUNT = 3_800_000  # the bonus of one certificate of merit


def allocated(of: Office, amount: int) -> FundEntry:
    today = timezone.localdate()
    return allocate_fund(
        unit=of.place.province, year=today.year, amount=amount, on=today, grounds="Dự toán", paper="2105/QĐ-UBND",
        by=of.leader,
    )  # fmt: skip


def corrected(of: Office, entry: FundEntry, right_amount: int, **more: object) -> FundEntry:
    said = {"on": timezone.localdate(), "grounds": "Ghi nhầm số", "paper": "BB-01", "by": of.leader}
    return correct_entry(entry=entry, right_amount=right_amount, **said | more)


def test_a_wrong_entry_stays_and_a_counter_entry_sets_it_right_once(of: Office) -> None:
    entry = allocated(of, 90_000_000)
    counter = corrected(of, entry, 9_000_000)
    assert corrected(of, entry, 9_000_000) == counter
    assert list(FundEntry.objects.order_by("pk").values_list("kind", "amount", "corrects")) == [
        (FundEntryKind.ALLOCATION, 90_000_000, None),
        (FundEntryKind.ADJUSTMENT, -81_000_000, entry.pk),
    ]
    assert fund_balance(of.place.province, entry.year).left == 9_000_000
    with pytest.raises(Refused) as caught:
        corrected(of, entry, 8_000_000)
    assert caught.value.faults == {
        "amount": ["This entry is corrected already. Correct the counter-entry instead."]
    }


def test_a_correction_names_its_paper_and_does_not_turn_income_into_spending(of: Office) -> None:
    entry = allocated(of, 90_000_000)
    with pytest.raises(Refused) as caught:
        corrected(of, entry, -5, grounds="", paper="")
    assert sorted(caught.value.faults) == ["amount", "grounds", "paper"]
    with pytest.raises(Refused):
        corrected(of, entry, 90_000_000)
    with pytest.raises(NotAllowed):
        corrected(of, entry, 0, by=of.officer)
    assert FundEntry.objects.count() == 1


def test_the_bonus_of_a_signed_decision_is_corrected_like_any_other_entry(of: Office) -> None:
    signed(of)
    paid = FundEntry.objects.get(kind=FundEntryKind.PAYMENT)
    corrected(of, paid, -3_000_000)
    assert fund_balance(of.place.province, paid.year).left == -3_000_000


def test_a_decision_is_measured_against_what_the_fund_has_and_what_others_set_aside(of: Office) -> None:
    allocated(of, 2 * AMOUNT)
    first, second = waiting(of), draft(of)
    assert [fund_check(one).is_short for one in (first, second)] == [False, False]
    third = draft(of)
    found = fund_check(third)
    assert (found.left, found.reserved, found.needed, found.after, found.is_short) == (
        2 * AMOUNT,
        2 * AMOUNT,
        AMOUNT,
        -AMOUNT,
        True,
    )


def test_a_fund_of_which_nothing_is_known_warns_of_nothing(of: Office) -> None:
    found = fund_check(draft(of))
    assert (found.is_known, found.is_short, found.needed) == (False, False, AMOUNT)


def test_money_stands_by_decision_signed_or_not(of: Office, django_assert_num_queries) -> None:
    first, second = signed(of), draft(of)
    with django_assert_num_queries(1):
        rows = list(money_by_decision(of.place.province, timezone.localdate().year))
    assert [(row.pk, row.recipients, row.money) for row in rows] == [
        (second.pk, 1, AMOUNT),
        (first.pk, 1, AMOUNT),
    ]


def test_a_fund_is_seen_by_those_who_see_its_dossiers(of: Office) -> None:
    signed(of)
    assert list(funds_seen_by(of.chairman)) == [of.place.province]
    assert list(funds_seen_by(of.place.clerk)) == []
