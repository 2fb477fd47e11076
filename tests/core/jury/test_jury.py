"""Promises of the jury's arithmetic: exact, explained, never in place of what the jurors gave."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.jury import (
    Award,
    ChairDecision,
    Criterion,
    MarkFault,
    MarkSheet,
    PrizeQuota,
    TieRule,
    WeighedRound,
    awards,
    combined_totals,
    corrected_totals,
    entry_totals,
    going_on,
    places,
    severities,
    unsettled_ties,
)

CONTENT, FORM = Criterion("content", Fraction(10), Fraction(2)), Criterion("form", Fraction(10))
POINTS = st.integers(0, 40).map(lambda quarters: Fraction(quarters, 4))


def sheet_of(
    marks: dict[tuple[str, str], tuple[int | Fraction | None, int | Fraction | None]], conflicts=()
) -> MarkSheet:
    """A round of the marks (juror, entry) → (content, form); None is a mark that is missing."""
    cells = {
        (juror, entry, code): Fraction(points)
        for (juror, entry), both in marks.items()
        for code, points in zip(("content", "form"), both, strict=True)
        if points is not None
    }
    jurors = tuple(dict.fromkeys(juror for juror, _ in marks))
    entries = tuple(dict.fromkeys(entry for _, entry in marks))
    return MarkSheet((CONTENT, FORM), jurors, entries, cells, frozenset(conflicts))


@st.composite
def sheets(draw: st.DrawFn, *, full: bool = False) -> MarkSheet:
    """Rounds of up to 4 jurors and 5 entries, with gaps and conflicts unless `full`."""
    jurors = [f"j{n}" for n in range(draw(st.integers(1, 4)))]
    entries = [f"e{n}" for n in range(draw(st.integers(1, 5)))]
    points = POINTS if full else st.one_of(st.none(), POINTS)
    marks = {(j, e): (draw(points), draw(points)) for j in jurors for e in entries}
    conflicts = [] if full else draw(st.lists(st.sampled_from(sorted(marks)), max_size=3))
    return sheet_of(marks, conflicts)


TOTALS = st.dictionaries(st.text("abcdef", min_size=1, max_size=3), st.none() | POINTS, max_size=12)


def test_a_total_is_told_criterion_by_criterion_with_its_divisor() -> None:
    sheet = sheet_of(
        {("an", "01"): (8, 7), ("binh", "01"): (9, None), ("chi", "01"): (1, 1)}, [("chi", "01")]
    )
    (found,) = entry_totals(sheet)
    content, form = found.parts
    assert content.counted == (("an", Fraction(8)), ("binh", Fraction(9)))
    assert (content.divisor, content.mean, content.points) == (2, Fraction(17, 2), Fraction(17))
    assert (content.missing, content.conflicted) == ((), ("chi",))
    assert (form.divisor, form.mean, form.missing, form.conflicted) == (1, Fraction(7), ("binh",), ("chi",))
    assert found.total == Fraction(24)
    assert found.mean_of("form") == Fraction(7)


def test_an_entry_without_a_mark_by_one_criterion_has_no_total_rather_than_a_low_one() -> None:
    (found,) = entry_totals(sheet_of({("an", "01"): (8, None)}))
    assert found.total is None
    assert places({"01": found.total, "02": Fraction(0)}, TieRule.SHARED)[0].entry == "02"


def test_a_third_stays_a_third() -> None:
    (found,) = entry_totals(sheet_of({("a", "01"): (3, 0), ("b", "01"): (3, 0), ("c", "01"): (4, 0)}))
    assert found.total == Fraction(20, 3)


def test_awaited_marks_leave_conflicts_out() -> None:
    sheet = sheet_of({("an", "01"): (8, None), ("chi", "01"): (None, None)}, [("chi", "01")])
    assert sheet.missing() == (("an", "01", "form"),)
    assert sheet.highest_total() == Fraction(30)


@pytest.mark.parametrize(
    ("cell", "points"),
    [
        (("an", "01", "content"), Fraction(41, 4)),
        (("an", "01", "content"), Fraction(-1)),
        (("stranger", "01", "content"), Fraction(1)),
        (("an", "02", "content"), Fraction(1)),
        (("an", "01", "style"), Fraction(1)),
    ],
)
def test_a_mark_that_cannot_be_is_a_fault(cell: tuple[str, str, str], points: Fraction) -> None:
    MarkSheet((CONTENT,), ("an",), ("01",), {("an", "01", "content"): Fraction(10)})
    with pytest.raises(MarkFault):
        MarkSheet((CONTENT,), ("an",), ("01",), {cell: points})


def test_a_severe_juror_is_told_beside_the_raw_marks() -> None:
    sheet = sheet_of(
        {
            ("mild", "01"): (8, 8),  # 24
            ("severe", "01"): (6, 6),  # 18
            ("mild", "02"): (8, 8),  # 24
            ("severe", "02"): (None, None),
            ("mild", "03"): (None, None),
            ("severe", "03"): (7, 7),  # 21
        }
    )
    mild, severe = severities(sheet)
    assert (mild.shared, mild.difference) == (1, Fraction(3))
    assert (severe.shared, severe.difference) == (1, Fraction(-3))
    assert [(one.raw, one.corrected) for one in corrected_totals(sheet)] == [(21, 21), (24, 21), (21, 24)]
    assert [one.total for one in entry_totals(sheet)] == [21, 24, 21]


def test_a_juror_who_shares_no_entry_has_no_severity() -> None:
    sheet = sheet_of({("an", "01"): (5, 5), ("binh", "02"): (9, 9)})
    assert [(one.shared, one.difference) for one in severities(sheet)] == [(0, None), (0, None)]
    assert [(one.raw, one.corrected) for one in corrected_totals(sheet)] == [(15, 15), (27, 27)]


@given(sheets(full=True))
def test_where_all_mark_all_severities_cancel_and_no_total_moves(sheet: MarkSheet) -> None:
    if len(sheet.jurors) > 1:
        assert sum(one.difference for one in severities(sheet) if one.difference is not None) == 0
    raw = [one.total for one in entry_totals(sheet)]
    assert [one.raw for one in corrected_totals(sheet)] == raw
    assert [one.corrected for one in corrected_totals(sheet)] == raw


@given(sheets())
def test_totals_lie_between_nothing_and_the_top_and_every_juror_is_accounted_for(sheet: MarkSheet) -> None:
    for found in entry_totals(sheet):
        if found.total is not None:
            assert isinstance(found.total, Fraction)
            assert 0 <= found.total <= sheet.highest_total()
        for part in found.parts:
            told = [juror for juror, _ in part.counted] + [*part.missing, *part.conflicted]
            assert sorted(told) == sorted(sheet.jurors)


@given(sheets())
def test_marks_of_a_juror_in_conflict_change_nothing(sheet: MarkSheet) -> None:
    without = {cell: points for cell, points in sheet.marks.items() if cell[:2] not in sheet.conflicts}
    bare = MarkSheet(sheet.criteria, sheet.jurors, sheet.entries, without, sheet.conflicts)
    assert entry_totals(bare) == entry_totals(sheet)
    assert corrected_totals(bare) == corrected_totals(sheet)


def test_equal_totals_share_a_place_and_the_next_stays_empty() -> None:
    found = places(
        {"a": Fraction(9), "b": Fraction(8), "c": Fraction(8), "d": Fraction(7), "e": None}, TieRule.SHARED
    )
    assert [(one.entry, one.place) for one in found] == [("a", 1), ("b", 2), ("c", 2), ("d", 4)]
    assert found[1].shared_with == ("c",)
    assert unsettled_ties(found) == (("b", "c"),)


def test_a_named_criterion_settles_a_tie_and_what_is_equal_there_shares() -> None:
    totals = {"a": Fraction(8), "b": Fraction(8), "c": Fraction(8), "d": Fraction(8)}
    found = places(totals, TieRule.CRITERION, deciding={"a": Fraction(5), "b": Fraction(6), "c": Fraction(5)})
    assert [(one.entry, one.place) for one in found] == [("b", 1), ("a", 2), ("c", 2), ("d", 4)]
    assert found[0].tied == ("a", "c", "d")
    with pytest.raises(ValueError, match="criterion"):
        places(totals, TieRule.CRITERION)


def test_the_chair_settles_exactly_the_tie_decided_on() -> None:
    said = ChairDecision(("c", "b"), "closer to the theme")
    tied = {"a": Fraction(9), "b": Fraction(8), "c": Fraction(8)}
    found = places(tied, TieRule.CHAIR, decisions=[ChairDecision(("b", "c"), "first thought"), said])
    assert [(one.entry, one.place, one.decision) for one in found] == [
        ("a", 1, None),
        ("c", 2, said),
        ("b", 3, said),
    ]
    assert unsettled_ties(found) == ()
    widened = places(tied | {"a": Fraction(8)}, TieRule.CHAIR, decisions=[said])
    assert [(one.entry, one.place) for one in widened] == [("a", 1), ("b", 1), ("c", 1)]
    moved = places(tied | {"b": Fraction(17, 2)}, TieRule.CHAIR, decisions=[said])
    assert [(one.entry, one.place) for one in moved] == [("a", 1), ("b", 2), ("c", 3)]


@given(TOTALS)
def test_a_place_is_one_more_than_the_entries_that_are_better(totals: dict[str, Fraction | None]) -> None:
    known = {entry: total for entry, total in totals.items() if total is not None}
    for one in places(totals, TieRule.SHARED):
        assert one.place == 1 + sum(total > one.total for total in known.values())
    assert {one.entry for one in places(totals, TieRule.SHARED)} == set(known)


def test_the_place_alone_decides_the_prize_and_what_goes_beyond_the_quota_is_told() -> None:
    quotas = [PrizeQuota("first", 1), PrizeQuota("second", 2)]
    found = places(
        {"a": Fraction(9), "b": Fraction(9), "c": Fraction(8), "d": Fraction(8), "e": Fraction(7)},
        TieRule.SHARED,
    )
    assert awards(found, quotas) == (
        Award("a", "first", 1, False),
        Award("b", "first", 1, True),
        Award("c", "second", 3, False),
        Award("d", "second", 3, False),
    )
    assert going_on(found, 3) == ("a", "b", "c", "d")
    with pytest.raises(ValueError, match="go on"):
        going_on(found, 0)
    with pytest.raises(ValueError, match="quota"):
        PrizeQuota("third", 0)


@given(TOTALS, st.lists(st.integers(1, 3), min_size=1, max_size=4))
def test_entries_on_one_place_win_the_same_and_no_better_entry_wins_less(
    totals: dict[str, Fraction | None], counts: list[int]
) -> None:
    quotas = [PrizeQuota(f"p{number}", count) for number, count in enumerate(counts)]
    found = places(totals, TieRule.SHARED)
    won = {award.entry: award.prize for award in awards(found, quotas)}
    prizes = [won.get(one.entry, "q") for one in found]  # p0 < p1 < … < no prize
    assert prizes == sorted(prizes)
    assert all(won.get(one.entry) == won.get(other) for one in found for other in one.shared_with)
    if not unsettled_ties(found):
        assert len(won) == min(len(found), sum(counts))
        assert not any(award.beyond_quota for award in awards(found, quotas))


def test_rounds_are_added_by_their_weight_and_an_absent_one_is_named() -> None:
    rounds = [
        WeighedRound("selection", Fraction(0), {"a": Fraction(30), "b": Fraction(29)}),
        WeighedRound("reading", Fraction(1), {"a": Fraction(20), "b": Fraction(10)}),
        WeighedRound("final", Fraction(3, 2), {"a": Fraction(15), "b": None}),
    ]
    whole, partial = combined_totals(rounds, ["a", "b"])
    assert (whole.total, whole.absent) == (Fraction(85, 2), ())
    assert whole.parts == (("reading", Fraction(1), Fraction(20)), ("final", Fraction(3, 2), Fraction(15)))
    assert (partial.total, partial.absent) == (None, ("final",))
    with pytest.raises(ValueError, match="no round counts"):
        combined_totals(rounds[:1], ["a"])
    with pytest.raises(ValueError, match="below 0"):
        combined_totals([WeighedRound("x", Fraction(-1), {})], ["a"])
