"""Votes: a share of all members, in whole numbers; quorum."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.law.book import BoardChoices, Check
from thidua.core.law.provisions import Certainty
from thidua.core.law.reading import load_law
from thidua.core.law.stated import Unknown
from thidua.core.law.votes import CountRefused, QuorumRule, VoteRule, quorum_rule, vote_rule

BOOK = load_law()


def _rule(award: str, day: date) -> VoteRule:
    found = vote_rule(BOOK, award, day)
    assert isinstance(found, VoteRule)
    return found


@pytest.mark.parametrize(
    ("award", "on", "percent", "strictly", "ballot", "certainty"),
    [
        ("provincial_emulation_fighter", "2019-12-01", 90, False, "secret", Certainty.CONFIRMED),
        ("national_emulation_fighter", "2023-12-31", 90, False, "secret", Certainty.CONFIRMED),
        ("hero_of_labor", "2024-01-01", 90, False, "ballot", Certainty.CONFIRMED),
        ("provincial_emulation_fighter", "2025-06-30", 90, False, "ballot", Certainty.CONFIRMED),
        ("provincial_emulation_fighter", "2025-07-01", 90, False, "ballot", Certainty.MEMORY),
        ("grassroots_emulation_fighter", "2024-06-01", 80, False, "ballot", Certainty.CONFIRMED),
        ("provincial_emulation_flag", "2024-06-01", 80, False, "ballot", Certainty.CONFIRMED),
        ("government_emulation_flag", "2025-12-01", 80, False, "ballot", Certainty.MEMORY),
        ("grassroots_emulation_fighter", "2019-12-01", 50, True, "show", Certainty.MEMORY),
        ("provincial_certificate_of_merit", "2024-06-01", 50, True, "show", Certainty.MEMORY),
    ],
)
def test_the_votes_an_award_needs(
    award: str, on: str, percent: int, strictly: bool, ballot: str, certainty: Certainty
) -> None:
    found = _rule(award, date.fromisoformat(on))
    assert (found.percent, found.strictly, found.ballot, found.source.certainty) == (
        percent, strictly, ballot, certainty,
    )  # fmt: skip


def test_a_rule_says_where_it_stands() -> None:
    cites = _rule("provincial_emulation_fighter", date(2024, 6, 1)).source.cites
    assert [(cite.text, cite.place) for cite in cites] == [("ND98", "Đ30 k7")]


def test_the_share_is_that_of_all_members() -> None:
    rule = _rule("provincial_emulation_fighter", date(2024, 6, 1))
    assert [rule.votes_needed(members) for members in (1, 9, 10, 11, 13, 15)] == [1, 9, 9, 10, 12, 14]
    assert (rule.is_reached(12, 13), rule.is_reached(11, 13)) == (True, False)
    assert rule.is_reached(9, 10)


def test_a_majority_is_more_than_half() -> None:
    rule = _rule("provincial_certificate_of_merit", date(2024, 6, 1))
    assert (rule.is_reached(7, 14), rule.is_reached(8, 14), rule.votes_needed(14)) == (False, True, 8)
    assert rule.votes_needed(15) == 8


def test_votes_seeded_from_the_older_decree_need_a_person_until_checked() -> None:
    day = date(2025, 12, 1)
    assert _rule("provincial_emulation_fighter", day).source.needs_person
    check = Check("Ban Thi đua", date(2026, 11, 22))
    choices = BoardChoices(checks={"parameter/votes/provincial_emulation_fighter@2025-07-01": check})
    checked = vote_rule(BOOK.with_choices(choices), "provincial_emulation_fighter", day)
    assert isinstance(checked, VoteRule)
    assert (checked.source.needs_person, checked.source.check) == (False, check)


@pytest.mark.parametrize("day", [date(2017, 9, 30), date(2027, 3, 2)])
def test_outside_the_known_days_the_votes_are_unknown(day: date) -> None:
    found = vote_rule(BOOK, "provincial_emulation_fighter", day)
    assert found == Unknown(found.why)
    assert found.why.en == (
        f"Votes in favour: Provincial Emulation Fighter: what holds on {day:%d/%m/%Y} is not known; a person decides."
    )


def test_an_unknown_award_has_no_votes() -> None:
    found = vote_rule(BOOK, "golden_medal", date(2025, 1, 1))
    assert isinstance(found, Unknown)
    assert found.why.vi == "Không có danh hiệu, hình thức «golden_medal»."


@pytest.mark.parametrize(("yes", "members"), [(-1, 5), (6, 5), (0, 0), (1, 0)])
def test_impossible_counts_are_refused(yes: int, members: int) -> None:
    with pytest.raises(CountRefused):
        _rule("provincial_emulation_fighter", date(2024, 6, 1)).is_reached(yes, members)


@pytest.mark.parametrize(
    ("council", "award", "on", "share"),
    [
        ("province", "", "2026-01-10", Fraction(2, 3)),
        ("province", "provincial_emulation_fighter", "2026-01-10", Fraction(4, 5)),
        ("central", "provincial_emulation_fighter", "2024-06-01", Fraction(2, 3)),
        ("central", "hero_of_labor", "2024-06-01", Fraction(9, 10)),
    ],
)
def test_the_quorum_of_a_session(council: str, award: str, on: str, share: Fraction) -> None:
    found = quorum_rule(BOOK, council, award, date.fromisoformat(on))
    assert isinstance(found, QuorumRule)
    assert found.share == share


def test_a_quorum_counts_whole_members() -> None:
    found = quorum_rule(BOOK, "province", "", date(2026, 1, 10))
    assert isinstance(found, QuorumRule)
    assert (found.members_needed(15), found.members_needed(13)) == (10, 9)
    assert (found.is_reached(9, 13), found.is_reached(8, 13)) == (True, False)
    assert found.source.certainty is Certainty.LOCAL


@pytest.mark.parametrize(
    ("council", "on"), [("province", "2019-12-01"), ("central", "2019-12-01"), ("ward", "2025-01-01")]
)
def test_a_quorum_nobody_stated_is_unknown(council: str, on: str) -> None:
    assert isinstance(quorum_rule(BOOK, council, "", date.fromisoformat(on)), Unknown)


@given(
    st.integers(1, 60),
    st.sampled_from([date(2019, 1, 1), date(2024, 6, 1)]),
    st.sampled_from(sorted(BOOK.awards)),
)
def test_the_votes_needed_are_the_least_that_suffice(members: int, day: date, award: str) -> None:
    rule = _rule(award, day)
    needed = rule.votes_needed(members)
    assert rule.is_reached(needed, members)
    assert not rule.is_reached(needed - 1, members)
