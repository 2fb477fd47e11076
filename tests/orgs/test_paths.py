"""Paths and spans, without the database."""

from __future__ import annotations

from datetime import date

import pytest

from thidua.orgs import paths
from thidua.orgs.level_words import bare_name
from thidua.orgs.periods import Span
from thidua.orgs.placing import Piece, pieces_below

NEW_YEAR = date(2020, 1, 1)
NEW_YEARS_EVE = date(2019, 12, 31)


def test_a_path_holds_the_ids_from_the_root_down():
    path = paths.path_below(paths.path_below("", 7), 1234)
    assert path == "00000070001234"
    assert paths.ids_in(path) == (7, 1234)


def test_the_range_of_a_subtree_holds_what_is_below_and_nothing_beside():
    low, high = paths.subtree_range("00000070000009")
    assert low <= "00000070000009" < high
    assert low <= "000000700000090000001" < high
    assert not low <= "00000070000010" < high
    assert not low <= "0000007" < high


@pytest.mark.parametrize(("above", "unit_id"), [("", 10_000_000), ("0000001" * 12, 2)])
def test_a_path_without_room_is_refused(above, unit_id):
    with pytest.raises(ValueError, match="no room"):
        paths.path_below(above, unit_id)


def test_spans_overlap_with_open_ends():
    assert Span(None, NEW_YEARS_EVE).overlap(Span(NEW_YEAR, None)) is None
    assert Span(None, NEW_YEAR).overlap(Span(NEW_YEAR, None)) == Span(NEW_YEAR, NEW_YEAR)
    assert Span(None, None).overlap(Span(NEW_YEAR, None)) == Span(NEW_YEAR, None)


def test_a_parent_that_moved_cuts_the_childs_time_in_two():
    parent = [Piece(Span(NEW_YEAR, None), "0000002"), Piece(Span(None, NEW_YEARS_EVE), "0000001")]
    assert pieces_below(5, Span(None, date(2025, 6, 30)), parent) == [
        Piece(Span(None, NEW_YEARS_EVE), "00000010000005"),
        Piece(Span(NEW_YEAR, date(2025, 6, 30)), "00000020000005"),
    ]


@pytest.mark.parametrize(
    ("name", "kind", "bare"),
    [
        ("Xã Đề Thám", "commune", "Đề Thám"),
        ("Thị trấn Nông trường Thái Bình", "township", "Nông trường Thái Bình"),
        ("Thành phố Lạng Sơn", "city", "Lạng Sơn"),
        ("Khối phố Trần Phú", "village", "Trần Phú"),
        ("Sở Nội vụ", "body", "Sở Nội vụ"),
        ("Xã", "commune", "Xã"),
    ],
)
def test_the_bare_name_leaves_the_level_out(name, kind, bare):
    assert bare_name(name, kind) == bare
