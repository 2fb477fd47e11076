"""Caps on how many are granted an award, and the end of one."""

from dataclasses import replace
from datetime import date

import pytest

from thidua.core.law.book import BoardChoices, LawBook
from thidua.core.law.provisions import Certainty
from thidua.core.law.quotas import Quota, quota
from thidua.core.law.reading import load_law
from thidua.core.law.stated import Unknown

BOOK = load_law()


def _quota(award: str, day: date, book: LawBook = BOOK) -> Quota:
    found = quota(book, award, day)
    assert isinstance(found, Quota)
    return found


def test_in_2019_five_fighters_among_33_advanced_workers_are_over_the_cap() -> None:
    found = _quota("grassroots_emulation_fighter", date(2019, 12, 31))
    assert (found.percent, found.of, found.enforce) == (15, "granted_advanced", "block")
    assert found.cap(33) == 4
    assert (found.is_exceeded(4, 33), found.is_exceeded(5, 33)) == (False, True)
    assert [(cite.text, cite.place) for cite in found.source.cites] == [("ND91", "Đ9 k3")]


def test_in_2024_there_is_no_cap() -> None:
    found = _quota("grassroots_emulation_fighter", date(2024, 12, 31))
    assert (found.percent, found.enforce, found.cap(33), found.is_exceeded(33, 33)) == (
        None,
        "none",
        None,
        False,
    )
    assert found.source.certainty is Certainty.CONFIRMED
    assert not found.source.needs_person


def test_the_government_flag_is_capped_until_2023_and_then_warned_of() -> None:
    before, after = (_quota("government_emulation_flag", date(year, 6, 1)) for year in (2023, 2024))
    assert (before.percent, before.enforce, before.cap(12)) == (20, "block", 2)
    assert (after.percent, after.enforce, after.source.certainty) == (20, "warn", Certainty.MEMORY)


@pytest.mark.parametrize(("choice", "percent", "enforce"), [("block", 20, "block"), ("none", None, "none")])
def test_the_board_settles_the_cap_of_the_government_flag(
    choice: str, percent: int | None, enforce: str
) -> None:
    book = BOOK.with_choices(BoardChoices(settings={"government_flag_quota": choice}))
    found = _quota("government_emulation_flag", date(2024, 6, 1), book)
    assert (found.percent, found.enforce) == (percent, enforce)
    assert _quota("government_emulation_flag", date(2023, 6, 1), book).enforce == "block"


def test_a_locality_may_round_otherwise() -> None:
    known = BOOK.parameters["quotas/grassroots_emulation_fighter"]
    first = known.values[0]
    assert isinstance(first.value, type(BOOK.parameters))
    own = replace(first, value={**first.value, "rounding": "nearest"})
    local = replace(known, values=(own, *known.values[1:]))
    book = replace(BOOK, parameters={**BOOK.parameters, known.code: local})
    found = _quota("grassroots_emulation_fighter", date(2019, 12, 31), book)
    assert [found.cap(base) for base in (33, 30, 36)] == [5, 5, 5]  # 4.95, 4.5, 5.4


def test_other_awards_have_no_cap_that_we_know() -> None:
    found = _quota("provincial_emulation_fighter", date(2025, 12, 31))
    assert (found.percent, found.source.needs_person) == (None, True)


@pytest.mark.parametrize(
    ("award", "day"),
    [
        ("grassroots_emulation_fighter", date(2017, 9, 30)),
        ("grassroots_emulation_fighter", date(2026, 10, 1)),
        ("golden_medal", date(2025, 1, 1)),
    ],
)
def test_outside_the_known_days_a_cap_is_unknown(award: str, day: date) -> None:
    assert isinstance(quota(BOOK, award, day), Unknown)


def test_a_negative_head_count_is_refused() -> None:
    with pytest.raises(ValueError, match="not negative"):
        _quota("grassroots_emulation_fighter", date(2019, 1, 1)).cap(-1)
